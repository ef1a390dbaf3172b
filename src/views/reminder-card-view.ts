// The card of a reminder: its question with the buttons under it, and what takes its place once it is answered.

import { type APIEmbed, ButtonStyle } from 'discord-api-types/v10';
import type { FeedbackScreen, QuestionScreen } from '../quiz/screen.ts';
import { encodeCustomId } from './custom-id.ts';
import type { ActionRow } from './message.ts';
import { QUIZ_WHY } from './quiz-custom-ids.ts';
import { feedbackEmbed, hasWhy } from './quiz-feedback-view.ts';
import { questionEmbed } from './quiz-view.ts';
import { optionLetter } from './quiz-words.ts';
import { CARD_STEPS, REMINDER_CARD } from './reminder-custom-ids.ts';
import { type Button, button, buttonRows } from './study-controls.ts';

type CardStep = (typeof CARD_STEPS)[number];

export function cardEmbed(screen: QuestionScreen, isNew: boolean): APIEmbed {
  return questionEmbed(screen, isNew ? 'A new card' : 'A card that is due');
}

/** The options by letter, and a way to see the answer without guessing. */
export function cardRow(deliveryId: string, { session, question }: QuestionScreen): readonly ActionRow[] {
  const options = CARD_STEPS.slice(0, question.options.length);
  return buttonRows([
    ...options.map((step, index) =>
      stepButton(optionLetter(index), { deliveryId, session }, step, ButtonStyle.Primary),
    ),
    stepButton('Skip and show', { deliveryId, session }, 'show'),
  ]);
}

export function answeredEmbed(screen: FeedbackScreen): APIEmbed {
  return feedbackEmbed(screen, 'The card of this reminder');
}

export function answeredRow(deliveryId: string, { session, item, question }: FeedbackScreen): readonly ActionRow[] {
  const why = encodeCustomId(QUIZ_WHY, session.personId, { session: session.id, position: item.position });
  return buttonRows([
    ...(hasWhy(question) ? [button('Why?', why)] : []),
    ...(item.review === undefined ? [] : [stepButton('Undo', { deliveryId, session }, 'undo')]),
  ]);
}

function stepButton(
  label: string,
  { deliveryId, session }: { readonly deliveryId: string; readonly session: QuestionScreen['session'] },
  step: CardStep,
  style: Button['style'] = ButtonStyle.Secondary,
): Button {
  return button(
    label,
    encodeCustomId(REMINDER_CARD, session.personId, { delivery: deliveryId, session: session.id, step }),
    style,
  );
}
