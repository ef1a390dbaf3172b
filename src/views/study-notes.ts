// One-line notes above a study message about what the press before did.

import type { Topic } from '../knowledge/types.ts';
import type { StatusChange, TopicStatus } from '../study/study-record.ts';
import type { UndoOutcome } from '../study/study-store.ts';
import { STATUS_WORDS, topicName } from './study-words.ts';
import { escapeMarkdown, truncate } from './text.ts';

/** Ticks came from a message that shows an older list. */
export function listChangedNote(): string {
  return 'The list has changed since that message: new ticks were kept, and nothing was unticked.';
}

/** The topic had that status already: an old button, or a second press. */
export function alreadyNote(topic: Topic, status: TopicStatus): string {
  return `${topicName(topic)} was ${STATUS_WORDS[status]} already.`;
}

export function chosenNote(alternative: string): string {
  return `You study **${escapeMarkdown(truncate(alternative, 100))}**. \`/topic\` changes it.`;
}

export function undoneNote(topic: Topic | undefined, change: StatusChange): string {
  return `Taken back: ${nameOf(topic)} is ${STATUS_WORDS[change.from]} again.`;
}

export function notUndoneNote(topic: Topic | undefined, reason: Exclude<UndoOutcome['kind'], 'undone'>): string {
  switch (reason) {
    case 'already-undone':
      return `That change of ${nameOf(topic)} was taken back already.`;
    case 'superseded':
      return `${nameOf(topic)} was changed again since, so this one cannot be taken back alone. \`/topic\` sets any status.`;
    case 'unknown':
      return 'That change is no longer on record, so there is nothing to take back.';
  }
}

function nameOf(topic: Topic | undefined): string {
  return topic === undefined ? 'a topic that has left the list' : topicName(topic);
}
