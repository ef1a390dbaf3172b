// Quiz cards as the assistant may see them: drawn for a learner or open before them, without their answers.

import type { CardDrawer, DrawnCard } from '../assistant/ports.ts';
import type { KnowledgeSource } from '../knowledge/types.ts';
import type { Catalogue } from '../quiz/catalogue.ts';
import { hintsOf } from '../quiz/hints.ts';
import { compareCommands } from '../quiz/kubectl/compare.ts';
import { type Question, readQuestion } from '../quiz/question.ts';
import type { QuizStore } from '../quiz/quiz-store.ts';
import type { Random } from '../quiz/random.ts';
import { hintText, questionLines } from '../views/quiz-view.ts';

export interface CardDrawerDeps {
  readonly knowledge: KnowledgeSource;
  readonly quizStore: Pick<QuizStore, 'knownCards' | 'findOpenSession'>;
  readonly catalogue: () => Catalogue;
  readonly random: Random;
}

const EQUAL_VERDICTS: ReadonlySet<string> = new Set(['exact', 'equivalent']);

/** Questions and hints go to the model, keys never do. */
export function createCardDrawer({ knowledge, quizStore, catalogue, random }: CardDrawerDeps): CardDrawer {
  const withoutAnswer = (question: Question): DrawnCard => ({
    question: [...questionLines(question), ...question.options].join('\n'),
    hints: hintsOf(question).flatMap((hint) => (hint.kind === 'not-this' ? [] : [hintText(hint)])),
  });
  return {
    async open(personId, channelId) {
      const session = await quizStore.findOpenSession(personId, channelId);
      const item = session?.items.find(({ outcome }) => outcome === undefined);
      if (item === undefined) return undefined;
      const question = readQuestion(item.question);
      const solutions = question.kind === 'command' ? [question.key, ...question.accepted] : [];
      return {
        ...withoutAnswer(question),
        isSolution: (line) => solutions.some((solution) => EQUAL_VERDICTS.has(compareCommands(solution, line).verdict)),
      };
    },
    async draw(personId, about, nowMs) {
      const topicId = about === undefined ? undefined : knowledge.current().findTopic(about)?.id;
      if (about !== undefined && topicId === undefined) return undefined;
      const fitting = catalogue().cards.filter((card) => topicId === undefined || card.topicId === topicId);
      const known = personId === undefined ? [] : await quizStore.knownCards(personId);
      const due = new Set(known.flatMap(({ cardId, memory }) => (memory.dueAtMs <= nowMs ? [cardId] : [])));
      const wanted = fitting.filter((card) => due.has(card.id));
      const pool = wanted.length > 0 ? wanted : fitting;
      const card = pool[Math.floor(random() * pool.length)];
      const [mode] = card?.modes ?? [];
      if (card === undefined || mode === undefined) return undefined;
      return withoutAnswer(card.draw(card.modes.includes('typed') ? 'typed' : mode, random));
    },
  };
}
