// Which recorded ids an edit of the list would cut off, and which renames are followed.

import { describe, expect, it } from 'vitest';
import type { Rename } from '../../src/knowledge/types.ts';
import { findOrphans, studyRenames } from '../../src/study/orphans.ts';
import { makeKnowledge, SAMPLE_TOPICS } from './sample-list.ts';

const place = { file: 'renames.md', headings: [], line: 1 };
const rename = (subject: Rename['subject'], from: string, to: string): Rename => ({ subject, from, to, place });

const counts = {
  topic: new Map([
    ['kubernetes', 5],
    ['pyspark', 3],
    ['old-bi', 7],
  ]),
  focus: new Map([
    ['kubernetes/pods-1', 5],
    ['kubernetes/gone', 2],
    ['pyspark/joins', 3],
  ]),
  step: new Map([
    ['deploy', 1],
    ['old-step', 4],
  ]),
};

describe('findOrphans', () => {
  it('tells what neither the list nor a rename knows, most people first, focus items only of known topics', () => {
    expect(findOrphans(makeKnowledge({ renames: [rename('topic', 'pyspark', 'spark')] }), counts)).toEqual([
      { subject: 'topic', id: 'old-bi', people: 7 },
      { subject: 'step', id: 'old-step', people: 4 },
      { subject: 'focus', id: 'kubernetes/gone', people: 2 },
    ]);
  });

  it('has nothing to tell when everything has its place', () => {
    const renames = [
      rename('topic', 'pyspark', 'spark'),
      rename('topic', 'old-bi', 'bi'),
      rename('step', 'old-step', 'deploy'),
      rename('focus', 'kubernetes/gone', 'kubernetes/pods-1'),
    ];
    expect(findOrphans(makeKnowledge({ renames }), counts)).toEqual([]);
  });
});

describe('studyRenames', () => {
  it('leaves out other subjects, and old ids that are in use again', () => {
    const renames = [rename('concept', 'a', 'b'), rename('topic', 'spark', 'flink'), rename('topic', 'old', 'spark')];
    expect(studyRenames(makeKnowledge({ topics: SAMPLE_TOPICS, renames }))).toEqual([
      { subject: 'topic', from: 'old', to: 'spark' },
    ]);
  });
});
