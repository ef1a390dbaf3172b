// What the knowledge base says to a question on its own: the answer that is there whatever becomes of the model.

import { titleOf } from '../knowledge/search/listing.ts';
import type { KnowledgeIndex } from '../knowledge/types.ts';
import type { KnowledgeAnswer } from './answer.ts';

const MENTIONED = 4;

/** By name only: an entry that merely shares words with the question is never given for an answer. */
export function answerFromKnowledge(index: KnowledgeIndex, question: string): KnowledgeAnswer {
  const { knowledge } = index;
  const result = index.lookUp(question);
  if (result.kind !== 'unknown') return { question, knowledge, result };
  const [entry, ...others] = index.findInText(question, MENTIONED);
  if (entry === undefined) return { question, knowledge, result };
  return { question, knowledge, result: { kind: 'entry', entry, near: others.map(titleOf) } };
}
