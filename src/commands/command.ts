// What a command is: a plain object from a request to a reply. It never sees Discord's client; the router sends what it returns.

import type {
  RESTPostAPIApplicationCommandsJSONBody,
  RESTPostAPIContextMenuApplicationCommandsJSONBody,
} from 'discord-api-types/v10';
import { type CustomIdArgs, type CustomIdKind, parseCustomIdArgs, type RawCustomId } from '../views/custom-id.ts';
import type { MessageBody, ModalBody } from '../views/message.ts';

/** Who asks. */
export interface Person {
  /** Discord user id. */
  readonly id: string;
  /** As shown to others; may hold any characters, so views escape it. */
  readonly displayName: string;
}

/** Where it was asked. */
export interface Place {
  /** undefined in DMs. */
  readonly guildId: string | undefined;
  readonly channelId: string;
  /** True only in the bot's own DM: there nothing needs to be ephemeral. */
  readonly isDirectMessage: boolean;
  /** True for a message in a thread of a server. */
  readonly isThread?: boolean;
  /** Whether the person may manage the server. */
  readonly canManageServer: boolean;
}

interface Asked {
  readonly person: Person;
  readonly place: Place;
  /** The instant of the request, epoch ms UTC, from the bot's clock. */
  readonly nowMs: number;
}

export type OptionValues = Readonly<Record<string, string | number | boolean>>;

export interface CommandRequest extends Asked {
  /** Name of the subcommand, where the command has any. */
  readonly subcommand: string | undefined;
  readonly options: OptionValues;
  /** Text of the message that a message-menu command was used on, embeds included. */
  readonly targetText?: string;
}

export interface CompletionRequest extends Asked {
  readonly subcommand: string | undefined;
  readonly focused: { readonly name: string; readonly value: string };
  readonly options: OptionValues;
}

export interface Choice {
  readonly name: string;
  readonly value: string;
}

/** A press of a button, a pick in a select, or a submitted modal. */
export interface ComponentRequest<Args = unknown> extends Asked {
  readonly args: Args;
  /** Picked values of a select; empty for others. */
  readonly values: readonly string[];
  /** Submitted text by field id; empty for others. */
  readonly fields: Readonly<Record<string, string>>;
}

/** A plain message to the bot in its DM, or a mention of it. */
export interface MessageRequest extends Asked {
  readonly text: string;
}

/**
 * What is to be sent.
 * `message`: a new message, `more` after it. `edit`: the pressed message changes, `followUp` is sent privately after it;
 * for a slash command `edit` is not allowed. `modal`: only where the ack policy is `modal`. `stream`: each item replaces
 * the one before it, in the pressed message or, with `inNewMessage`, in one of its own.
 */
export type Reply =
  | { readonly kind: 'message'; readonly message: MessageBody; readonly more?: readonly MessageBody[] }
  | { readonly kind: 'edit'; readonly message: MessageBody; readonly followUp?: MessageBody }
  | { readonly kind: 'modal'; readonly modal: ModalBody }
  | { readonly kind: 'stream'; readonly messages: AsyncIterable<MessageBody>; readonly inNewMessage?: boolean };

/**
 * When Discord gets its first answer (due within 3 s).
 * `immediate`: with the reply itself; the router defers on its own when the reply takes too long.
 * `deferred`: at once, the reply follows. `modal`: with the reply, never deferred, since a modal must come first.
 */
export type AckPolicy = 'immediate' | 'deferred' | 'modal';

/** `personal`: seen only by the person (ephemeral outside the bot's DM). `public`: seen by the channel. */
export type Visibility = 'personal' | 'public';

export interface Command {
  readonly payload: RESTPostAPIApplicationCommandsJSONBody | RESTPostAPIContextMenuApplicationCommandsJSONBody;
  readonly ack: Exclude<AckPolicy, 'modal'>;
  readonly visibility: Visibility;
  run(request: CommandRequest): Promise<Reply>;
  complete?(request: CompletionRequest): Promise<readonly Choice[]>;
  readonly components: readonly ComponentHandler[];
}

/** Handles one kind of component, with its arguments already parsed. Made by `handleComponent`. */
export interface ComponentHandler {
  readonly kind: CustomIdKind;
  readonly ack: AckPolicy;
  /** Visibility of a `message` reply; an `edit` keeps that of the message. */
  readonly visibility: Visibility;
  /** False when the id is of another version or was tampered with: then it must not be run. */
  accepts(raw: RawCustomId): boolean;
  /** @throws RangeError for an id that it does not accept. */
  run(raw: RawCustomId, request: ComponentRequest): Promise<Reply>;
}

/** Answers plain messages; undefined means "not for me", and the next handler is asked. */
export type MessageHandler = (request: MessageRequest) => Promise<Reply | undefined>;

/** Where a command may be used: in servers, in the bot's DM, and anywhere as a user-installed app (the contract, section 3). */
export const EVERYWHERE = {
  integration_types: [0, 1],
  contexts: [0, 1, 2],
} satisfies Pick<RESTPostAPIApplicationCommandsJSONBody, 'integration_types' | 'contexts'>;

/** Binds a kind of custom id to what happens when it is used. */
export function handleComponent<F extends CustomIdKind['fields']>(
  kind: CustomIdKind<F>,
  policy: { readonly ack: AckPolicy; readonly visibility: Visibility },
  run: (request: ComponentRequest<CustomIdArgs<F>>) => Promise<Reply>,
): ComponentHandler {
  return {
    kind,
    ...policy,
    accepts: (raw) => parseCustomIdArgs(kind, raw) !== undefined,
    async run(raw, request) {
      const args = parseCustomIdArgs(kind, raw);
      if (args === undefined) throw new RangeError(`not an id of ${kind.name} version ${kind.version}`);
      return run({ ...request, args });
    },
  };
}
