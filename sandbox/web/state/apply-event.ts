// Turns the page's state and one event of the server into the next state; pure, so tests call it without a browser.

import type { InteractionEvent, SandboxMessage, ServerEvent } from '../../protocol.ts';
import type { PageState } from './page-state.ts';

/** Discord shows somebody as typing for ten seconds after the last sign of it. */
const TYPING_MS = 10_000;

type Change = Partial<PageState>;
type Told = Exclude<ServerEvent, { type: 'ack' }>;

/** What `event` changes. `nowMs` is the page's own time. */
export function applyEvent(state: PageState, event: Told, nowMs: number): Change {
  switch (event.type) {
    case 'hello':
      return applyHello(state, event, nowMs);
    case 'message-create':
      return addMessage(state, event.message);
    case 'message-update':
      return replaceMessage(state, event.message);
    case 'message-delete':
      return changeMessages(state, event.channelId, (list) => list.filter((message) => message.id !== event.messageId));
    case 'interaction':
      return { interactions: applyInteraction(state, event, nowMs) };
    case 'modal':
      return { modal: event, modalError: undefined };
    case 'typing':
      return {
        typing: [
          ...state.typing.filter((one) => one.userId !== event.userId || one.channelId !== event.channelId),
          { channelId: event.channelId, userId: event.userId, untilMs: nowMs + TYPING_MS },
        ],
      };
    case 'channels':
      return { guilds: event.guilds, channels: event.channels };
    case 'commands':
      return { commands: event.commands };
    case 'bots':
      return { bots: event.bots };
    case 'clock':
      return { clock: { ...event.clock, receivedAtMs: nowMs } };
    case 'faults':
      return { faults: event.faults };
    case 'dms-closed':
      return { areDmsClosed: event.closed };
  }
}

function applyHello(state: PageState, hello: Extract<Told, { type: 'hello' }>, nowMs: number): Change {
  const isSamePerson = state.me?.id === hello.you.id;
  const isOpen = hello.channels.some((channel) => channel.id === state.channelId);
  const first = hello.channels.find((channel) => channel.kind === 'text') ?? hello.channels[0];
  return {
    connection: 'open',
    me: hello.you,
    people: hello.people,
    bots: hello.bots,
    guilds: hello.guilds,
    channels: hello.channels,
    commands: hello.commands,
    messages: hello.messages,
    clock: { ...hello.clock, receivedAtMs: nowMs },
    faults: hello.faults,
    areDmsClosed: hello.areDmsClosed,
    // What was under way belonged to the socket that is gone.
    interactions: [],
    typing: [],
    modal: undefined,
    menu: undefined,
    channelId: isOpen ? state.channelId : first?.id,
    ...(isSamePerson ? {} : { replyToId: undefined, editingId: undefined }),
    lastRead: hello.you.id in state.lastRead ? state.lastRead : readAll(state, hello),
  };
}

/** At a person's first visit nothing counts as unread. */
function readAll(state: PageState, hello: Extract<Told, { type: 'hello' }>): PageState['lastRead'] {
  const seen: Record<string, string> = {};
  for (const [channelId, messages] of Object.entries(hello.messages)) {
    const newest = messages.at(-1);
    if (newest !== undefined) seen[channelId] = newest.id;
  }
  return { ...state.lastRead, [hello.you.id]: seen };
}

function addMessage(state: PageState, message: SandboxMessage): Change {
  const list = state.messages[message.channel_id] ?? [];
  if (list.some((known) => known.id === message.id)) return replaceMessage(state, message);
  return {
    ...changeMessages(state, message.channel_id, (before) => [...before, message]),
    typing: state.typing.filter((one) => one.userId !== message.author.id || one.channelId !== message.channel_id),
  };
}

function replaceMessage(state: PageState, message: SandboxMessage): Change {
  return changeMessages(state, message.channel_id, (list) =>
    list.map((known) => (known.id === message.id ? message : known)),
  );
}

function changeMessages(
  state: PageState,
  channelId: string,
  change: (list: readonly SandboxMessage[]) => readonly SandboxMessage[],
): Change {
  return { messages: { ...state.messages, [channelId]: change(state.messages[channelId] ?? []) } };
}

function applyInteraction(state: PageState, event: InteractionEvent, nowMs: number): PageState['interactions'] {
  const before = state.interactions.find((one) => one.interactionId === event.interactionId);
  const others = state.interactions.filter((one) => one !== before);
  if (event.state !== 'pending' && event.state !== 'failed') return others;
  return [...others, { ...event, startedAtMs: before?.startedAtMs ?? nowMs }];
}
