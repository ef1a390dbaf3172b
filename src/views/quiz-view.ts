// A question of a quiz with its controls, and the form in which an answer is written.

import { type APIEmbed, ButtonStyle, ComponentType, TextInputStyle } from 'discord-api-types/v10';
import type { Hint } from '../quiz/hints.ts';
import type { Question, TermClue } from '../quiz/question.ts';
import type { QuestionScreen, ScreenNote } from '../quiz/screen.ts';
import type { QuizSession } from '../quiz/session.ts';
import { encodeCustomId } from './custom-id.ts';
import { LIMITS } from './limits.ts';
import type { ActionRow, MessageBody, ModalBody } from './message.ts';
import { answerLines } from './quiz-answer-text.ts';
import {
  ANSWER_FIELD,
  QUERY_FIELD,
  QUIZ_CHOOSE,
  QUIZ_HINT,
  QUIZ_LOOK_UP,
  QUIZ_LOOKED_UP,
  QUIZ_SKIP,
  QUIZ_STOP,
  QUIZ_SUBMIT,
  QUIZ_TYPE,
} from './quiz-custom-ids.ts';
import { goalText, KUBECTL_VERSION, knowledgeLine, optionLetter, PROVIDER_NAMES, progressLine } from './quiz-words.ts';
import { button, buttonRows } from './study-controls.ts';
import { codeFence, escapeMarkdown, inlineCode, truncate } from './text.ts';
import { COLOURS } from './theme.ts';

/** More than any sensible answer, less than would flood the feedback. */
const ANSWER_MAX_CHARACTERS = 1000;

/** @param above a line on top, such as that an earlier session was closed. */
export function questionView(screen: QuestionScreen, above = ''): MessageBody {
  const { session, item } = screen;
  return {
    content: [above, noteText(screen.note)].filter((line) => line !== '').join('\n'),
    embeds: [questionEmbed(screen, progressLine(session, item.position))],
    components: [...answerRows(screen), ...controlRow(screen)],
  };
}

/** The question itself. @param above the line on top, e.g. how far the session has come. */
export function questionEmbed(screen: QuestionScreen, above: string): APIEmbed {
  const { session, question } = screen;
  return {
    color: COLOURS.quiz,
    author: { name: above },
    title: titleOf(question),
    description: truncate(describe(screen).join('\n'), LIMITS.embedDescription),
    footer: { text: footerOf(question, session) },
  };
}

/** The form of a typed item. `value` is left empty: the last answer stands in the message above it. */
export function answerModal(ownerId: string, screen: QuestionScreen): ModalBody {
  const { session, item, question } = screen;
  const args = { session: session.id, position: item.position, tries: item.tries };
  const isCommand = question.kind === 'command';
  return {
    custom_id: encodeCustomId(QUIZ_SUBMIT, ownerId, args),
    title: truncate(`${titleOf(question)} (${item.position + 1} of ${session.items.length})`, LIMITS.modalTitle),
    components: [
      {
        type: ComponentType.Label,
        label: isCommand ? 'The whole command' : 'Its name',
        description: isCommand ? 'Beginning with kubectl, or k for short' : 'A short form is fine',
        component: {
          type: ComponentType.TextInput,
          custom_id: ANSWER_FIELD,
          style: TextInputStyle.Short,
          max_length: ANSWER_MAX_CHARACTERS,
          required: true,
          ...(isCommand ? { placeholder: 'kubectl …' } : {}),
        },
      },
    ],
  };
}

/** The form in which something is looked up, with what the question is about already in it. */
export function lookUpModal(ownerId: string, suggestion: string | undefined): ModalBody {
  return {
    custom_id: encodeCustomId(QUIZ_LOOKED_UP, ownerId, {}),
    title: 'Look something up',
    components: [
      {
        type: ComponentType.Label,
        label: 'What would you like explained?',
        description: 'The quiz waits; only you see the answer',
        component: {
          type: ComponentType.TextInput,
          custom_id: QUERY_FIELD,
          style: TextInputStyle.Short,
          max_length: 200,
          required: true,
          ...(suggestion === undefined ? {} : { value: truncate(suggestion, 200) }),
        },
      },
    ],
  };
}

/** What is asked, in plain words; shared with reminders and the server quiz. */
export function questionLines(question: Question): readonly string[] {
  switch (question.kind) {
    case 'command':
      return [
        `**${goalText(question.goal, question.values)}**`,
        ...(question.precisely === undefined ? [] : [`In full: ${knowledgeLine(question.precisely)}`]),
      ];
    case 'meaning':
      return [codeFence(question.command, 'sh')];
    case 'term':
      return clueLines(question.clue);
  }
}

/** The options by letter; empty for a typed question. `struck` are those that a hint has ruled out. */
export function optionLines(question: Question, struck: ReadonlySet<number> = new Set()): readonly string[] {
  return question.options.map((option, index) => {
    const shown = question.kind === 'command' ? inlineCode(option) : knowledgeLine(option);
    const line = `**${optionLetter(index)}** ${shown}`;
    return struck.has(index) ? `~~${line}~~` : line;
  });
}

export function noteText(note: ScreenNote | undefined): string {
  switch (note?.kind) {
    case undefined:
      return '';
    case 'already-answered':
      return 'This one was answered before; here is what counted.';
    case 'session-over':
      return 'That session is over; nothing was counted.';
    case 'too-late-to-undo':
      return 'Other answers came after this one, so its grade stays. Only the newest one can be taken back.';
    case 'appeal-stored':
      return 'Noted. The keeper of this bot will look at it; if it counts, your grade and the date are put right.';
    case 'appeal-known':
      return 'This one is noted already.';
  }
}

function titleOf(question: Question): string {
  if (question.kind === 'meaning') return 'What does this command do?';
  if (question.kind === 'command') return question.mode === 'typed' ? 'Write the command' : 'Which command does it?';
  switch (question.clue.kind) {
    case 'definition':
      return 'What is this called?';
    case 'use-when':
      return 'Which one is it?';
    case 'counterpart':
      return 'What is its counterpart?';
  }
}

function clueLines(clue: TermClue): readonly string[] {
  switch (clue.kind) {
    case 'definition':
      return [knowledgeLine(clue.text)];
    case 'use-when':
      return ['Use it when:', knowledgeLine(clue.text)];
    case 'counterpart': {
      const [from, to] = [PROVIDER_NAMES[clue.from] ?? clue.from, PROVIDER_NAMES[clue.to] ?? clue.to];
      return [
        `Which service of **${escapeMarkdown(to)}** does what **${escapeMarkdown(clue.service)}** does on ${escapeMarkdown(from)}?`,
        `The need: ${knowledgeLine(clue.need)}`,
      ];
    }
  }
}

function describe(screen: QuestionScreen): readonly string[] {
  const { question, hints, missed, session } = screen;
  const struck = struckOptions(hints);
  const options = optionLines(question, struck);
  const told = hints.filter((hint) => hint.kind !== 'not-this').map(hintText);
  return [
    ...questionLines(question),
    ...(options.length === 0 ? [] : ['', ...options]),
    ...(told.length === 0 ? [] : ['', ...told]),
    ...(missed === undefined ? [] : ['', ...answerLines(missed), '**One more try.**']),
    ...(question.mode === 'typed' && session.isDirectMessage
      ? ['', '-# Press the button, or just write it here.']
      : []),
  ];
}

export function hintText(hint: Exclude<Hint, { kind: 'not-this' }>): string {
  switch (hint.kind) {
    case 'verb':
      return `Hint: it begins with ${inlineCode(hint.text)}.`;
    case 'shape':
      return `Hint: its shape is ${inlineCode(hint.text)}.`;
    case 'first-letter':
      return `Hint: it begins with ${inlineCode(hint.letter)} and has ${hint.length} characters.`;
    case 'letters':
      return `Hint: ${inlineCode(hint.text)}.`;
  }
}

function struckOptions(hints: readonly Hint[]): ReadonlySet<number> {
  return new Set(hints.flatMap((hint) => (hint.kind === 'not-this' ? [hint.option] : [])));
}

function footerOf(question: Question, session: QuizSession): string {
  const isAboutKubectl = question.kind !== 'term';
  const version = isAboutKubectl ? [`kubectl ${KUBECTL_VERSION}`, 'the current namespace unless another is named'] : [];
  const turn =
    session.mode === 'mixed' ? [question.mode === 'typed' ? 'mixed: write this one' : 'mixed: choose this one'] : [];
  return [...version, ...turn].join(' · ') || 'Take your time.';
}

function answerRows({ session, item, question, hints }: QuestionScreen): readonly ActionRow[] {
  const { personId, id } = session;
  const address = { session: id, position: item.position };
  if (question.mode === 'typed') {
    const customId = encodeCustomId(QUIZ_TYPE, personId, { ...address, tries: item.tries });
    return buttonRows([button('Write the answer', customId, ButtonStyle.Primary)]);
  }
  const struck = struckOptions(hints);
  return buttonRows(
    question.options.map((_, option) => ({
      ...button(
        optionLetter(option),
        encodeCustomId(QUIZ_CHOOSE, personId, { ...address, option }),
        ButtonStyle.Primary,
      ),
      disabled: struck.has(option),
    })),
  );
}

function controlRow({ session, item, hints, hasMoreHints }: QuestionScreen): readonly ActionRow[] {
  const { personId, id } = session;
  const address = { session: id, position: item.position };
  const step = hints.length;
  return buttonRows([
    {
      ...button(step === 0 ? 'Hint' : 'Another hint', encodeCustomId(QUIZ_HINT, personId, { ...address, step })),
      disabled: !hasMoreHints,
    },
    button('Skip and show', encodeCustomId(QUIZ_SKIP, personId, address)),
    button('Look something up', encodeCustomId(QUIZ_LOOK_UP, personId, address)),
    button('Stop', encodeCustomId(QUIZ_STOP, personId, { session: id })),
  ]);
}
