// What the assistant needs from its neighbours, in its own small terms; the composition root fits them to the domains.

import type { ProposedChange } from './proposed-change.ts';

/** Reads the state of one learner. What it returns goes to the model: no names, no ids, no times of day. */
export interface LearnerState {
  /** A few lines: tier, topic, what is hard. undefined when nothing is known yet. */
  describe(personId: string, nowMs: number): Promise<string | undefined>;
  /** Progress in plain text: topics by status, streak, cards due. */
  progress(personId: string, nowMs: number): Promise<string>;
  /** The topic to study next and the reasons. */
  nextTopic(personId: string, nowMs: number): Promise<string>;
}

/** A quiz card without its answer. */
export interface DrawnCard {
  readonly question: string;
  /** From the vaguest to the plainest. */
  readonly hints: readonly string[];
}

/** A card that waits for its answer. */
export interface OpenCard extends DrawnCard {
  /** Whether a kubectl command line answers it. */
  isSolution(commandLine: string): boolean;
}

export interface CardDrawer {
  /** The card that waits for the person's answer in this channel; undefined when none does. */
  open(personId: string, channelId: string): Promise<OpenCard | undefined>;
  /**
   * @param personId whose due cards come first; undefined where others read along, to whom those would tell something.
   * @param about words of a topic, or undefined for any card.
   * @returns undefined when no card fits.
   */
  draw(personId: string | undefined, about: string | undefined, nowMs: number): Promise<DrawnCard | undefined>;
}

export interface ProposalExecutor {
  /**
   * Carries out what the person accepted; doing it twice is the same as once.
   * @throws UserError when it cannot be done as proposed, e.g. for a topic that left the list.
   */
  execute(personId: string, change: ProposedChange, nowMs: number): Promise<void>;
}
