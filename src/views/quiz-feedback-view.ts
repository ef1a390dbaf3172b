// The feedback on one answer: right or not and why, the expected answer, where it comes from, and when it comes again.

import { type APIEmbed, ButtonStyle } from 'discord-api-types/v10';
import { isAppealable } from '../quiz/appeals.ts';
import type { Question } from '../quiz/question.ts';
import type { FeedbackScreen } from '../quiz/screen.ts';
import { RATINGS } from '../quiz/spacing.ts';
import { encodeCustomId } from './custom-id.ts';
import { LIMITS } from './limits.ts';
import type { ActionRow, MessageBody } from './message.ts';
import { answerLines } from './quiz-answer-text.ts';
import { QUIZ_APPEAL, QUIZ_NEXT, QUIZ_STOP, QUIZ_UNDO, QUIZ_WHY } from './quiz-custom-ids.ts';
import { noteText, questionLines } from './quiz-view.ts';
import { dayText, KUBECTL_VERSION, knowledgeLine, progressLine, sourceLine } from './quiz-words.ts';
import { button, buttonRows } from './study-controls.ts';
import { codeFence, inlineCode, splitMarkdown, truncate } from './text.ts';
import { COLOURS } from './theme.ts';

export function feedbackView(screen: FeedbackScreen): MessageBody {
  const { session, item, note } = screen;
  return {
    content: noteText(note),
    embeds: [feedbackEmbed(screen, progressLine(session, item.position))],
    components: controls(screen),
  };
}

/** What there is to say about the answer. @param above the line on top, e.g. how far the session has come. */
export function feedbackEmbed(screen: FeedbackScreen, above: string): APIEmbed {
  const { item, question, given } = screen;
  const lines = [
    ...questionLines(question),
    '',
    ...(given === undefined ? [] : answerLines(given)),
    ...expectedLines(screen),
    '',
    ...comingLines(screen),
    `-# ${sourceLine(question)}`,
  ];
  return {
    color: item.outcome === 'right' ? COLOURS.success : item.outcome === 'wrong' ? COLOURS.failure : COLOURS.neutral,
    author: { name: above },
    title: titleOf(screen),
    description: truncate(lines.join('\n'), LIMITS.embedDescription),
    ...(question.kind === 'term' ? {} : { footer: { text: `Judged by kubectl ${KUBECTL_VERSION}` } }),
  };
}

/** Whether there is more to say than the answer itself. */
export function hasWhy(question: Question): boolean {
  return whyParts(question).length > 0;
}

/** The private word on why: what each part does, or what one does with the thing that was asked for. */
export function whyView(question: Question): MessageBody {
  const parts = whyParts(question);
  const text = parts.length === 0 ? 'The knowledge base gives no reason beyond the answer itself.' : parts.join('\n\n');
  // Knowledge is the owner's own Markdown and may hold a code fence, so it is shown as Markdown and cut at its paragraphs.
  const [shown = ''] = splitMarkdown(text, LIMITS.embedDescription - LIMITS.embedTitle * 2);
  const expected = question.kind === 'command' ? [codeFence(question.key, 'sh')] : [];
  const version =
    question.kind === 'command' && question.sinceVersion !== undefined
      ? [`Since kubectl ${knowledgeLine(question.sinceVersion)}.`]
      : [];
  return {
    embeds: [
      {
        color: COLOURS.knowledge,
        title: 'Why',
        description: [...expected, shown, ...version, `-# ${sourceLine(question)}`].join('\n'),
      },
    ],
  };
}

function whyParts(question: Question): readonly string[] {
  const { useWhen, relates, example } = question.kind === 'term' ? question : {};
  return [
    ...(useWhen === undefined ? [] : [`**Use it when:** ${useWhen}`]),
    ...(relates === undefined ? [] : [`**How it relates:** ${relates}`]),
    ...(example === undefined ? [] : [`**Example:**\n${example}`]),
    ...(question.explanation === undefined ? [] : [question.explanation]),
  ];
}

/** The expected answer in one line of code. */
export function expectedAnswer(question: Question): string {
  switch (question.kind) {
    case 'command':
      return question.key;
    case 'term':
      return question.answer;
    case 'meaning':
      return question.options[question.rightOption] ?? '';
  }
}

/** The same as Markdown: a command or a name as code, a meaning as a sentence. `limit` is in characters before marking. */
export function expectedInline(question: Question, limit: number): string {
  const answer = truncate(expectedAnswer(question), limit);
  return question.kind === 'meaning' ? knowledgeLine(answer) : inlineCode(answer);
}

function titleOf({ item }: FeedbackScreen): string {
  switch (item.outcome) {
    case 'right':
      if (item.hintsUsed > 0) return 'Right, with a hint';
      return item.tries > 1 ? 'Right, on the second try' : 'Right';
    case 'wrong':
      return 'Not this time';
    case 'undone':
      return 'Taken back';
    default:
      return 'Skipped';
  }
}

function expectedLines({ item, question, given }: FeedbackScreen): readonly string[] {
  const { grading } = given ?? {};
  const isAsExpected = item.outcome === 'right' && (grading?.kind !== 'command' || grading.verdict === 'exact');
  if (isAsExpected && question.kind !== 'term') return [];
  if (question.kind === 'command') return ['Expected:', codeFence(question.key, 'sh')];
  if (question.kind === 'meaning') return [`Expected: ${knowledgeLine(expectedAnswer(question))}`];
  return [`The answer: ${inlineCode(question.answer)}`];
}

function comingLines({ item }: FeedbackScreen): readonly string[] {
  if (item.outcome === 'undone') return ['The grade is taken back, as if this card had not come up.'];
  if (item.review === undefined) return [];
  const when = dayText(item.review.dueAtMs);
  if (item.review.rating === RATINGS.hard)
    return [`It comes again on ${when}: a little sooner, since it took some help.`];
  return [`It comes again on ${when}.`];
}

function controls({ session, item, question, given, isLast }: FeedbackScreen): readonly ActionRow[] {
  const { personId, id } = session;
  const address = { session: id, position: item.position };
  const isOver = isLast || session.status !== 'open';
  const mayAppeal = given !== undefined && item.outcome === 'wrong' && isAppealable(question);
  return buttonRows([
    button(isOver ? 'Summary' : 'Next', encodeCustomId(QUIZ_NEXT, personId, { session: id }), ButtonStyle.Primary),
    ...(hasWhy(question) ? [button('Why?', encodeCustomId(QUIZ_WHY, personId, address))] : []),
    ...(mayAppeal ? [button('My answer should count', encodeCustomId(QUIZ_APPEAL, personId, address))] : []),
    ...(item.review === undefined ? [] : [button('Undo', encodeCustomId(QUIZ_UNDO, personId, address))]),
    ...(isOver ? [] : [button('Stop', encodeCustomId(QUIZ_STOP, personId, { session: id }))]),
  ]);
}
