// `/remind`: the daily reminder, and the buttons under it.

import { type APIApplicationCommandSubcommandOption, ApplicationCommandOptionType } from 'discord-api-types/v10';
import { UserError } from '../operations/user-error.ts';
import { parseDays, parseTimeOfDay } from '../reminders/parse-schedule.ts';
import { react } from '../reminders/reactions.ts';
import type { ReminderService } from '../reminders/reminder-service.ts';
import type { ReminderStore } from '../reminders/reminder-store.ts';
import type { TimezoneFinder } from '../reminders/timezones.ts';
import { LIMITS } from '../views/limits.ts';
import {
  reactionView,
  reminderOffView,
  reminderPausedView,
  reminderRetryView,
  reminderSetView,
  reminderStatusView,
} from '../views/remind-view.ts';
import { REMINDER_ACT, REMINDER_OFF, REMINDER_RESUME, REMINDER_RETRY } from '../views/reminder-custom-ids.ts';
import { timezoneChoiceName } from '../views/reminder-words.ts';
import {
  type Choice,
  type Command,
  type CommandRequest,
  type CompletionRequest,
  type ComponentHandler,
  EVERYWHERE,
  handleComponent,
  type Reply,
} from './command.ts';
import { type ReminderCardDeps, reminderCardComponent } from './reminder-card.ts';

export interface RemindCommandDeps {
  readonly service: ReminderService;
  readonly store: ReminderStore;
  readonly timezones: TimezoneFinder;
  readonly newDeliveryId: () => string;
  /** Has the dispatcher look at once; not waited for. */
  readonly dispatchSoon: () => void;
  /** Answers the card of a reminder, and has its lesson written anew. */
  readonly card: Omit<ReminderCardDeps, 'store'>;
}

const POLICY = { ack: 'immediate', visibility: 'personal' } as const;
const MAX_PAUSE_DAYS = 365;
const DAY_CHOICES = [
  { name: 'every day', value: 'daily' },
  { name: 'Monday to Friday', value: 'weekdays' },
  { name: 'Saturday and Sunday', value: 'weekends' },
] as const;

export function createRemindCommand(deps: RemindCommandDeps): Command {
  return {
    payload: {
      name: 'remind',
      description: 'A small lesson by direct message, at your time in your zone',
      options: SUBCOMMANDS,
      ...EVERYWHERE,
    },
    ack: 'immediate',
    visibility: 'personal',
    run: (request) => runRemind(deps, request),
    complete: (request) => complete(deps, request),
    components: [...buttonHandlers(deps), reminderCardComponent({ ...deps.card, store: deps.store })],
  };
}

const SUBCOMMANDS: APIApplicationCommandSubcommandOption[] = [
  {
    type: ApplicationCommandOptionType.Subcommand,
    name: 'daily',
    description: 'Set when it comes',
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: 'time',
        description: 'Time of day, e.g. 08:00',
        required: true,
      },
      {
        type: ApplicationCommandOptionType.String,
        name: 'timezone',
        description: 'Your time zone: type your city',
        autocomplete: true,
      },
      {
        type: ApplicationCommandOptionType.String,
        name: 'days',
        description: 'daily, weekdays, weekends, or a list such as mon,wed,fri',
        autocomplete: true,
      },
    ],
  },
  {
    type: ApplicationCommandOptionType.Subcommand,
    name: 'pause',
    description: 'No reminders for some days',
    options: [
      {
        type: ApplicationCommandOptionType.Integer,
        name: 'for',
        description: 'How many days',
        required: true,
        min_value: 1,
        max_value: MAX_PAUSE_DAYS,
      },
    ],
  },
  { type: ApplicationCommandOptionType.Subcommand, name: 'off', description: 'No more reminders' },
  {
    type: ApplicationCommandOptionType.Subcommand,
    name: 'status',
    description: 'When the next one comes, and what became of the last ones',
  },
];

async function runRemind(deps: RemindCommandDeps, request: CommandRequest): Promise<Reply> {
  const { person, nowMs, subcommand, options } = request;
  switch (subcommand) {
    case 'daily':
      return setDaily(deps, request);
    case 'pause': {
      const outcome = await deps.service.pause(person.id, readPauseDays(options.for), nowMs);
      return { kind: 'message', message: reminderPausedView(person.id, outcome) };
    }
    case 'off':
      return { kind: 'message', message: reminderOffView(person.id, await deps.service.turnOff(person.id, nowMs)) };
    default:
      return { kind: 'message', message: reminderStatusView(person.id, await deps.service.stateOf(person.id, nowMs)) };
  }
}

async function setDaily(deps: RemindCommandDeps, { person, place, nowMs, options }: CommandRequest): Promise<Reply> {
  const time = readTime(String(options.time ?? ''));
  const days = readDays(String(options.days ?? 'daily'));
  const timezone = options.timezone === undefined ? undefined : readTimezone(deps, String(options.timezone));
  const channelId = place.isDirectMessage ? place.channelId : undefined;
  const outcome = await deps.service.setDaily(person.id, { time, days, timezone, channelId }, nowMs);
  return { kind: 'message', message: reminderSetView(person.id, outcome) };
}

/** @throws UserError `bad-reminder-time` */
function readTime(text: string): string {
  const time = parseTimeOfDay(text);
  if (time === undefined) throw new UserError('bad-reminder-time', { got: text });
  return time;
}

/** @throws UserError `bad-reminder-days` */
function readDays(text: string): ReturnType<typeof parseDays> & object {
  const days = parseDays(text);
  if (days === undefined) throw new UserError('bad-reminder-days', { got: text });
  return days;
}

/** @throws UserError `unknown-timezone` */
function readTimezone(deps: RemindCommandDeps, text: string): string {
  const reading = deps.timezones.read(text);
  if (reading.kind === 'zone') return reading.timezone;
  throw new UserError('unknown-timezone', { got: text, near: reading.near.join(', ') });
}

/** @throws UserError `bad-pause-days`; Discord holds people to the range already, other clients may not. */
function readPauseDays(value: CommandRequest['options'][string] | undefined): number {
  const days = Number(value);
  if (Number.isInteger(days) && days >= 1 && days <= MAX_PAUSE_DAYS) return days;
  throw new UserError('bad-pause-days', { got: String(value), most: MAX_PAUSE_DAYS });
}

async function complete(deps: RemindCommandDeps, request: CompletionRequest): Promise<readonly Choice[]> {
  const { focused, person, nowMs } = request;
  if (focused.name === 'timezone') {
    const { timezone } = await deps.service.timezoneOf(person.id);
    return deps.timezones.suggest(focused.value, nowMs, LIMITS.choices, [timezone]).map((match) => ({
      name: timezoneChoiceName(match),
      value: match.timezone,
    }));
  }
  if (focused.name !== 'days') return [];
  const typed = focused.value.trim().toLowerCase();
  const named = DAY_CHOICES.filter(({ name, value }) => `${name} ${value}`.toLowerCase().includes(typed));
  const isOwnList = named.length === 0 && parseDays(typed) !== undefined && typed.length <= LIMITS.choiceValue;
  return isOwnList ? [{ name: typed, value: typed }] : named;
}

function buttonHandlers(deps: RemindCommandDeps): readonly ComponentHandler[] {
  return [
    handleComponent(REMINDER_ACT, POLICY, async ({ person, nowMs, args }) => {
      const { delivery: deliveryId, action } = args;
      const reaction = await react(deps, { personId: person.id, deliveryId, action, nowMs });
      return { kind: 'edit', message: reactionView(person.id, deliveryId, reaction) };
    }),
    handleComponent(REMINDER_RESUME, POLICY, async ({ person, nowMs }) => {
      const outcome = await deps.service.resume(person.id, nowMs);
      const message =
        outcome === undefined ? reminderOffView(person.id, undefined) : reminderSetView(person.id, outcome);
      return { kind: 'edit', message };
    }),
    handleComponent(REMINDER_OFF, POLICY, async ({ person, nowMs }) => {
      return { kind: 'edit', message: reminderOffView(person.id, await deps.service.turnOff(person.id, nowMs)) };
    }),
    handleComponent(REMINDER_RETRY, POLICY, async ({ person, nowMs }) => {
      const outcome = await deps.service.retryDirectMessages(person.id, nowMs);
      if (outcome.kind === 'trying') deps.dispatchSoon();
      return { kind: 'edit', message: reminderRetryView(person.id, outcome) };
    }),
  ];
}
