// What the knowledge base says to a question on its own: the answer that is there whatever becomes of the model.

import type { KnowledgeIndex } from '../knowledge/types.ts';
import type { KnowledgeAnswer } from './answer.ts';
import { passageSearchOf } from './retrieval.ts';

const MAX_NEAR = 3;

/** By name only: an entry that merely shares words with the question is never given for an answer. */
export function answerFromKnowledge(index: KnowledgeIndex, question: string): KnowledgeAnswer {
  const result = index.lookUp(question);
  if (result.kind === 'unknown') return { kind: 'unknown', near: result.near.slice(0, MAX_NEAR) };
  return {
    kind: 'found',
    passages: passageSearchOf(index).of(result),
    unknown: result.kind === 'half-known' ? result.unknown : undefined,
  };
}
