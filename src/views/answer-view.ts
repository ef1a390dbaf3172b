// The assistant's answer as it waits, grows and ends: its text, its numbered sources, and who answered.

import { type APIEmbedField, ButtonStyle } from 'discord-api-types/v10';
import type { AnswerProgress, AssistantAnswer, EndedAnswer } from '../assistant/answer.ts';
import type { AnswerSource } from '../assistant/grounding.ts';
import { HIDDEN_MARK } from '../assistant/hide-solution.ts';
import { ELSEWHERE_TEXT, fallbackText, generalText, HIDDEN_TEXT, REDACTED_TEXT } from './answer-words.ts';
import { ASK_CANCEL, ASK_FEEDBACK } from './ask-custom-ids.ts';
import { commandRefusalText } from './command-difference-text.ts';
import { encodeCustomId } from './custom-id.ts';
import { explainView } from './explain-view.ts';
import { linkTarget } from './knowledge-text.ts';
import { LIMITS } from './limits.ts';
import type { ActionRow, MessageBody } from './message.ts';
import { proposalButtons, proposalField } from './proposal-view.ts';
import { type Button, button, buttonRows } from './study-controls.ts';
import { escapeMarkdown, inlineCode, splitMarkdown, truncate } from './text.ts';
import { COLOURS } from './theme.ts';

/** Text of one embed; sources, warnings and footer share the rest of Discord's 6,000 characters with it. */
const TEXT_ROOM = 3_400;
const COMMAND_ROOM = 120;
const WHOLE_ANSWER = 'whole-answer.md';
const GOES_ON = `This is the beginning; ${WHOLE_ANSWER} has the whole answer.`;

/** Each state replaces the one before, so each says all: text, embeds and buttons. */
export function answerProgressView(progress: AnswerProgress, ownerId: string): MessageBody {
  if (progress.kind === 'ended') return answerEndedView(progress.answer, ownerId);
  const cancel = encodeCustomId(ASK_CANCEL, ownerId, { answer: progress.answerId });
  const components = buttonRows([button('Stop', cancel)]);
  if (progress.kind === 'queued') {
    const ahead = progress.place === 1 ? 'Yours is the next question' : `Your question is number ${progress.place}`;
    return { content: `${ahead} in the queue. It starts by itself.`, embeds: [], components };
  }
  const [shown = ''] = splitMarkdown(progress.text, TEXT_ROOM);
  const isOpen = (shown.match(/^\s*```/gm) ?? []).length % 2 === 1;
  return {
    content: '',
    embeds: [{ color: COLOURS.knowledge, description: `${shown}${isOpen ? '\n```' : ''} …` }],
    components,
  };
}

export function answerEndedView(answer: EndedAnswer, ownerId: string): MessageBody {
  const redacted = answer.redactedCount === 0 ? [] : [REDACTED_TEXT];
  const feedback = feedbackButtons(answer.answerId, ownerId);
  if (answer.mode === 'assistant') return assistantAnswerView(answer, ownerId, redacted);
  const { question, result, knowledge } = answer.answer;
  const message = explainView(question, result, { knowledge, ownerId, moreButtons: feedback });
  const lines = [
    fallbackText(answer.reason),
    ...redacted,
    ...(message.content === undefined ? [] : [message.content]),
    ...(result.kind === 'unknown' ? [ELSEWHERE_TEXT] : []),
  ];
  return { embeds: [], components: [], ...message, content: lines.join('\n') };
}

function assistantAnswerView(answer: AssistantAnswer, ownerId: string, redacted: readonly string[]): MessageBody {
  const general = generalText(answer.general);
  const text = [...(general.lead === undefined ? [] : [general.lead]), answer.text].join('\n\n');
  const [start = '', ...rest] = splitMarkdown(text, TEXT_ROOM);
  const shown = rest.length === 0 ? start : `${start}\n\n*${GOES_ON}*`;
  const whole = rest.length === 0 ? [] : [{ name: WHOLE_ANSWER, data: wholeText(answer) }];
  const notes = [
    ...redacted,
    ...(answer.text.includes(HIDDEN_MARK) ? [HIDDEN_TEXT] : []),
    ...(answer.cut === 'length' ? ['The answer got too long and was cut here. Ask me to go on.'] : []),
    ...(answer.cut === 'cancelled' ? ['You stopped the answer here.'] : []),
  ];
  return {
    content: notes.join('\n'),
    embeds: [
      {
        color: answer.general === 'all' ? COLOURS.neutral : COLOURS.knowledge,
        description: shown,
        fields: [...warningFields(answer), ...sourceFields(answer.sources), ...answer.proposals.map(proposalField)],
        footer: { text: general.footer },
      },
    ],
    components: answerButtons(answer, ownerId),
    ...(whole.length === 0 ? {} : { files: whole }),
  };
}

function answerButtons(answer: AssistantAnswer, ownerId: string): readonly ActionRow[] {
  return [
    ...answer.proposals.flatMap((proposal) => buttonRows(proposalButtons(proposal.id, ownerId))),
    ...buttonRows(feedbackButtons(answer.answerId, ownerId)),
  ];
}

export function feedbackButtons(answerId: string, ownerId: string): readonly Button[] {
  const id = (helpful: 'yes' | 'no'): string => encodeCustomId(ASK_FEEDBACK, ownerId, { answer: answerId, helpful });
  return [button('Helpful', id('yes'), ButtonStyle.Secondary), button('Not helpful', id('no'), ButtonStyle.Secondary)];
}

function sourceFields(sources: readonly AnswerSource[]): readonly APIEmbedField[] {
  if (sources.length === 0) return [];
  let value = '';
  for (const { number, label, url } of sources) {
    const name = escapeMarkdown(truncate(label, 150));
    const line = `${number}. ${url === undefined ? name : `[${name}](${linkTarget(url)})`}`;
    // Whole lines only: half a link would show its address.
    if (value.length + line.length + 1 <= LIMITS.embedFieldValue) value += `${value === '' ? '' : '\n'}${line}`;
  }
  return [{ name: 'Sources', value }];
}

function warningFields({ warnings }: AssistantAnswer): readonly APIEmbedField[] {
  if (warnings.length === 0) return [];
  const lines = warnings.map(
    ({ line, reason, subject }) =>
      `${inlineCode(truncate(line, COMMAND_ROOM))}: ${commandRefusalText(reason, truncate(subject, 40))}`,
  );
  return [{ name: '⚠ Would not run as shown', value: truncate(lines.join('\n'), LIMITS.embedFieldValue) }];
}

function wholeText({ text, sources }: AssistantAnswer): Uint8Array {
  const list = sources.map(({ number, label, url }) => `${number}. ${label}${url === undefined ? '' : ` <${url}>`}`);
  return new TextEncoder().encode(
    `${[text, ...(list.length === 0 ? [] : ['## Sources', list.join('\n')])].join('\n\n')}\n`,
  );
}

/** A press on Stop that was heard; the answer's own message shows the end. */
export function stoppingView(): MessageBody {
  return { content: 'Stopped.' };
}

export function answerOverView(): MessageBody {
  return { content: 'That answer is over, so there is nothing to stop.' };
}

export function feedbackThanksView(isHelpful: boolean): MessageBody {
  return {
    content: isHelpful
      ? 'Good to know, thank you. It is kept with the question, without your name, and shows what works.'
      : 'Thank you for saying so. The question goes, without your name, to whoever looks after the knowledge base.',
  };
}

export function answerForgottenView(): MessageBody {
  return { content: 'That answer is no longer stored, so your word on it could not be kept with it.' };
}

/** The bot was greeted, thanked, or mentioned without any words. */
export function nothingAskedView(): MessageBody {
  return {
    content:
      'I am here. Ask me something about your skills list, for example “When do I need an Ingress?”; `/next-topic` says what to learn next, `/help` what else I can do.',
  };
}
