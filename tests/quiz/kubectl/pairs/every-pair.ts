// All pairs that were written by hand.

import { changingPairs } from './changing.ts';
import { insidePairs } from './inside.ts';
import { lookingPairs } from './looking.ts';
import { makingPairs } from './making.ts';
import type { WrittenPair } from './read-pairs.ts';

export const everyPair: readonly WrittenPair[] = [...lookingPairs, ...changingPairs, ...makingPairs, ...insidePairs];
