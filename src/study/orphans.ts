// What an edit of the list would cut people off from: recorded ids that neither the list nor a rename entry knows.

import type { Knowledge, Rename } from '../knowledge/types.ts';

/** People with anything recorded, by id. Focus items are named `topic-id/focus-id`, as in rename entries. */
export interface PeopleCounts {
  readonly topic: ReadonlyMap<string, number>;
  readonly focus: ReadonlyMap<string, number>;
  readonly step: ReadonlyMap<string, number>;
}

export interface Orphan {
  readonly subject: keyof PeopleCounts | 'card';
  readonly id: string;
  readonly people: number;
}

/** A rename that the study records follow. */
export interface StudyRename {
  readonly subject: keyof PeopleCounts;
  readonly from: string;
  readonly to: string;
}

/** The renames of topics, focus items and steps whose old id is really gone, in the order of the files. */
export function studyRenames(knowledge: Knowledge): readonly StudyRename[] {
  const known = knownIds(knowledge);
  return (knowledge.renames ?? []).flatMap((rename) =>
    isOfStudy(rename) && !known[rename.subject].has(rename.from)
      ? [{ subject: rename.subject, from: rename.from, to: rename.to }]
      : [],
  );
}

/** Most people first. Focus items of an orphaned or renamed topic are told with their topic, not again by themselves. */
export function findOrphans(knowledge: Knowledge, counts: PeopleCounts): readonly Orphan[] {
  const known = knownIds(knowledge);
  const renamed = new Set(studyRenames(knowledge).map((rename) => `${rename.subject} ${rename.from}`));
  const subjects = ['topic', 'focus', 'step'] as const;
  return subjects
    .flatMap((subject) =>
      [...counts[subject]].flatMap(([id, people]): readonly Orphan[] => {
        if (known[subject].has(id) || renamed.has(`${subject} ${id}`)) return [];
        const [topicId = ''] = id.split('/');
        return subject === 'focus' && !known.topic.has(topicId) ? [] : [{ subject, id, people }];
      }),
    )
    .sort((left, right) => right.people - left.people || (left.id < right.id ? -1 : 1));
}

function knownIds({ topics, projectSteps }: Knowledge): Readonly<Record<keyof PeopleCounts, ReadonlySet<string>>> {
  return {
    topic: new Set(topics.map((topic) => topic.id)),
    focus: new Set(topics.flatMap((topic) => topic.focus.map((item) => `${topic.id}/${item.id}`))),
    step: new Set(projectSteps.map((step) => step.id)),
  };
}

function isOfStudy(rename: Rename): rename is Rename & StudyRename {
  return rename.subject === 'topic' || rename.subject === 'focus' || rename.subject === 'step';
}
