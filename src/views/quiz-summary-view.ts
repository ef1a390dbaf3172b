// The end of a quiz: how it went, what was missed, what comes when; and what to do where a deck has nothing to ask.

import { type APIEmbed, ButtonStyle } from 'discord-api-types/v10';
import type { Deck } from '../quiz/card.ts';
import type { Question } from '../quiz/question.ts';
import type { EmptyDeck, Shortfall, StartedSession } from '../quiz/quiz.ts';
import type { AskedItem, SummaryScreen } from '../quiz/screen.ts';
import type { QuizSession } from '../quiz/session.ts';
import { NEW_CARDS_PER_DAY, REVIEWS_PER_DAY } from '../quiz/session-plan.ts';
import { encodeCustomId } from './custom-id.ts';
import { LIMITS } from './limits.ts';
import type { MessageBody } from './message.ts';
import { QUIZ_START } from './quiz-custom-ids.ts';
import { expectedInline } from './quiz-feedback-view.ts';
import { noteText } from './quiz-view.ts';
import { DECK_NAMES, dayText, goalText, knowledgeLine, PROVIDER_NAMES } from './quiz-words.ts';
import { button, buttonRows } from './study-controls.ts';
import { inlineCode, truncate } from './text.ts';
import { COLOURS } from './theme.ts';

export function summaryView(screen: SummaryScreen): MessageBody {
  const { session, items } = screen;
  const answered = items.filter(({ item }) => item.outcome !== undefined && item.outcome !== 'undone');
  const missed = answered.filter(({ item }) => item.outcome !== 'right');
  return {
    content: noteText(screen.note),
    embeds: [
      {
        color: missed.length === 0 && answered.length > 0 ? COLOURS.success : COLOURS.quiz,
        title: `${DECK_NAMES[session.deck]} quiz: ${scoreText(answered.length - missed.length, answered.length)}`,
        description: truncate(
          [openingLine(session, answered.length), ...missedLines(missed), ...comingLines(answered)].join('\n'),
          LIMITS.embedDescription,
        ),
      } satisfies APIEmbed,
    ],
    components: buttonRows([
      ...(missed.length === 0 ? [] : [startButton(session, 'Practise the missed', 'missed', ButtonStyle.Primary)]),
      startButton(session, 'Another round', session.deck === 'missed' ? 'due' : session.deck, ButtonStyle.Secondary),
    ]),
  };
}

/** Said above the first question: that a session under way was closed, and why there are fewer cards than asked for. */
export function openingLines({ replaced, shortfall, screen }: StartedSession): string {
  return [
    ...(replaced === undefined ? [] : [replacedLine(replaced)]),
    ...(shortfall === undefined ? [] : [shortfallLine(shortfall, screen.session.items.length)]),
  ].join('\n');
}

function replacedLine({ deck, items }: QuizSession): string {
  const answered = items.filter((item) => item.outcome !== undefined).length;
  if (answered === 0) return `Your ${DECK_NAMES[deck]} session is closed; nothing in it was answered.`;
  return `Your ${DECK_NAMES[deck]} session is closed at ${answered} of ${items.length}; what you answered is kept.`;
}

function shortfallLine({ wanted, reason }: Shortfall, found: number): string {
  return `${countOf(found)} instead of ${wanted}: ${SHORTFALLS[reason]}`;
}

/** A deck has nothing to ask now: why, and what to do instead. */
export function emptyDeckView(outcome: EmptyDeck, ownerId: string): MessageBody {
  const start = (label: string, deck: Deck) =>
    button(label, encodeCustomId(QUIZ_START, ownerId, { deck, count: 5, mode: 'mixed' }), ButtonStyle.Primary);
  return {
    content: '',
    embeds: [
      {
        color: COLOURS.neutral,
        title: `${DECK_NAMES[outcome.deck]}: nothing to ask now`,
        description: EMPTY[outcome.reason],
      },
    ],
    components: buttonRows(outcome.reason === 'no-cards' ? [] : [start('A kubectl round', 'kubectl')]),
  };
}

/** The rows of the session are gone, as after `/data delete`. */
export function unknownSessionView(): MessageBody {
  return {
    content: 'This quiz is no longer stored, so its buttons have nothing to act on. `/quiz` starts a new one.',
    embeds: [],
    components: [],
  };
}

const EMPTY: Readonly<Record<EmptyDeck['reason'], string>> = {
  'no-cards':
    'The knowledge base has no cards for this deck in this mode. Try another deck or mode; the owner can add entries to the Markdown files.',
  'no-more-new':
    'You have met enough new cards for one day, and know none of this deck yet. New ones come when your day has turned; until then `/quiz` with the deck `due` or `missed` goes over what you met.',
  'nothing-due': 'Nothing is due before your day ends. New cards come in with `/quiz` and one of the other decks.',
  'day-done':
    'That is enough reviewing for one day. What is left is spread over the days to come, so that no day becomes a burden.',
  'nothing-missed':
    'There is nothing that you missed last time. `/quiz` with the deck `due` asks what you are about to forget.',
};

const SHORTFALLS: Readonly<Record<Shortfall['reason'], string>> = {
  'new-cards': `you meet at most ${NEW_CARDS_PER_DAY} new ones a day, and more come with your next day.`,
  backlog: `new ones wait while more than ${REVIEWS_PER_DAY} reviews are due.`,
  reviews: `${REVIEWS_PER_DAY} reviews are enough for one day, and the rest is spread over the days to come.`,
  'no-more': 'this deck has no more to ask now.',
};

function openingLine(session: QuizSession, answered: number): string {
  switch (session.status) {
    case 'replaced':
      return `You began another session, so this one is closed.${answered === 0 ? '' : ' What you answered is kept.'}`;
    case 'stopped':
      return answered === 0
        ? 'Stopped before the first answer; nothing was counted.'
        : 'Stopped; what you answered is kept.';
    default:
      return answered === session.items.length ? 'All done.' : 'Done.';
  }
}

function scoreText(right: number, answered: number): string {
  return answered === 0 ? 'nothing answered' : `${right} of ${answered} right`;
}

function missedLines(missed: readonly AskedItem[]): readonly string[] {
  if (missed.length === 0) return [];
  const lines = missed.map(({ question }) => `- ${taskText(question)}: ${expectedInline(question, 120)}`);
  return ['', '**To look at again**', ...lines];
}

/** Days in order, each with how many of these cards come then. */
function comingLines(answered: readonly AskedItem[]): readonly string[] {
  const dueAtMs = answered.flatMap(({ item }) => item.review?.dueAtMs ?? []).sort((one, other) => one - other);
  const days = Map.groupBy(dueAtMs, (atMs) => new Date(atMs).toISOString().slice(0, 10));
  if (days.size === 0) return [];
  const lines = [...days.values()].map((times) => `- ${dayText(times[0] ?? 0)}: ${countOf(times.length)}`);
  return ['', '**When they come again**', ...lines];
}

function countOf(cards: number): string {
  return cards === 1 ? '1 card' : `${cards} cards`;
}

function taskText(question: Question): string {
  switch (question.kind) {
    case 'command':
      return goalText(truncate(question.goal, 120), question.values);
    case 'meaning':
      return inlineCode(truncate(question.command, 120));
    case 'term':
      return question.clue.kind === 'counterpart'
        ? `counterpart of ${knowledgeLine(question.clue.service)} on ${PROVIDER_NAMES[question.clue.to] ?? question.clue.to}`
        : knowledgeLine(truncate(question.clue.text, 100));
  }
}

function startButton(
  session: QuizSession,
  label: string,
  deck: Deck,
  style: ButtonStyle.Primary | ButtonStyle.Secondary,
) {
  const args = { deck, count: session.items.length, mode: session.mode };
  return button(label, encodeCustomId(QUIZ_START, session.personId, args), style);
}
