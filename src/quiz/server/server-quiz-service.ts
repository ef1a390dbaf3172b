// Sets and reads the quiz of a server, takes private answers, and lets people into its ranking.

import { nextOccurrence, WEEKDAYS } from '../../reminders/schedule.ts';
import { readQuestion } from '../question.ts';
import type {
  RankedPerson,
  ServerAnswerOutcome,
  ServerPost,
  ServerQuiz,
  ServerQuizSettings,
  ServerQuizStore,
} from './server-quiz.ts';

export interface ServerQuizService {
  /** @returns when the first card comes, epoch ms. The time and the zone have been checked. */
  set(settings: ServerQuizSettings, nowMs: number): Promise<number>;
  turnOff(guildId: string): Promise<boolean>;
  read(guildId: string): Promise<ServerQuiz | undefined>;
  /** undefined when the post is no longer known. */
  answer(postId: string, personId: string, option: number, nowMs: number): Promise<ServerAnswer | undefined>;
  readPost(postId: string): Promise<ServerPost | undefined>;
  setRanked(guildId: string, personId: string, isRanked: boolean, nowMs: number): Promise<boolean>;
  ranking(guildId: string, nowMs: number): Promise<readonly RankedPerson[]>;
}

export interface ServerAnswer {
  readonly outcome: ServerAnswerOutcome;
  readonly post: ServerPost;
}

export const RANKING_LENGTH = 10;

export function createServerQuizService(store: ServerQuizStore): ServerQuizService {
  return {
    async set(settings, nowMs) {
      const nextAtMs = nextServerQuizAtMs(settings, nowMs);
      await store.set({ ...settings, nextAtMs }, nowMs);
      return nextAtMs;
    },
    turnOff: (guildId) => store.turnOff(guildId),
    read: (guildId) => store.read(guildId),
    async answer(postId, personId, option, nowMs) {
      const post = await store.readPost(postId);
      if (post === undefined) return undefined;
      const isRight = readQuestion(post.question).rightOption === option;
      const outcome = await store.answer({ postId, personId, option, isRight, atMs: nowMs });
      return outcome === undefined ? undefined : { outcome, post };
    },
    readPost: (postId) => store.readPost(postId),
    setRanked: (guildId, personId, isRanked, nowMs) => store.setRanked(guildId, personId, isRanked, nowMs),
    ranking: (guildId, nowMs) => store.ranking(guildId, nowMs, RANKING_LENGTH),
  };
}

/** Every day at its time, by the rule that reminders follow. */
export function nextServerQuizAtMs(
  { time, timezone }: Pick<ServerQuizSettings, 'time' | 'timezone'>,
  afterMs: number,
): number {
  return nextOccurrence({ time, timezone, days: WEEKDAYS }, afterMs);
}
