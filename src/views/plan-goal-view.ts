// The goal date under a plan: how the two stand, the form in which it is set, and the buttons about it.

import { ButtonStyle, ComponentType, TextInputStyle } from 'discord-api-types/v10';
import type { GoalCheck } from '../study/goal-check.ts';
import type { PlanItem } from '../study/plan.ts';
import { encodeCustomId } from './custom-id.ts';
import type { ActionRow, ModalBody } from './message.ts';
import { type Button, button, buttonRows } from './study-controls.ts';
import { PLAN_GOAL, PLAN_GOAL_OFF, PLAN_GOAL_SET, PLAN_PACE } from './study-custom-ids.ts';
import { dayText, hoursCount, namesText, spanText, topicName } from './study-words.ts';
import { escapeMarkdown, truncate } from './text.ts';

/** Where the submitted day stands among the form's fields. */
export const GOAL_FIELD = 'goal';
/** What comes too late, named; more is counted. */
const NAMED = 3;

/** One line; Markdown. */
export function goalText({ goalOn, daysLate, tooLate, hoursNeeded }: GoalCheck): string {
  const goal = `Your goal is **${dayText(goalOn)}**: `;
  if (daysLate === 0) return `${goal}the plan ends on that very day.`;
  if (daysLate < 0) return `${goal}the plan ends ${spanText(-daysLate)} before it.`;
  const late = `the plan ends ${spanText(daysLate)} after it, with ${namesText(tooLate.map(itemName), NAMED)} still to finish.`;
  return hoursNeeded === undefined
    ? `${goal}${late} No pace reaches it any more.`
    : `${goal}${late} About ${hoursCount(hoursNeeded)} a week would reach it.`;
}

export function goalModal(ownerId: string, goalOn: string | undefined): ModalBody {
  return {
    custom_id: encodeCustomId(PLAN_GOAL_SET, ownerId, {}),
    title: 'By when do you want to be through?',
    components: [
      {
        type: ComponentType.Label,
        label: 'Goal date',
        description: 'Year, month and day. What cannot be finished by then stands back.',
        component: {
          type: ComponentType.TextInput,
          custom_id: GOAL_FIELD,
          style: TextInputStyle.Short,
          min_length: 8,
          max_length: 10,
          required: true,
          placeholder: '2027-01-31',
          ...(goalOn === undefined ? {} : { value: goalOn }),
        },
      },
    ],
  };
}

/** @param goal undefined while there is none ahead. */
export function goalButtons(ownerId: string, goal: GoalCheck | undefined): readonly ActionRow[] {
  const set = (label: string): Button => button(label, encodeCustomId(PLAN_GOAL, ownerId, {}));
  if (goal === undefined) return buttonRows([set('Set a goal date')]);
  const { hoursNeeded } = goal;
  return buttonRows([
    ...(hoursNeeded === undefined
      ? []
      : [
          button(
            `Plan ${hoursCount(hoursNeeded)} a week`,
            encodeCustomId(PLAN_PACE, ownerId, { hours: hoursNeeded }),
            ButtonStyle.Primary,
          ),
        ]),
    set('Change the goal date'),
    button('No goal date', encodeCustomId(PLAN_GOAL_OFF, ownerId, {})),
  ]);
}

function itemName(item: PlanItem): string {
  return item.kind === 'topic'
    ? topicName(item.topic)
    : `“${escapeMarkdown(truncate(item.step.text.replace(/\.$/, ''), 60))}”`;
}
