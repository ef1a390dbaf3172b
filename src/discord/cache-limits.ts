// How much discord.js may remember: commands work on what arrives with them, so little, however many people are reminded.

import { type BaseInteraction, type CacheFactory, type Client, Events, type Message, Options } from 'discord.js';

/** People kept in all, and members kept a server. */
const PEOPLE_KEPT = 200;
/** At the 46 reminders a second that are sent at most, this is over 3 minutes: longer than any answer takes. */
export const DIRECT_CHANNELS_KEPT = 10_000;

/** Messages and reactions are never looked up again; of people, only the bot itself must stay. */
export function limitedCaches(): CacheFactory {
  const people = {
    maxSize: PEOPLE_KEPT,
    keepOverLimit: ({ id, client }: { readonly id: string; readonly client: Client }) => id === client.user?.id,
  };
  return Options.cacheWithLimits({
    ...Options.DefaultMakeCacheSettings,
    MessageManager: 0,
    ReactionManager: 0,
    UserManager: people,
    GuildMemberManager: people,
  });
}

/**
 * Drops the DM channels in which nothing happened for longest. discord.js has no limit for them (of channels it must keep
 * those of servers), and makes one anew when it is needed, since channels may come as partials.
 *
 * @param mostKept must cover the channels in which answers are being written: those need theirs until the end.
 */
export function dropIdleDirectChannels(client: Client, mostKept: number): void {
  /** In the order of their last event. */
  const recent = new Set<string>();
  const touch = ({ channel, channelId }: Pick<Message | BaseInteraction, 'channel' | 'channelId'>): void => {
    if (channelId === null || channel?.isDMBased() !== true) return;
    recent.delete(channelId);
    recent.add(channelId);
    for (const idle of recent) {
      if (recent.size <= mostKept) break;
      recent.delete(idle);
      client.channels.cache.delete(idle);
    }
  };
  client.on(Events.MessageCreate, touch);
  client.on(Events.InteractionCreate, touch);
}
