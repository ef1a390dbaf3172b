// The quiz of a server: the card of the day, its reveal, the private word on an answer, and the settings.

import { type APIEmbed, ButtonStyle } from 'discord-api-types/v10';
import type { Question } from '../quiz/question.ts';
import type { RankedPerson, ServerAnswerOutcome, ServerPost, ServerQuiz, Tally } from '../quiz/server/server-quiz.ts';
import { ANYBODY, encodeCustomId } from './custom-id.ts';
import { LIMITS } from './limits.ts';
import type { MessageBody } from './message.ts';
import { expectedInline, hasWhy } from './quiz-feedback-view.ts';
import { optionLines, questionLines } from './quiz-view.ts';
import { DECK_NAMES, optionLetter, sourceLine } from './quiz-words.ts';
import { SERVER_CHOOSE, SERVER_RANK, SERVER_WHY } from './server-quiz-custom-ids.ts';
import { type Button, button, buttonRows } from './study-controls.ts';
import { codeFence, escapeMarkdown, truncate } from './text.ts';
import { COLOURS } from './theme.ts';

/** People shown below a reveal; the whole ranking is in `/daily-quiz status`. */
const RANKED_SHOWN = 3;

export function serverQuestionView(post: ServerPost, question: Question): MessageBody {
  const lines = [
    ...questionLines(question),
    '',
    ...optionLines(question),
    '',
    `Your pick is seen by you alone. The answer comes ${relative(post.revealAtMs)}.`,
  ];
  return {
    embeds: [
      {
        color: COLOURS.quiz,
        title: 'Card of the day',
        description: truncate(lines.join('\n'), LIMITS.embedDescription),
      } satisfies APIEmbed,
    ],
    components: buttonRows(
      question.options.map((_, option) =>
        button(
          optionLetter(option),
          encodeCustomId(SERVER_CHOOSE, ANYBODY, { post: post.id, option }),
          ButtonStyle.Primary,
        ),
      ),
    ),
  };
}

export function serverRevealView(
  post: ServerPost,
  question: Question,
  tally: Tally,
  ranking: readonly RankedPerson[],
): MessageBody {
  const shown = ranking.slice(0, RANKED_SHOWN);
  const lines = [
    ...questionLines(question),
    '',
    ...expectedLines(question),
    tallyLine(tally),
    ...(shown.length === 0 ? [] : ['', '**Ranking of those who joined**', ...rankingLines(shown)]),
    '',
    `-# ${sourceLine(question)}`,
  ];
  return {
    embeds: [
      {
        color: COLOURS.success,
        title: 'Card of the day: the answer',
        description: truncate(lines.join('\n'), LIMITS.embedDescription),
      } satisfies APIEmbed,
    ],
    components: buttonRows([
      ...(hasWhy(question) ? [button('Why?', encodeCustomId(SERVER_WHY, ANYBODY, { post: post.id }))] : []),
      rankButton(post.guildId, 'in'),
    ]),
  };
}

/** The private word on a pick. Before the reveal it does not say whether it is right: nobody gives away what they do not know. */
export function serverAnswerView(outcome: ServerAnswerOutcome, guildId: string, question: Question): MessageBody {
  switch (outcome.kind) {
    case 'counted':
      return {
        content: `Noted: **${optionLetter(outcome.option)}**. Nobody else sees it; the answer comes ${relative(outcome.revealAtMs)}.`,
        components: buttonRows([rankButton(guildId, 'in')]),
      };
    case 'late':
      return {
        content: `Your first pick counts: **${optionLetter(outcome.option)}**. The answer comes ${relative(outcome.revealAtMs)}.`,
      };
    case 'over':
      return { content: overText(outcome.option, question) };
  }
}

/** A post whose row is gone. */
export function unknownPostView(): MessageBody {
  return { content: 'That card is no longer stored, so there is nothing to count.' };
}

export function rankedView(guildId: string, isRanked: boolean, hasChanged: boolean): MessageBody {
  const content = isRanked
    ? `${hasChanged ? 'You are now' : 'You are already'} in the ranking of this server: it counts your right answers to its daily cards.`
    : `${hasChanged ? 'You are out of' : 'You were not in'} the ranking of this server.`;
  return { content, components: isRanked ? buttonRows([rankButton(guildId, 'out')]) : [] };
}

export function dailyQuizSetView(quiz: ServerQuiz, firstAtMs: number): MessageBody {
  return {
    content: `A ${DECK_NAMES[quiz.deck]} card comes to <#${quiz.channelId}> every day at ${quiz.time} (${escapeMarkdown(quiz.timezone)}), first ${relative(firstAtMs)}. I need to be allowed to write there.`,
  };
}

export function dailyQuizOffView(wasOn: boolean): MessageBody {
  return {
    content: wasOn
      ? 'The daily card is off. A card that still runs is revealed at its time.'
      : 'There was no daily card to switch off.',
  };
}

export function dailyQuizStatusView(
  quiz: ServerQuiz | undefined,
  guildId: string,
  ranking: readonly RankedPerson[],
): MessageBody {
  const lines = [
    statusLine(quiz),
    ...(ranking.length === 0
      ? ['', 'Nobody has joined the ranking yet.']
      : ['', '**Ranking of those who joined**', ...rankingLines(ranking)]),
  ];
  return {
    embeds: [{ color: COLOURS.quiz, title: 'The daily card of this server', description: lines.join('\n') }],
    components: buttonRows([rankButton(guildId, 'in'), rankButton(guildId, 'out')]),
  };
}

function statusLine(quiz: ServerQuiz | undefined): string {
  if (quiz === undefined) return 'None is set. `/daily-quiz set` sets one.';
  const what = `a ${DECK_NAMES[quiz.deck]} card in <#${quiz.channelId}> at ${quiz.time} (${escapeMarkdown(quiz.timezone)})`;
  if (quiz.nextAtMs !== undefined) return `Every day ${what}; the next one ${relative(quiz.nextAtMs)}.`;
  return quiz.isRefused
    ? `Off: Discord did not let me write ${what}. Give me the right to write there and set it again.`
    : `Off. It was ${what}.`;
}

function expectedLines(question: Question): readonly string[] {
  const letter = `**${optionLetter(question.rightOption)}**`;
  return question.kind === 'command'
    ? [`The answer: ${letter}`, codeFence(question.key, 'sh')]
    : [`The answer: ${letter} ${expectedInline(question, 300)}`];
}

function tallyLine({ answers, right }: Tally): string {
  if (answers === 0) return 'Nobody picked an answer.';
  const share = Math.round((right / answers) * 100);
  return answers === 1
    ? `One pick, and it was ${right === 1 ? 'right' : 'another'}.`
    : `${right} of ${answers} were right (${share} %).`;
}

/** Mentions show names; the place that sends lets none of them ping. */
function rankingLines(ranking: readonly RankedPerson[]): readonly string[] {
  return ranking.map(
    ({ personId, right, answers }, index) => `${index + 1}. <@${personId}>: ${right} right of ${answers}`,
  );
}

function overText(option: number | undefined, question: Question): string {
  if (option === undefined) return 'The answer was shown already, so this pick is not counted.';
  return option === question.rightOption
    ? `You picked **${optionLetter(option)}**, and it was right.`
    : `You picked **${optionLetter(option)}**; right was **${optionLetter(question.rightOption)}**.`;
}

function rankButton(guild: string, wish: 'in' | 'out'): Button {
  const label = wish === 'in' ? 'Join the ranking' : 'Leave the ranking';
  return button(label, encodeCustomId(SERVER_RANK, ANYBODY, { guild, wish }));
}

function relative(atMs: number): string {
  return `<t:${Math.floor(atMs / 1000)}:R>`;
}
