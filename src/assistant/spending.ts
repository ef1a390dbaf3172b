// Whether there are tokens left for a question today, for the person and for the bot, and what a person has used.

import { userDayEndMs, userDayOf } from '../study/user-day.ts';
import type { AssistantStore } from './assistant-store.ts';
import { botTokens, CEILING_IN_BUDGETS, utcDayOf } from './budget.ts';

export interface UsageReport {
  /** Charged today. */
  readonly usedTokens: number;
  /** A day's budget; 0 when the assistant is off. */
  readonly budgetTokens: number;
  /** When the next budget begins. */
  readonly resetsAtMs: number;
  /** Whether there is a model at all. */
  readonly hasModel: boolean;
  /** Whether the bot as a whole has used up its day. */
  readonly isCeilingReached: boolean;
}

export interface SpendingDeps {
  readonly store: AssistantStore;
  /** A day's budget for each person, in tokens. */
  readonly dailyTokens: number;
  /** IANA zone of the person, the default one when they have not set any. */
  readonly timezoneOf: (personId: string) => Promise<string>;
  readonly hasModel: boolean;
}

export interface Spending {
  report(personId: string, nowMs: number): Promise<UsageReport>;
  /** The user-day that the person's answers are charged to. */
  dayOf(personId: string, nowMs: number): Promise<string>;
}

export function createSpending(deps: SpendingDeps): Spending {
  return {
    async report(personId, nowMs) {
      const timezone = await deps.timezoneOf(personId);
      const ceiling = deps.dailyTokens * CEILING_IN_BUDGETS;
      return {
        usedTokens: await deps.store.spentByPerson(personId, userDayOf(nowMs, timezone)),
        budgetTokens: deps.dailyTokens,
        resetsAtMs: userDayEndMs(nowMs, timezone),
        hasModel: deps.hasModel,
        isCeilingReached: botTokens(await deps.store.spentByAll(utcDayOf(nowMs))) >= ceiling,
      };
    },
    async dayOf(personId, nowMs) {
      return userDayOf(nowMs, await deps.timezoneOf(personId));
    },
  };
}
