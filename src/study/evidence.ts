// Evidence of a topic: what the person said (focus items ticked) and what they showed (quiz cards), kept apart.

import type { Topic } from '../knowledge/types.ts';
import type { TopicShowing } from './review-counts.ts';
import type { StudyRecord } from './study-record.ts';

/** Fewer answered cards than this say nothing: with three, one slip is a third. */
export const WEAK_MIN_CARDS = 4;
/** A smaller share of cards last answered right is weak: three in five is the least that still is more known than not. */
export const WEAK_BELOW_SHARE = 0.6;

export interface TopicEvidence {
  /** What you said: focus items ticked, of those that the list has now. */
  readonly ticked: number;
  readonly focusTotal: number;
  /** What you showed; undefined before the first answered card. */
  readonly showing: { readonly answered: number; readonly right: number } | undefined;
  /** Enough cards were answered, and too few of them right. */
  readonly isWeak: boolean;
}

export function evidenceOf(
  topic: Topic,
  record: Pick<StudyRecord, 'ticks'>,
  showings: readonly TopicShowing[],
): TopicEvidence {
  const ticks = record.ticks.get(topic.id);
  const found = showings.find((candidate) => candidate.topicId === topic.id);
  const showing =
    found === undefined || found.answered === 0 ? undefined : { answered: found.answered, right: found.right };
  return {
    ticked: topic.focus.filter((item) => ticks?.has(item.id) ?? false).length,
    focusTotal: topic.focus.length,
    showing,
    isWeak:
      showing !== undefined &&
      showing.answered >= WEAK_MIN_CARDS &&
      showing.right / showing.answered < WEAK_BELOW_SHARE,
  };
}

/** How many more cards must turn right for the evidence not to be weak; 0 when it is not. */
export function cardsUntilStrong(evidence: TopicEvidence): number {
  if (!evidence.isWeak || evidence.showing === undefined) return 0;
  const { answered, right } = evidence.showing;
  return Math.ceil(WEAK_BELOW_SHARE * answered - 1e-9) - right;
}
