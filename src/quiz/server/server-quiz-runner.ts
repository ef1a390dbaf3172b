// Posts the card of each server at its time and reveals it later: each once, whatever crashes when.

import { describeFault } from '../../operations/describe-fault.ts';
import type { Log } from '../../operations/log.ts';
import type { Catalogue } from '../catalogue.ts';
import { type Question, readQuestion, writeQuestion } from '../question.ts';
import { drawId, pickOne, type Random } from '../random.ts';
import type {
  ChannelMessenger,
  NewServerPost,
  PostOutcome,
  RankedPerson,
  ServerPost,
  ServerQuiz,
  ServerQuizStore,
  Tally,
} from './server-quiz.ts';
import { nextServerQuizAtMs, RANKING_LENGTH } from './server-quiz-service.ts';

export interface ServerQuizRunnerDeps<Body> {
  readonly store: ServerQuizStore;
  readonly catalogue: () => Catalogue;
  readonly messenger: ChannelMessenger<Body>;
  readonly views: {
    question(post: ServerPost, question: Question): Body;
    reveal(post: ServerPost, question: Question, tally: Tally, ranking: readonly RankedPerson[]): Body;
  };
  readonly random: Random;
  readonly clock: { nowMs(): number };
  readonly log: Log;
}

export interface ServerQuizRunner {
  /** Does everything that is due. A call during another makes that one look once more, since the clock may have moved on. */
  tick(): Promise<void>;
  /** Begins nothing more, and resolves when what is on its way has ended; what was claimed is taken up again by the next start. */
  stop(): Promise<void>;
}

const HOUR_MS = 3_600_000;
/** The answer is shown this long after the card (the issue), four hours before the next one. */
export const REVEAL_AFTER_MS = 20 * HOUR_MS;
/** Like a reminder, a card that could not come for so long is left out. */
const TOO_LATE_MS = 12 * HOUR_MS;
/** Well within the minutes for which Discord remembers a nonce. */
const LEASE_MS = 60_000;
const RETRY_MS = 60_000;
const MAX_ATTEMPTS = 10;
const BATCH_SIZE = 50;
const POST_ID_LENGTH = 12;
/** A card comes again in a server only after so many others, as far as the deck has them. */
const CARDS_APART = 60;

export function createServerQuizRunner<Body>(deps: ServerQuizRunnerDeps<Body>): ServerQuizRunner {
  let running: Promise<void> | undefined;
  let isAskedAgain = false;
  let isStopping = false;
  const look = async (): Promise<void> => {
    const nowMs = deps.clock.nowMs();
    for (const quiz of await deps.store.findDue(nowMs, BATCH_SIZE)) {
      if (isStopping) return;
      await claimCard(deps, quiz, nowMs);
    }
    for (const post of await deps.store.take(nowMs, nowMs + LEASE_MS, BATCH_SIZE)) {
      if (isStopping) return;
      await carry(deps, post);
    }
  };
  const run = async (): Promise<void> => {
    try {
      do {
        isAskedAgain = false;
        await look();
      } while (isAskedAgain && !isStopping);
    } finally {
      running = undefined;
    }
  };
  return {
    tick() {
      isAskedAgain = running !== undefined;
      if (!isStopping) running ??= run();
      return running ?? Promise.resolve();
    },
    async stop() {
      isStopping = true;
      // A failing store is the tick's caller's to report.
      await running?.catch(() => undefined);
    },
  };
}

/** Stores the card before it is sent, so that a crash in between is taken up again. */
async function claimCard<Body>(deps: ServerQuizRunnerDeps<Body>, quiz: ServerQuiz, nowMs: number): Promise<void> {
  const isTooLate = nowMs - (quiz.nextAtMs ?? nowMs) > TOO_LATE_MS;
  const post = isTooLate ? undefined : await drawPost(deps, quiz, nowMs + REVEAL_AFTER_MS);
  const nextAtMs = nextServerQuizAtMs(quiz, nowMs);
  await deps.store.claim(quiz, { nextAtMs, post, nowMs });
  if (post === undefined) deps.log.info({ guildId: quiz.guildId, isTooLate }, 'server quiz left out');
}

/** undefined when the deck has no card that can be picked. */
async function drawPost<Body>(
  deps: ServerQuizRunnerDeps<Body>,
  quiz: ServerQuiz,
  revealAtMs: number,
): Promise<NewServerPost | undefined> {
  const cards = deps.catalogue().cards.filter((card) => card.deck === quiz.deck && card.modes.includes('choice'));
  const recent = await deps.store.recentCards(quiz.guildId, Math.min(CARDS_APART, Math.floor(cards.length / 2)));
  const card = pickOne(
    cards.filter((candidate) => !recent.includes(candidate.id)),
    deps.random,
  );
  if (card === undefined) return undefined;
  const question = writeQuestion(card.draw('choice', deps.random));
  return { id: drawId(POST_ID_LENGTH, deps.random), cardId: card.id, question, revealAtMs };
}

async function carry<Body>(deps: ServerQuizRunnerDeps<Body>, post: ServerPost): Promise<void> {
  try {
    await (post.state === 'posted' ? reveal(deps, post) : send(deps, post));
  } catch (fault) {
    deps.log.error({ postId: post.id, fault: describeFault(fault) }, 'server quiz not carried through');
  }
}

async function send<Body>(deps: ServerQuizRunnerDeps<Body>, post: ServerPost): Promise<void> {
  const { store, messenger, views, clock } = deps;
  // A try before this one may have arrived without our hearing of it.
  const earlier =
    post.attempts > 1 ? await messenger.find(post.channelId, post.id, post.claimedAtMs - LEASE_MS) : undefined;
  const body = views.question(post, readQuestion(post.question));
  const outcome = earlier ?? (await messenger.post(post.channelId, body, post.id));
  if (outcome.kind === 'sent') return store.recordPosted(post.id, outcome.messageId);
  if (outcome.kind === 'refused' || clock.nowMs() - post.claimedAtMs > TOO_LATE_MS) {
    deps.log.warn({ postId: post.id, guildId: post.guildId, outcome: outcome.kind }, 'server quiz not posted');
    return store.recordFailed(post.id, outcome.kind === 'refused');
  }
  return store.postpone(post.id, retryAtMs(deps, outcome));
}

async function reveal<Body>(deps: ServerQuizRunnerDeps<Body>, post: ServerPost): Promise<void> {
  const { store, messenger, views } = deps;
  const tally = await store.tally(post.id);
  const ranking = await store.ranking(post.guildId, deps.clock.nowMs(), RANKING_LENGTH);
  const body = views.reveal(post, readQuestion(post.question), tally, ranking);
  // A message that was deleted has nothing to reveal.
  const outcome = await messenger.edit(post.channelId, post.messageId ?? '', body);
  if (outcome.kind !== 'failed' || post.attempts >= MAX_ATTEMPTS) return store.recordRevealed(post.id);
  return store.postpone(post.id, retryAtMs(deps, outcome));
}

function retryAtMs<Body>(
  { clock }: ServerQuizRunnerDeps<Body>,
  outcome: Extract<PostOutcome, { kind: 'failed' }>,
): number {
  return clock.nowMs() + Math.max(RETRY_MS, outcome.retryAfterMs ?? 0);
}
