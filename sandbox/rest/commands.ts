// Application commands, global and of a guild: list, overwrite all, create or replace, change, delete.

import { type APIApplicationCommand, ApplicationCommandType } from 'discord-api-types/v10';
import { z } from 'zod';
import { refusals } from '../refusal.ts';
import { type CommandInput, parseCommand } from '../validation/command-schema.ts';
import { parseBody } from '../validation/pieces.ts';
import { changeCommands } from '../world.ts';
import { type BotCall, botRoute, NO_CONTENT, ok, type RestAnswer, type Route } from './route.ts';

/** Commands of one kind that an application may have, global or in one guild. */
const MAX_COMMANDS: Readonly<Record<number, number>> = {
  [ApplicationCommandType.ChatInput]: 100,
  [ApplicationCommandType.User]: 15,
  [ApplicationCommandType.Message]: 15,
};

const GLOBAL = '/applications/{application_id}/commands';
const OF_GUILD = '/applications/{application_id}/guilds/{guild_id}/commands';

export const commandRoutes: readonly Route[] = [...routesAt(GLOBAL, false), ...routesAt(OF_GUILD, true)];

function routesAt(path: string, isOfGuild: boolean): readonly Route[] {
  const scoped = (handle: (call: BotCall, guildId: string | undefined) => RestAnswer) => (call: BotCall) => {
    if (call.param('application_id') !== call.bot.id) throw refusals.missingAccess();
    const guildId = isOfGuild ? call.param('guild_id') : undefined;
    if (guildId !== undefined && call.hub.world.guilds.get(guildId)?.areBotsMembers !== true) {
      throw refusals.missingAccess();
    }
    return handle(call, guildId);
  };
  return [
    botRoute(
      'GET',
      path,
      scoped((call, guildId) => ok(commandsOf(call, guildId))),
    ),
    botRoute('PUT', path, scoped(overwriteAll)),
    botRoute('POST', path, scoped(createOne)),
    botRoute(
      'GET',
      `${path}/{command_id}`,
      scoped((call, guildId) => ok(requireCommand(call, guildId))),
    ),
    botRoute('PATCH', `${path}/{command_id}`, scoped(changeOne)),
    botRoute('DELETE', `${path}/{command_id}`, scoped(deleteOne)),
  ];
}

/** Commands that keep their name and kind keep their id. */
function overwriteAll(call: BotCall, guildId: string | undefined): RestAnswer {
  const bodies = parseBody(z.array(z.unknown()), call.body);
  const inputs = bodies.map((body, index) => parseCommand(body, [index]));
  requireDifferentNames(inputs);
  const old = commandsOf(call, guildId);
  const commands = inputs.map((input) => build(call, guildId, input, old.find((each) => isSame(each, input))?.id));
  requireRoom(commands);
  store(
    call,
    old.map((command) => command.id),
    commands,
  );
  return ok(commands);
}

/** Answers 201 for a new command, 200 when one of its name and kind was replaced. */
function createOne(call: BotCall, guildId: string | undefined): RestAnswer {
  const input = parseCommand(call.body);
  const old = commandsOf(call, guildId);
  const twin = old.find((each) => isSame(each, input));
  const command = build(call, guildId, input, twin?.id);
  requireRoom([...old.filter((each) => each !== twin), command]);
  store(call, [], [command]);
  return { status: twin === undefined ? 201 : 200, body: command };
}

function changeOne(call: BotCall, guildId: string | undefined): RestAnswer {
  const old = requireCommand(call, guildId);
  const body = parseBody(z.record(z.string(), z.unknown()), call.body);
  const command = build(call, guildId, parseCommand({ ...old, ...body, type: old.type }), old.id);
  store(call, [], [command]);
  return ok(command);
}

function deleteOne(call: BotCall, guildId: string | undefined): RestAnswer {
  store(call, [requireCommand(call, guildId).id], []);
  return NO_CONTENT;
}

function store(call: BotCall, removedIds: readonly string[], added: readonly APIApplicationCommand[]): void {
  call.hub.update((world) => changeCommands(world, removedIds, added));
  call.hub.emit({ kind: 'commands-changed' });
}

function build(
  call: BotCall,
  guildId: string | undefined,
  input: CommandInput,
  knownId: string | undefined,
): APIApplicationCommand {
  const scope =
    guildId === undefined ? { dm_permission: true, contexts: null, integration_types: [0] } : { guild_id: guildId };
  const command = {
    id: knownId ?? call.hub.newId(),
    application_id: call.bot.id,
    version: call.hub.newId(),
    nsfw: false,
    ...scope,
    ...input,
    default_member_permissions: input.default_member_permissions ?? null,
  };
  // The schemas mirror Discord's rules; they only do not tie locales to names and kinds of options to their choices.
  return command as APIApplicationCommand;
}

function commandsOf({ hub, bot }: BotCall, guildId: string | undefined): readonly APIApplicationCommand[] {
  return [...hub.world.commands.values()].filter(
    (command) => command.application_id === bot.id && command.guild_id === guildId,
  );
}

function requireCommand(call: BotCall, guildId: string | undefined): APIApplicationCommand {
  const command = commandsOf(call, guildId).find((each) => each.id === call.param('command_id'));
  if (command === undefined) throw refusals.unknownCommand();
  return command;
}

function requireDifferentNames(inputs: readonly CommandInput[]): void {
  const faults = inputs.flatMap((input, index) =>
    inputs.findIndex((each) => each.type === input.type && each.name === input.name) === index
      ? []
      : [
          {
            path: [index],
            code: 'APPLICATION_COMMANDS_DUPLICATE_NAME',
            message: 'Application command names must be unique',
          },
        ],
  );
  if (faults.length > 0) throw refusals.invalidForm(faults);
}

function requireRoom(commands: readonly APIApplicationCommand[]): void {
  for (const [type, max] of Object.entries(MAX_COMMANDS)) {
    if (commands.filter((command) => command.type === Number(type)).length > max) throw refusals.tooManyCommands();
  }
}

function isSame(command: APIApplicationCommand, input: CommandInput): boolean {
  return command.type === input.type && command.name === input.name;
}
