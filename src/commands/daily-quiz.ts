// `/daily-quiz`: a card a day in a channel of a server, set by those who manage it; and the buttons under the cards.

import {
  type APIApplicationCommandSubcommandOption,
  ApplicationCommandOptionType,
  ApplicationIntegrationType,
  ChannelType,
  InteractionContextType,
  PermissionFlagsBits,
} from 'discord-api-types/v10';
import { UserError } from '../operations/user-error.ts';
import { CARD_DECKS } from '../quiz/card.ts';
import { readQuestion } from '../quiz/question.ts';
import type { ServerQuizService } from '../quiz/server/server-quiz-service.ts';
import { parseTimeOfDay } from '../reminders/parse-schedule.ts';
import type { TimezoneFinder } from '../reminders/timezones.ts';
import { LIMITS } from '../views/limits.ts';
import { whyView } from '../views/quiz-feedback-view.ts';
import { timezoneChoiceName } from '../views/reminder-words.ts';
import { SERVER_CHOOSE, SERVER_RANK, SERVER_WHY } from '../views/server-quiz-custom-ids.ts';
import {
  dailyQuizOffView,
  dailyQuizSetView,
  dailyQuizStatusView,
  rankedView,
  serverAnswerView,
  unknownPostView,
} from '../views/server-quiz-view.ts';
import { type Command, type CommandRequest, type ComponentHandler, handleComponent, type Reply } from './command.ts';

export interface DailyQuizCommandDeps {
  readonly service: ServerQuizService;
  readonly timezones: TimezoneFinder;
  /** IANA zone of a quiz for which none was named. */
  readonly defaultTimezone: string;
}

const POLICY = { ack: 'immediate', visibility: 'personal' } as const;

const SUBCOMMANDS: APIApplicationCommandSubcommandOption[] = [
  {
    type: ApplicationCommandOptionType.Subcommand,
    name: 'set',
    description: 'Where and when the card of the day comes',
    options: [
      {
        type: ApplicationCommandOptionType.Channel,
        name: 'channel',
        description: 'The channel it comes to',
        required: true,
        channel_types: [ChannelType.GuildText, ChannelType.GuildAnnouncement],
      },
      {
        type: ApplicationCommandOptionType.String,
        name: 'time',
        description: 'Time of day, e.g. 09:00',
        required: true,
      },
      {
        type: ApplicationCommandOptionType.String,
        name: 'timezone',
        description: 'Time zone of that time: type a city',
        autocomplete: true,
      },
      {
        type: ApplicationCommandOptionType.String,
        name: 'deck',
        description: 'What it asks about (kubectl unless you say)',
        choices: CARD_DECKS.map((deck) => ({ name: deck, value: deck })),
      },
    ],
  },
  { type: ApplicationCommandOptionType.Subcommand, name: 'off', description: 'No more cards in this server' },
  {
    type: ApplicationCommandOptionType.Subcommand,
    name: 'status',
    description: 'What is set, when the next card comes, and the ranking',
  },
];

export function createDailyQuizCommand(deps: DailyQuizCommandDeps): Command {
  return {
    payload: {
      name: 'daily-quiz',
      description: 'A card a day in a channel of this server',
      integration_types: [ApplicationIntegrationType.GuildInstall],
      contexts: [InteractionContextType.Guild],
      default_member_permissions: String(PermissionFlagsBits.ManageGuild),
      options: SUBCOMMANDS,
    },
    ack: 'immediate',
    visibility: 'personal',
    run: (request) => runDailyQuiz(deps, request),
    async complete({ focused, nowMs }) {
      const likely = [deps.defaultTimezone];
      return deps.timezones.suggest(focused.value, nowMs, LIMITS.choices, likely).map((match) => ({
        name: timezoneChoiceName(match),
        value: match.timezone,
      }));
    },
    components: components(deps.service),
  };
}

async function runDailyQuiz(deps: DailyQuizCommandDeps, request: CommandRequest): Promise<Reply> {
  const { service } = deps;
  const guildId = manageableGuild(request);
  switch (request.subcommand) {
    case 'set':
      return setQuiz(deps, guildId, request);
    case 'off':
      return { kind: 'message', message: dailyQuizOffView(await service.turnOff(guildId)) };
    default: {
      const ranking = await service.ranking(guildId, request.nowMs);
      return { kind: 'message', message: dailyQuizStatusView(await service.read(guildId), guildId, ranking) };
    }
  }
}

async function setQuiz(deps: DailyQuizCommandDeps, guildId: string, request: CommandRequest): Promise<Reply> {
  const { options, nowMs } = request;
  const settings = {
    guildId,
    channelId: String(options.channel ?? request.place.channelId),
    time: readTime(String(options.time ?? '')),
    timezone: options.timezone === undefined ? deps.defaultTimezone : readTimezone(deps, String(options.timezone)),
    deck: CARD_DECKS.find((deck) => deck === options.deck) ?? 'kubectl',
  };
  const firstAtMs = await deps.service.set(settings, nowMs);
  const quiz = { ...settings, nextAtMs: firstAtMs, isRefused: false };
  return { kind: 'message', message: dailyQuizSetView(quiz, firstAtMs) };
}

/**
 * Discord hides the command from others, and servers can change that, so it is checked here too.
 * @throws UserError `servers-only`, `manage-server-only`
 */
function manageableGuild({ place }: CommandRequest): string {
  if (place.guildId === undefined) throw new UserError('servers-only');
  if (!place.canManageServer) throw new UserError('manage-server-only');
  return place.guildId;
}

/** @throws UserError `bad-reminder-time` */
function readTime(text: string): string {
  const time = parseTimeOfDay(text);
  if (time === undefined) throw new UserError('bad-reminder-time', { got: text });
  return time;
}

/** @throws UserError `unknown-timezone` */
function readTimezone({ timezones }: DailyQuizCommandDeps, text: string): string {
  const reading = timezones.read(text);
  if (reading.kind === 'zone') return reading.timezone;
  throw new UserError('unknown-timezone', { got: text, near: reading.near.join(', ') });
}

function components(service: ServerQuizService): readonly ComponentHandler[] {
  return [
    handleComponent(SERVER_CHOOSE, POLICY, async ({ args, person, nowMs }): Promise<Reply> => {
      const answer = await service.answer(args.post, person.id, args.option, nowMs);
      if (answer === undefined) return { kind: 'message', message: unknownPostView() };
      const { outcome, post } = answer;
      return { kind: 'message', message: serverAnswerView(outcome, post.guildId, readQuestion(post.question)) };
    }),
    handleComponent(SERVER_WHY, POLICY, async ({ args }): Promise<Reply> => {
      const post = await service.readPost(args.post);
      const message = post?.state === 'revealed' ? whyView(readQuestion(post.question)) : unknownPostView();
      return { kind: 'message', message };
    }),
    handleComponent(SERVER_RANK, POLICY, async ({ args, person, nowMs }): Promise<Reply> => {
      const isRanked = args.wish === 'in';
      const hasChanged = await service.setRanked(args.guild, person.id, isRanked, nowMs);
      return { kind: 'message', message: rankedView(args.guild, isRanked, hasChanged) };
    }),
  ];
}
