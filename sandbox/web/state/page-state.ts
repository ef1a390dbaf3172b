// What the page knows and shows at one moment; plain data.

import type {
  BotView,
  ChannelView,
  ClockView,
  CommandView,
  FaultsView,
  GuildView,
  InteractionEvent,
  SandboxMessage,
  SandboxUser,
  ServerEvent,
} from '../../protocol.ts';
import { type Draft, EMPTY_DRAFT } from '../composer/draft.ts';
import { type DrawnWindow, NEWEST } from './drawn-window.ts';

export type OpenModal = Extract<ServerEvent, { type: 'modal' }>;

export interface Typing {
  readonly channelId: string;
  readonly userId: string;
  /** Page time, epoch ms, at which the sign goes away. */
  readonly untilMs: number;
}

/** An interaction that is under way or has failed; one that was answered is taken out. */
export interface OpenInteraction extends InteractionEvent {
  /** Page time, epoch ms. */
  readonly startedAtMs: number;
}

export interface PageClock extends ClockView {
  /** Page time, epoch ms, at which `nowMs` was true. */
  readonly receivedAtMs: number;
}

/** Where a message's menu is open, in pixels of the window. */
export interface OpenMenu {
  readonly messageId: string;
  readonly x: number;
  readonly y: number;
}

export type LastRead = Readonly<Record<string, Readonly<Record<string, string>>>>;

export interface PageState {
  readonly connection: 'connecting' | 'open' | 'lost';
  readonly me: SandboxUser | undefined;
  readonly people: readonly SandboxUser[];
  readonly bots: readonly BotView[];
  readonly guilds: readonly GuildView[];
  readonly channels: readonly ChannelView[];
  readonly commands: readonly CommandView[];
  /** By channel id, oldest first. */
  readonly messages: Readonly<Record<string, readonly SandboxMessage[]>>;
  readonly clock: PageClock | undefined;
  readonly faults: FaultsView | undefined;
  readonly areDmsClosed: boolean;
  readonly interactions: readonly OpenInteraction[];
  readonly typing: readonly Typing[];
  /** By person's id, then channel id: the newest message that was seen. */
  readonly lastRead: LastRead;
  /** First unread message of the open channel when it was opened: the "New" line stands above it. */
  readonly newSinceId: string | undefined;

  readonly channelId: string | undefined;
  /** Which of the open channel's messages are drawn. */
  readonly drawn: DrawnWindow;
  /** By message id: the component used last. */
  readonly usedComponents: Readonly<Record<string, string>>;
  readonly draft: Draft;
  readonly replyToId: string | undefined;
  readonly editingId: string | undefined;
  readonly modal: OpenModal | undefined;
  readonly modalError: string | undefined;
  readonly menu: OpenMenu | undefined;
  readonly picture: { readonly url: string; readonly alt: string } | undefined;
  readonly isSidebarOpen: boolean;
  readonly isToolsOpen: boolean;
  readonly theme: 'dark' | 'light';
  /** A short word for the person about something that went wrong here, e.g. a refused request. */
  readonly toast: string | undefined;
}

/** The state before the server has said anything. */
export function createPageState(looks: Pick<PageState, 'theme' | 'isToolsOpen'>): PageState {
  return {
    connection: 'connecting',
    me: undefined,
    people: [],
    bots: [],
    guilds: [],
    channels: [],
    commands: [],
    messages: {},
    clock: undefined,
    faults: undefined,
    areDmsClosed: false,
    interactions: [],
    typing: [],
    lastRead: {},
    newSinceId: undefined,
    channelId: undefined,
    drawn: NEWEST,
    usedComponents: {},
    draft: EMPTY_DRAFT,
    replyToId: undefined,
    editingId: undefined,
    modal: undefined,
    modalError: undefined,
    menu: undefined,
    picture: undefined,
    isSidebarOpen: false,
    toast: undefined,
    ...looks,
  };
}
