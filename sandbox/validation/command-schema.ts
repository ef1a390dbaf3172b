// Schemas of application commands with the rules on names, options and choices.
// Source: https://discord.com/developers/docs/interactions/application-commands#application-command-object

import {
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  ApplicationCommandOptionType as Option,
} from 'discord-api-types/v10';
import { z } from 'zod';
import { addFault, list, parseBody, text, wholeNumber } from './pieces.ts';

const NAME_PATTERN = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
const TOTAL_LENGTH = 8000;

const localizations = z.record(z.string(), z.string()).exactOptional();

const slashName = z.string().superRefine((value, ctx) => {
  if (!NAME_PATTERN.test(value) || value !== value.toLowerCase()) {
    addFault(ctx, { code: 'APPLICATION_COMMAND_INVALID_NAME', message: 'Command name is invalid' });
  }
});

const described = {
  name: slashName,
  name_localizations: localizations,
  description: text(100, 1),
  description_localizations: localizations,
};

const choice = <S extends z.ZodType>(value: S) =>
  list(z.object({ name: text(100, 1), name_localizations: localizations, value }), 25).exactOptional();

const argument = { ...described, required: z.boolean().exactOptional() };
const autocomplete = z.boolean().exactOptional();

const stringOption = z.object({
  type: z.literal(Option.String),
  ...argument,
  choices: choice(text(100, 1)),
  min_length: wholeNumber(0, 6000).exactOptional(),
  max_length: wholeNumber(1, 6000).exactOptional(),
  autocomplete,
});

const numberOption = z.object({
  type: z.literal([Option.Integer, Option.Number]),
  ...argument,
  choices: choice(z.number()),
  min_value: z.number().exactOptional(),
  max_value: z.number().exactOptional(),
  autocomplete,
});

const entityOption = z.object({
  type: z.literal([Option.Boolean, Option.User, Option.Role, Option.Mentionable, Option.Attachment]),
  ...argument,
});

const channelOption = z.object({
  type: z.literal(Option.Channel),
  ...argument,
  channel_types: z.array(z.number().int()).exactOptional(),
});

const basicOption = z.discriminatedUnion('type', [stringOption, numberOption, entityOption, channelOption]);

const basicOptions = list(basicOption, 25).superRefine(checkOptions).exactOptional();
const subcommand = z.object({ type: z.literal(Option.Subcommand), ...described, options: basicOptions });
const group = z.object({
  type: z.literal(Option.SubcommandGroup),
  ...described,
  options: list(subcommand, 25).superRefine(checkOptions).exactOptional(),
});

const anyOption = z.discriminatedUnion('type', [
  stringOption,
  numberOption,
  entityOption,
  channelOption,
  subcommand,
  group,
]);

const common = {
  name_localizations: localizations,
  default_member_permissions: z
    .union([z.string().regex(/^\d+$/), z.number().int()])
    .transform(String)
    .exactOptional(),
  dm_permission: z.boolean().exactOptional(),
  integration_types: z
    .array(z.literal([ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall]))
    .exactOptional(),
  contexts: z
    .array(
      z.literal([InteractionContextType.Guild, InteractionContextType.BotDM, InteractionContextType.PrivateChannel]),
    )
    .exactOptional(),
  nsfw: z.boolean().exactOptional(),
};

const slashCommand = z
  .object({
    ...common,
    ...described,
    type: z.literal(ApplicationCommandType.ChatInput).default(ApplicationCommandType.ChatInput),
    options: list(anyOption, 25).superRefine(checkOptions).exactOptional(),
  })
  .superRefine((command, ctx) => {
    if (totalLength(command) > TOTAL_LENGTH) {
      addFault(ctx, {
        code: 'APPLICATION_COMMAND_TOO_LARGE',
        message: `Command exceeds maximum size (${TOTAL_LENGTH})`,
      });
    }
  });

const menuCommand = z.object({
  ...common,
  type: z.literal([ApplicationCommandType.User, ApplicationCommandType.Message]),
  name: text(32, 1),
  description: z.literal('').default(''),
});

export type CommandInput = z.output<typeof slashCommand> | z.output<typeof menuCommand>;

/**
 * Reads one command; without `type` it is a slash command.
 * @throws Refusal 50035
 */
export function parseCommand(body: unknown, prefix: readonly PropertyKey[] = []): CommandInput {
  const type = typeof body === 'object' && body !== null && 'type' in body ? body.type : undefined;
  const isMenu = type === ApplicationCommandType.User || type === ApplicationCommandType.Message;
  return isMenu ? parseBody(menuCommand, body, prefix) : parseBody(slashCommand, body, prefix);
}

/** What the rules across options look at; named apart from the schemas, which refer to the rules. */
interface OptionHead {
  readonly type: number;
  readonly name: string;
  readonly required?: boolean;
  readonly autocomplete?: boolean;
  readonly choices?: readonly unknown[];
}

/** Names differ, required options come first, subcommands do not mix with values, choices exclude autocomplete. */
function checkOptions(options: readonly OptionHead[], ctx: z.RefinementCtx): void {
  const names = new Set<string>();
  let hasOptional = false;
  for (const [index, option] of options.entries()) {
    const fault = (code: string, message: string) => addFault(ctx, { code, message }, [index]);
    if (names.has(option.name)) fault('APPLICATION_COMMAND_OPTIONS_NAME_INVALID', 'Option names must be unique');
    names.add(option.name);
    if (isBranch(option)) {
      if (options.some((each) => !isBranch(each))) {
        fault(
          'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
          'Sub-command and sub-command group option types are mutually exclusive to all other types',
        );
      }
      continue;
    }
    if (option.required === true && hasOptional) {
      fault(
        'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
        'Required options must be placed before non-required options',
      );
    }
    hasOptional ||= option.required !== true;
    if ((option.choices?.length ?? 0) > 0 && option.autocomplete === true) {
      fault('APPLICATION_COMMAND_OPTIONS_CHOICES_AUTOCOMPLETE', 'Choices cannot be set with autocomplete');
    }
  }
}

function isBranch(option: OptionHead): boolean {
  return option.type === Option.Subcommand || option.type === Option.SubcommandGroup;
}

/** Characters of all names, descriptions and values together. */
function totalLength(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, each) => sum + totalLength(each), 0);
  if (typeof value !== 'object' || value === null) return 0;
  return Object.entries(value).reduce((sum, [key, each]) => {
    const counts = typeof each === 'string' && ['name', 'description', 'value'].includes(key);
    return sum + (counts ? [...each].length : totalLength(each));
  }, 0);
}
