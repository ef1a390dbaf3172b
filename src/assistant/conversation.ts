// How much of a conversation goes back to the model: the newest exchanges that fit, and no older than they may be kept.

import type { Conversation } from './assistant-store.ts';
import type { Turn } from './model-port.ts';
import type { Question } from './question.ts';

/** After that, conversations are forgotten. */
export const KEPT_MS = 30 * 24 * 60 * 60 * 1_000;
/** A follow-up leans on the last exchanges; what is further back costs more than it helps. */
export const MAX_TURNS = 4;
const MAX_HISTORY_TOKENS = 1_200;
const MAX_TEXT_CHARACTERS = 900;
/**
 * A cautious estimate for English and code: 3.5 with the older tokenizer, by which today's counts about 30 % more
 * (https://platform.claude.com/docs/en/models/haiku-5-5/whats-new-haiku-5-5). It only bounds how much is sent along; what
 * is charged comes from the API.
 */
const CHARACTERS_A_TOKEN = 2.7;

export function estimateTokens(text: string): number {
  return Math.ceil(text.length / CHARACTERS_A_TOKEN);
}

/**
 * What a question is a follow-up of. Where others read along, nothing comes back that they could not read before: so an
 * answer to /ask in a channel is never a part of what is said there in public.
 */
export function conversationOf({ personId, channelId, isPrivate, isInThread }: Question): Conversation {
  if (isPrivate) return { kind: 'private', personId, channelId };
  return { kind: isInThread === true ? 'thread' : 'public', personId, channelId };
}

/** The newest turns within the limit, oldest first; long texts are shortened at their end. */
export function trimTurns(turns: readonly Turn[], maxTokens: number = MAX_HISTORY_TOKENS): readonly Turn[] {
  const kept: Turn[] = [];
  let left = maxTokens;
  for (const turn of turns.toReversed()) {
    const question = shorten(turn.question);
    const answer = shorten(turn.answer);
    left -= estimateTokens(question) + estimateTokens(answer);
    if (left < 0) break;
    kept.unshift({ ...turn, question, answer });
  }
  return kept;
}

function shorten(text: string): string {
  return text.length > MAX_TEXT_CHARACTERS ? `${text.slice(0, MAX_TEXT_CHARACTERS)} …` : text;
}
