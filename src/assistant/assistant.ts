// Answers questions: with the model where it may and can, with the knowledge base where not; keeps what it said and what it cost.

import type { KnowledgeSource } from '../knowledge/types.ts';
import type { Clock } from '../operations/clock.ts';
import type { AnswerProgress, EndedAnswer, FallbackReason } from './answer.ts';
import { type AnswerFigures, withFigures } from './answer-figures.ts';
import { createAnswerQueue } from './answer-queue.ts';
import { type AssistantLimits, DEFAULT_LIMITS } from './answer-settings.ts';
import { createDraft, type Draft } from './answer-text.ts';
import { personTokens, utcDayOf } from './budget.ts';
import { KEPT_MS } from './conversation.ts';
import { withDeadlines } from './deadlines.ts';
import { answerFromKnowledge } from './knowledge-answer.ts';
import { answerWithModel, type ModelAnswerDeps } from './model-answer.ts';
import type { ModelPort } from './model-port.ts';
import { guardModel } from './outage-guard.ts';
import { describePlace, resultPassages } from './passages.ts';
import { AnswerAborted, type Asked, fallBack, type Question } from './question.ts';
import { redact } from './redaction.ts';
import { createSpending, type UsageReport } from './spending.ts';
import { waitForTurn } from './wait-for-turn.ts';

export interface AssistantDeps extends ModelAnswerDeps {
  /** undefined: there is no key. */
  readonly model: ModelPort | undefined;
  readonly knowledge: KnowledgeSource;
  readonly clock: Clock;
  /** A day's budget for each person, in tokens; 0 switches the assistant off. */
  readonly dailyTokens: number;
  /** IANA zone of the person, the default one when they have not set any. */
  readonly timezoneOf: (personId: string) => Promise<string>;
  readonly limits?: AssistantLimits;
  /** Told of each answer once it is kept, for the metrics. */
  readonly onAnswered?: (figures: AnswerFigures) => void;
}

export type CancelOutcome =
  /** It was running and is being stopped; its own stream shows the end. */
  | { readonly kind: 'stopping' }
  /** The bot stopped under it: it will not go on. */
  | { readonly kind: 'interrupted'; readonly answer: EndedAnswer }
  /** It is over, forgotten, or not this person's. */
  | { readonly kind: 'over' };

export interface Assistant {
  /** The states of one answer; `ended` comes last, whatever becomes of the model. */
  ask(question: Question): AsyncIterable<AnswerProgress>;
  cancel(answerId: string, personId: string): Promise<CancelOutcome>;
  usage(personId: string): Promise<UsageReport>;
  /** How it stands now: answers under way, questions waiting, and why the model is left alone, if it is. */
  load(): AssistantLoad;
  /** Forgets conversations that are too old; every hour's first question does so too. */
  forgetOld(): Promise<void>;
  /** From now on the knowledge base answers; running answers get `graceMs` to finish, then they end with it as well. */
  stop(graceMs?: number): void;
}

export interface AssistantLoad {
  readonly running: number;
  readonly waiting: number;
  readonly pausedFor: 'down' | 'rate-limited' | undefined;
}

/** Ends without the model's answer that are the person's own doing, and would be free to repeat otherwise. */
const CHARGED_REASONS: ReadonlySet<FallbackReason> = new Set(['cancelled', 'withheld']);
const FORGET_EVERY_MS = 60 * 60 * 1_000;
/** The contract gives running answers 10 s at the end; what is left is for the last edit. */
const STOP_GRACE_MS = 8_000;

/** @param deps `newId` gives at most 20 characters of a-z, 0-9 and `-`, which custom ids can hold. */
export function createAssistant(deps: AssistantDeps): Assistant {
  const limits = deps.limits ?? DEFAULT_LIMITS;
  const model = deps.model && guardModel(withDeadlines(deps.model, limits.deadlines), limits.outage, deps.clock);
  const queue = createAnswerQueue(limits.queue);
  const spending = createSpending({ ...deps, hasModel: model !== undefined });
  const running = new Map<string, Asked>();
  let isStopping = false;
  let forgotAtMs = Number.NEGATIVE_INFINITY;

  const forgetOld = async (): Promise<void> => {
    forgotAtMs = deps.clock.nowMs();
    await deps.store.forgetBefore(forgotAtMs - KEPT_MS);
  };

  const whyNot = async (personId: string): Promise<FallbackReason | undefined> => {
    if (deps.dailyTokens === 0) return 'off';
    if (isStopping) return 'interrupted';
    if (model === undefined) return 'no-key';
    const report = await spending.report(personId, deps.clock.nowMs());
    if (report.usedTokens >= report.budgetTokens) return 'budget';
    if (report.isCeilingReached) return 'ceiling';
    return model.unavailable();
  };

  const end = async (asked: Asked, answer: EndedAnswer, draft: Draft): Promise<AnswerProgress> => {
    const endedAtMs = deps.clock.nowMs();
    const isModels = answer.mode === 'assistant';
    await deps.store.endAnswer(
      asked.answerId,
      {
        mode: answer.mode,
        reason: isModels ? answer.cut : answer.reason,
        sources: sourceLabels(answer),
        // It goes back to the model, in a thread with somebody else's question.
        text: isModels ? redact(draft.text()).text : undefined,
        isUncovered: isModels ? answer.general === 'all' : answer.answer.result.kind === 'unknown',
        endedAtMs,
      },
      {
        personId: asked.personId,
        userDay: await spending.dayOf(asked.personId, asked.askedAtMs),
        // What failed is not charged to the person; the bot's own account has it all the same.
        personTokens: isModels || CHARGED_REASONS.has(answer.reason) ? personTokens(draft.usage) : 0,
        utcDay: utcDayOf(endedAtMs),
        usage: draft.usage,
      },
    );
    return { kind: 'ended', answer };
  };

  async function* answer(asked: Asked, draft: Draft): AsyncGenerator<AnswerProgress> {
    const refused = await whyNot(asked.personId);
    const ticket = refused === undefined ? queue.enter(asked.personId) : undefined;
    if (ticket === undefined || model === undefined) {
      yield await end(asked, fallBack(asked, refused ?? 'busy'), draft);
      return;
    }
    try {
      // Whoever was waited for may have used up what was left.
      const given = (yield* waitForTurn(asked, ticket, limits.maxWaitMs)) ?? (await whyNot(asked.personId));
      const ended =
        given === undefined ? yield* answerWithModel(asked, model, draft, deps, limits) : fallBack(asked, given);
      yield await end(asked, ended, draft);
    } finally {
      ticket.leave();
    }
  }

  return {
    async *ask(question) {
      const { text, secretCount } = redact(question.text.slice(0, limits.maxQuestionCharacters));
      const asked: Asked = {
        ...question,
        text,
        answerId: deps.newId(),
        askedAtMs: deps.clock.nowMs(),
        redactedCount: secretCount,
        index: deps.knowledge.current(),
        abort: new AbortController(),
      };
      const { answerId, personId, channelId, askedAtMs, isPrivate } = asked;
      if (askedAtMs - forgotAtMs >= FORGET_EVERY_MS) await forgetOld();
      await deps.store.beginAnswer({
        id: answerId,
        personId,
        channelId,
        isPublic: !isPrivate,
        question: text,
        askedAtMs,
      });
      running.set(answerId, asked);
      try {
        const draft = createDraft();
        yield* withFigures(answer(asked, draft), draft, (figures) => deps.onAnswered?.(figures));
      } finally {
        running.delete(answerId);
        asked.abort.abort(new AnswerAborted('interrupted'));
      }
    },
    async cancel(answerId, personId) {
      const asked = running.get(answerId);
      if (asked?.personId === personId) {
        asked.abort.abort(new AnswerAborted('cancelled'));
        return { kind: 'stopping' };
      }
      const stored = await deps.store.findAnswer(answerId);
      if (stored?.personId !== personId || stored.mode !== undefined) return { kind: 'over' };
      const answer = answerFromKnowledge(deps.knowledge.current(), stored.question);
      return {
        kind: 'interrupted',
        answer: { mode: 'knowledge', answerId, redactedCount: 0, reason: 'interrupted', answer },
      };
    },
    usage: (personId) => spending.report(personId, deps.clock.nowMs()),
    load: () => ({ ...queue.counts(), pausedFor: model?.unavailable() }),
    forgetOld,
    stop(graceMs = STOP_GRACE_MS) {
      isStopping = true;
      const abortAll = (): void => {
        for (const asked of running.values()) asked.abort.abort(new AnswerAborted('interrupted'));
      };
      if (graceMs === 0) abortAll();
      else setTimeout(abortAll, graceMs).unref();
    },
  };
}

function sourceLabels(answer: EndedAnswer): readonly string[] {
  if (answer.mode === 'assistant') return answer.sources.map((source) => source.label);
  const { result, knowledge } = answer.answer;
  return resultPassages(result, knowledge).map((passage) => describePlace(passage.place));
}
