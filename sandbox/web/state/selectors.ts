// Questions that several parts of the page ask of its state; pure.

import type { ChannelView, SandboxMessage, SandboxUser } from '../../protocol.ts';
import type { PageState } from './page-state.ts';

export function openChannel(state: PageState): ChannelView | undefined {
  return state.channels.find((channel) => channel.id === state.channelId);
}

/** Those with bots first: they are what the sandbox is for. */
export function directMessages(state: PageState): readonly ChannelView[] {
  const isWithBot = (channel: ChannelView) => state.bots.some((bot) => bot.user.id === channel.recipientId);
  const dms = state.channels.filter((channel) => channel.kind === 'dm');
  return [...dms.filter(isWithBot), ...dms.filter((channel) => !isWithBot(channel))];
}

export function messagesOf(state: PageState, channelId: string | undefined): readonly SandboxMessage[] {
  return channelId === undefined ? [] : (state.messages[channelId] ?? []);
}

/** Everybody the page has heard of: people and bots. */
export function findUser(state: PageState, userId: string): SandboxUser | undefined {
  return state.people.find((person) => person.id === userId) ?? state.bots.find((bot) => bot.user.id === userId)?.user;
}

export function nameOf(user: SandboxUser): string {
  return user.global_name ?? user.username;
}

export interface Unread {
  readonly count: number;
  /** Those that are for this person: in a DM, or with a mention. */
  readonly mentions: number;
}

/** Messages of others that came after the newest one this person has seen there. */
export function unreadOf(state: PageState, channel: ChannelView): Unread {
  const me = state.me;
  if (me === undefined || channel.id === state.channelId) return { count: 0, mentions: 0 };
  const list = messagesOf(state, channel.id);
  const lastRead = state.lastRead[me.id]?.[channel.id];
  const unread = list.slice(firstUnreadIndex(list, lastRead)).filter((message) => message.author.id !== me.id);
  const mentions = unread.filter(
    (message) => channel.kind === 'dm' || message.mentions.some((one) => one.id === me.id),
  );
  return { count: unread.length, mentions: mentions.length };
}

/** Index of the first message after `lastReadId`. The read one may have been deleted, so ids are compared by age. */
export function firstUnreadIndex(list: readonly SandboxMessage[], lastReadId: string | undefined): number {
  if (lastReadId === undefined) return 0;
  let index = list.length;
  while (index > 0 && isNewer(list[index - 1]?.id ?? '0', lastReadId)) index -= 1;
  return index;
}

/** Discord's ids grow with time. */
export function isNewer(id: string, than: string): boolean {
  return id.length === than.length ? id > than : id.length > than.length;
}

/** The sandbox's time now, epoch ms. */
export function sandboxNowMs(state: PageState, pageNowMs: number): number {
  return state.clock === undefined ? pageNowMs : state.clock.nowMs + (pageNowMs - state.clock.receivedAtMs);
}
