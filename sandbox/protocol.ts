// The JSON protocol between the sandbox and a person's client (the page, the driver); types only, so browsers may import it.
//
// One WebSocket at `/sandbox/client?user=<id or name, e.g. ada>` (Ada when absent); every frame is one JSON object.
// Server → client: `ServerEvent`; the first is always `hello`. Client → server: `ClientRequest`; each is answered by one
// `ack` with the same `requestId`. Messages, components, commands and modals have Discord's own shapes. To switch the
// person, close the socket and open one for the other person. Changes of this file are additive only.

import type {
  APIApplicationCommand,
  APIApplicationCommandOptionChoice,
  APIMessage,
  APIModalInteractionResponseCallbackData,
  APIUser,
} from 'discord-api-types/v10';

/** Path of the WebSocket. */
export const CLIENT_PATH = '/sandbox/client';

/** What the page shows under a failed interaction, as Discord words it. */
export const DID_NOT_RESPOND = 'The application did not respond';

/** A human account of the sandbox, or a bot's user. */
export type SandboxUser = APIUser;

/** A message as Discord sends it. Ephemeral: flag 64; "thinking…" of a deferred reply: flag 128; edited: `edited_timestamp`. */
export type SandboxMessage = APIMessage;

export interface GuildView {
  readonly id: string;
  readonly name: string;
  /** User ids, people and bots. */
  readonly memberIds: readonly string[];
  /** Permission bits of the person in this guild, as Discord writes them (a decimal number as text). */
  readonly permissions: string;
}

export interface ChannelView {
  readonly id: string;
  readonly kind: 'text' | 'thread' | 'dm';
  /** Without `#`; for a DM the name of the other side. */
  readonly name: string;
  readonly topic?: string;
  /** undefined for a DM. */
  readonly guildId?: string;
  /** Channel that a thread belongs to. */
  readonly parentId?: string;
  /** The other side of a DM. */
  readonly recipientId?: string;
  /** False where this person cannot write. */
  readonly canWrite: boolean;
}

export interface BotView {
  readonly applicationId: string;
  readonly user: SandboxUser;
  /** Whether a gateway session of it is connected now. */
  readonly isOnline: boolean;
}

/** A command of a bot as fetched from Discord; `guild_id` is set when it exists in that guild only. */
export type CommandView = APIApplicationCommand;

export interface ClockView {
  /** The sandbox's time, epoch ms; it runs on at the speed of real time. */
  readonly nowMs: number;
  /** How far it is ahead of real time. */
  readonly offsetMs: number;
  /** Whether `{ kind: 'next-reminder' }` is available: the started bot told the sandbox how to find it. */
  readonly knowsNextReminder: boolean;
}

/** Faults in force now. Zero or false: off. */
export interface FaultsView {
  /** Real epoch ms until which new gateway sockets are refused. */
  readonly refuseSocketsUntilMs: number;
  /** Probability (0–1) that a REST request is answered with a 5xx. */
  readonly serverErrorProbability: number;
  /** Real epoch ms until which every REST request is answered with 429. */
  readonly rateLimitStormUntilMs: number;
  /** Milliseconds by which every REST answer is held back. */
  readonly slowRestMs: number;
  /** Whether Discord's per-route and global rate limits are enforced. */
  readonly areRateLimitsOn: boolean;
}

/** A fault to bring about. */
export type Fault =
  | { readonly kind: 'cut-sockets' }
  | { readonly kind: 'reconnect' }
  | { readonly kind: 'refuse-sockets'; readonly seconds: number }
  | { readonly kind: 'lose-sessions' }
  /** `isAnswerLost`: the request is carried out and only its answer is lost; otherwise it is refused. */
  | {
      readonly kind: 'server-errors';
      readonly probability: number;
      readonly seed?: number;
      readonly isAnswerLost?: boolean;
    }
  | { readonly kind: 'rate-limit-storm'; readonly seconds: number }
  | { readonly kind: 'rate-limits'; readonly on: boolean }
  | { readonly kind: 'slow-rest'; readonly ms: number }
  | { readonly kind: 'clear' };

export type OptionInput = Readonly<Record<string, string | number | boolean>>;

/** Which command is meant; group and subcommand where the command has them. */
export interface CommandInput {
  readonly channelId: string;
  readonly commandId: string;
  readonly subcommandGroup?: string;
  readonly subcommand?: string;
  /** By option name; users, channels and roles by id. */
  readonly options: OptionInput;
}

/** What a person does. The result of each, where it has one, is in `ActionResults`. */
export type ClientAction =
  | { readonly kind: 'send-message'; readonly channelId: string; readonly content: string; readonly replyToId?: string }
  | { readonly kind: 'edit-message'; readonly channelId: string; readonly messageId: string; readonly content: string }
  | { readonly kind: 'delete-message'; readonly channelId: string; readonly messageId: string }
  | ({ readonly kind: 'use-command' } & CommandInput)
  /** `options` hold what is filled in so far, `text` what stands in the focused option. */
  | ({ readonly kind: 'autocomplete'; readonly focused: string; readonly text: string } & CommandInput)
  | {
      readonly kind: 'use-message-menu';
      readonly channelId: string;
      readonly commandId: string;
      readonly messageId: string;
    }
  | { readonly kind: 'press-button'; readonly channelId: string; readonly messageId: string; readonly customId: string }
  | {
      readonly kind: 'pick';
      readonly channelId: string;
      readonly messageId: string;
      readonly customId: string;
      readonly values: readonly string[];
    }
  /** `interactionId` is that of the `modal` event; `fields` by custom id; a list for a select. */
  | {
      readonly kind: 'submit-modal';
      readonly interactionId: string;
      readonly fields: Readonly<Record<string, string | readonly string[]>>;
    }
  | { readonly kind: 'close-modal'; readonly interactionId: string }
  | { readonly kind: 'dismiss'; readonly channelId: string; readonly messageId: string }
  | { readonly kind: 'open-dm'; readonly userId: string }
  | { readonly kind: 'set-dms-closed'; readonly closed: boolean }
  | { readonly kind: 'type'; readonly channelId: string }
  | { readonly kind: 'set-clock'; readonly change: ClockChange }
  | { readonly kind: 'inject-fault'; readonly fault: Fault };

/** `real`: back to real time. */
export type ClockChange =
  | { readonly kind: 'real' }
  | { readonly kind: 'advance'; readonly ms: number }
  | { readonly kind: 'set'; readonly nowMs: number }
  | { readonly kind: 'next-reminder' };

/** An interaction's id; its course is told by `interaction` events with this id. */
export interface InteractionStarted {
  readonly interactionId: string;
}

/** What the `ack` of each action carries as `result`; actions not listed carry null. */
export interface ActionResults {
  readonly 'send-message': { readonly messageId: string };
  readonly 'use-command': InteractionStarted;
  readonly 'use-message-menu': InteractionStarted;
  readonly 'press-button': InteractionStarted;
  readonly pick: InteractionStarted;
  readonly 'submit-modal': InteractionStarted;
  readonly autocomplete: { readonly choices: readonly APIApplicationCommandOptionChoice[] };
  readonly 'open-dm': { readonly channelId: string };
  readonly 'set-clock': ClockView;
  readonly 'inject-fault': FaultsView;
}

export type ActionResult<K extends ClientAction['kind']> = K extends keyof ActionResults ? ActionResults[K] : null;

export interface ClientRequest {
  /** Unique on its socket. */
  readonly requestId: string;
  readonly action: ClientAction;
}

/** Everything that a person's client shows at its start. */
export interface Hello {
  readonly type: 'hello';
  readonly you: SandboxUser;
  /** The accounts to switch between. */
  readonly people: readonly SandboxUser[];
  readonly bots: readonly BotView[];
  readonly guilds: readonly GuildView[];
  /** Those the person may read: all text channels and threads, and the person's own DMs (one with each bot). */
  readonly channels: readonly ChannelView[];
  /** Commands of all bots, global and of guilds. */
  readonly commands: readonly CommandView[];
  /** By channel id, oldest first; others' ephemeral messages are left out. */
  readonly messages: Readonly<Record<string, readonly SandboxMessage[]>>;
  readonly clock: ClockView;
  readonly faults: FaultsView;
  /** Whether this person takes no direct messages. */
  readonly areDmsClosed: boolean;
}

/**
 * Course of one of this person's own interactions.
 * `pending`: sent, no answer yet. `thinking`: deferred with a new message (which has flag 128). `acknowledged`: a press was
 * taken, the message may change later. `answered`: a reply or an edit is there. `modal`: a modal was shown.
 * `failed`: the application did not respond in time, or answered with a fault.
 */
export interface InteractionEvent {
  readonly type: 'interaction';
  readonly interactionId: string;
  readonly channelId: string;
  readonly applicationId: string;
  readonly state: 'pending' | 'thinking' | 'acknowledged' | 'answered' | 'modal' | 'failed';
  /** e.g. `/quiz`, or the label of the pressed button. */
  readonly name: string;
  /** The message whose component was used. */
  readonly sourceMessageId?: string;
  /** For `thinking` and `answered`: the message that holds the answer. `answered` comes again for each edit and follow-up. */
  readonly messageId?: string;
  /** For `failed`: what the person is shown. */
  readonly reason?: string;
}

export type ServerEvent =
  | Hello
  | { readonly type: 'ack'; readonly requestId: string; readonly ok: true; readonly result: unknown }
  | {
      readonly type: 'ack';
      readonly requestId: string;
      readonly ok: false;
      readonly error: { readonly code: string; readonly message: string };
    }
  | { readonly type: 'message-create'; readonly message: SandboxMessage }
  /** The whole message as it is now. */
  | { readonly type: 'message-update'; readonly message: SandboxMessage }
  | { readonly type: 'message-delete'; readonly channelId: string; readonly messageId: string }
  | InteractionEvent
  | {
      readonly type: 'modal';
      readonly interactionId: string;
      readonly channelId: string;
      readonly applicationId: string;
      readonly modal: APIModalInteractionResponseCallbackData;
    }
  /** Shown for ten seconds or until a message of that user comes. */
  | { readonly type: 'typing'; readonly channelId: string; readonly userId: string }
  | { readonly type: 'channels'; readonly guilds: readonly GuildView[]; readonly channels: readonly ChannelView[] }
  | { readonly type: 'commands'; readonly commands: readonly CommandView[] }
  | { readonly type: 'bots'; readonly bots: readonly BotView[] }
  | { readonly type: 'clock'; readonly clock: ClockView }
  | { readonly type: 'faults'; readonly faults: FaultsView }
  | { readonly type: 'dms-closed'; readonly closed: boolean };
