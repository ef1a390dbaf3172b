// A card as a reminder carries it, for tests of what surrounds it.

import type { Question } from '../../src/quiz/question.ts';
import type { CardOffer } from '../../src/quiz/quiz.ts';
import type { SessionItem } from '../../src/quiz/session.ts';

const ADA = '100000000000000001';
const SESSION = 'offer00000000001';

export const QUESTION: Question = {
  kind: 'meaning',
  cardId: 'kubectl-meaning:list-pods',
  mode: 'choice',
  options: ['list the pods', 'list the nodes', 'delete the pods', 'describe a pod'],
  rightOption: 0,
  place: { file: 'kubectl.md', headings: ['Pods'], line: 3 },
  explanation: '`get` lists what there is.',
  command: 'kubectl get pods',
};

/** @param changes of the item, e.g. its outcome. */
export function sampleOffer(question: Question = QUESTION, changes: Partial<SessionItem> = {}): CardOffer {
  const item: SessionItem = {
    position: 0,
    cardId: question.cardId,
    topicId: 'kubernetes',
    question: JSON.stringify(question),
    tries: 0,
    hintsUsed: 0,
    outcome: undefined,
    attempts: [],
    review: undefined,
    ...changes,
  };
  return {
    isNew: false,
    screen: {
      kind: 'question',
      session: {
        id: SESSION,
        personId: ADA,
        deck: 'kubectl',
        mode: 'choice',
        channelId: '',
        isDirectMessage: true,
        status: 'offered',
        startedAtMs: 0,
        items: [item],
      },
      item,
      question,
      hints: [],
      hasMoreHints: true,
      missed: undefined,
    },
  };
}
