// The one way in and out: finds the command, checks whose component it is, sends the reply, and answers also when it breaks.

import {
  type AutocompleteInteraction,
  type BaseInteraction,
  ChatInputCommandInteraction,
  type Interaction,
  type Message,
  type MessageComponentInteraction,
  type MessageContextMenuCommandInteraction,
  type ModalSubmitInteraction,
} from 'discord.js';
import type { Command, ComponentHandler, ComponentRequest, MessageHandler, Person } from '../commands/command.ts';
import type { Clock } from '../operations/clock.ts';
import { describeFault } from '../operations/describe-fault.ts';
import type { Log } from '../operations/log.ts';
import { UserError } from '../operations/user-error.ts';
import { ANYBODY, readCustomId } from '../views/custom-id.ts';
import { LIMITS } from '../views/limits.ts';
import type { MessageBody } from '../views/message.ts';
import { apologyView, refusalView, staleView, strangerView } from '../views/notice-view.ts';
import { answerMessage } from './message-answer.ts';
import {
  toCommandRequest,
  toCompletionRequest,
  toComponentRequest,
  toMenuRequest,
  toMessageRequest,
} from './requests.ts';
import { createResponder, type Responder } from './responder.ts';

export interface RouterDependencies {
  readonly commands: readonly Command[];
  /** Asked in order for each plain message to the bot. */
  readonly messageHandlers: readonly MessageHandler[];
  readonly clock: Clock;
  readonly log: Log;
  /** Makes a short reference that joins an apology to its log line. */
  readonly newReference: () => string;
  /** Runs before every request that may write. */
  readonly ensurePerson: (person: Person, nowMs: number) => Promise<void>;
  /** What the person must be told once, which notes it as told; asked only where it is shown at once, privately. */
  readonly takeNews: (person: Person, nowMs: number) => Promise<MessageBody | undefined>;
  /** Called once a request, for the metrics. */
  readonly onHandled?: (name: string, outcome: 'answered' | 'refused' | 'failed', durationMs: number) => void;
}

export interface Router {
  handleInteraction(interaction: Interaction): Promise<void>;
  handleMessage(message: Message): Promise<void>;
  /** Refuses what comes from now on, politely, and resolves when every answer under way has ended. */
  stop(): Promise<void>;
}

/** What a request is called in the log and the metrics. */
interface Label {
  readonly name: string;
  readonly personId: string;
  readonly guildId: string | null;
}

export function createRouter(deps: RouterDependencies): Router {
  const commandsByName = new Map(deps.commands.map((command) => [command.payload.name, command]));
  const handlersByName = indexHandlers(deps.commands);
  const underWay = new Set<Promise<void>>();
  let isStopping = false;

  /** Comes before any work. @throws UserError once the bot is stopping */
  const begin = async (person: Person, nowMs: number): Promise<void> => {
    if (isStopping) throw new UserError('restarting');
    await deps.ensurePerson(person, nowMs);
  };

  /** The error funnel: whatever the work does, the person gets a word and the log the cause. */
  const guard = async (label: Label, responder: Responder, work: () => Promise<void>): Promise<void> => {
    const startedAt = performance.now();
    try {
      await work();
      deps.onHandled?.(label.name, 'answered', performance.now() - startedAt);
    } catch (fault) {
      const isRefusal = fault instanceof UserError;
      const reference = deps.newReference();
      if (!isRefusal) deps.log.error({ reference, ...label, fault: describeFault(fault) }, 'request failed');
      deps.onHandled?.(label.name, isRefusal ? 'refused' : 'failed', performance.now() - startedAt);
      const notice = isRefusal ? refusalView(fault.code, fault.details) : apologyView(reference);
      await responder.notify(notice).catch((second: unknown) => {
        deps.log.warn({ reference, ...label, fault: describeFault(second) }, 'could not answer');
      });
    }
  };

  /** After whatever the request ended in: a failed one must not swallow what the person has to know. */
  const tellNews = async (
    label: Label,
    responder: Responder,
    { person, nowMs }: Pick<ComponentRequest, 'person' | 'nowMs'>,
  ): Promise<void> => {
    if (!responder.isAnswered()) return;
    try {
      const news = await deps.takeNews(person, nowMs);
      if (news !== undefined) await responder.notify(news);
    } catch (fault) {
      deps.log.warn({ ...label, fault: describeFault(fault) }, 'news not told');
    }
  };

  const handleCommand = async (
    interaction: ChatInputCommandInteraction | MessageContextMenuCommandInteraction,
  ): Promise<void> => {
    const nowMs = deps.clock.nowMs();
    const command = commandsByName.get(interaction.commandName);
    const request =
      interaction instanceof ChatInputCommandInteraction
        ? toCommandRequest(interaction, nowMs)
        : toMenuRequest(interaction, nowMs);
    const responder = createResponder(interaction, {
      ack: command?.ack ?? 'immediate',
      visibility: command?.visibility ?? 'personal',
      place: request.place,
    });
    const named = label(`/${interaction.commandName}`, interaction);
    await guard(named, responder, () =>
      responder.answer(async () => {
        if (command === undefined) return { kind: 'message', message: staleView() };
        await begin(request.person, nowMs);
        return command.run(request);
      }),
    );
    await tellNews(named, responder, request);
  };

  const handleComponent = async (interaction: MessageComponentInteraction | ModalSubmitInteraction): Promise<void> => {
    const nowMs = deps.clock.nowMs();
    const request = toComponentRequest(interaction, nowMs);
    const id = readCustomId(interaction.customId);
    const handler = id === undefined ? undefined : handlersByName.get(id.name);
    const isStranger = id !== undefined && id.ownerId !== ANYBODY && id.ownerId !== request.person.id;
    const responder = createResponder(interaction, {
      ack: isStranger || handler === undefined ? 'immediate' : handler.ack,
      visibility: handler?.visibility ?? 'personal',
      place: request.place,
    });
    const named = label(handler?.kind.name ?? 'unknown component', interaction);
    let isModalOpen = false;
    await guard(named, responder, async () => {
      if (isStranger) return responder.notify(strangerView());
      if (id === undefined || handler === undefined) return responder.notify(staleView());
      // A stale id must get a private word, never an edit of the message, so this is settled before anything is deferred.
      if (!handler.accepts(id)) return responder.notify(staleView());
      await responder.answer(async () => {
        await begin(request.person, nowMs);
        const reply = await handler.run(id, request);
        isModalOpen = reply.kind === 'modal';
        return reply;
      });
    });
    // A message would come up behind the modal; its submission is a request of its own.
    if (!isModalOpen) await tellNews(named, responder, request);
  };

  const handleCompletion = async (interaction: AutocompleteInteraction): Promise<void> => {
    try {
      const command = commandsByName.get(interaction.commandName);
      const choices = (await command?.complete?.(toCompletionRequest(interaction, deps.clock.nowMs()))) ?? [];
      await interaction.respond(choices.slice(0, LIMITS.choices));
    } catch (fault) {
      deps.log.warn(
        { ...label(`/${interaction.commandName}`, interaction), fault: describeFault(fault) },
        'no choices',
      );
      // Suggestions are a help, not an answer: without them the person types on.
      if (!interaction.responded) await interaction.respond([]).catch(() => undefined);
    }
  };

  const track = (work: Promise<void>): Promise<void> => {
    underWay.add(work);
    return work.finally(() => underWay.delete(work));
  };

  return {
    handleInteraction(interaction) {
      if (interaction.isAutocomplete()) return track(handleCompletion(interaction));
      if (interaction.isChatInputCommand() || interaction.isMessageContextMenuCommand()) {
        return track(handleCommand(interaction));
      }
      if (interaction.isMessageComponent() || interaction.isModalSubmit()) return track(handleComponent(interaction));
      return Promise.resolve();
    },
    handleMessage(message) {
      if (message.author.bot || !isForBot(message)) return Promise.resolve();
      const request = toMessageRequest(message, deps.clock.nowMs());
      return track(
        answerMessage(
          message,
          async () => {
            await begin(request.person, request.nowMs);
            for (const handler of deps.messageHandlers) {
              const reply = await handler(request);
              if (reply !== undefined) return reply;
            }
            return undefined;
          },
          deps,
        ),
      );
    },
    async stop() {
      isStopping = true;
      // Refusals of what arrives meanwhile are waited for too.
      while (underWay.size > 0) await Promise.allSettled(underWay);
    },
  };
}

/** @throws Error when two handlers share a name: a programming fault that must not reach people. */
function indexHandlers(commands: readonly Command[]): ReadonlyMap<string, ComponentHandler> {
  const handlers = new Map<string, ComponentHandler>();
  for (const handler of commands.flatMap((command) => command.components)) {
    if (handlers.has(handler.kind.name)) throw new Error(`two components are named ${handler.kind.name}`);
    handlers.set(handler.kind.name, handler);
  }
  return handlers;
}

/** In servers only what mentions the bot itself is for it: not a role, not everyone, not a reply to it. */
function isForBot(message: Message): boolean {
  if (message.guildId === null) return true;
  return message.mentions.has(message.client.user, {
    ignoreEveryone: true,
    ignoreRoles: true,
    ignoreRepliedUser: true,
  });
}

function label(name: string, interaction: BaseInteraction): Label {
  return { name, personId: interaction.user.id, guildId: interaction.guildId };
}
