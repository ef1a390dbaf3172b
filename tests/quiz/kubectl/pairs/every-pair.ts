// All pairs that were written by hand.

import { changingPairs } from './changing.ts';
import { changingCloselyPairs } from './changing-closely.ts';
import { insidePairs } from './inside.ts';
import { lookingPairs } from './looking.ts';
import { lookingCloselyPairs } from './looking-closely.ts';
import { makingPairs } from './making.ts';
import { makingCloselyPairs } from './making-closely.ts';
import { managingCloselyPairs } from './managing-closely.ts';
import type { WrittenPair } from './read-pairs.ts';
import { readingCloselyPairs } from './reading-closely.ts';

export const everyPair: readonly WrittenPair[] = [
  ...lookingPairs,
  ...changingPairs,
  ...makingPairs,
  ...insidePairs,
  ...lookingCloselyPairs,
  ...makingCloselyPairs,
  ...changingCloselyPairs,
  ...managingCloselyPairs,
  ...readingCloselyPairs,
];
