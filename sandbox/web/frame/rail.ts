// The narrow bar at the left: direct messages and the servers, each with its unread mark.

import { html, nothing, type TemplateResult } from 'lit';
import type { ChannelView } from '../../protocol.ts';
import { initials } from '../look/avatar.ts';
import { icon } from '../look/icons.ts';
import type { PageActions } from '../page-actions.ts';
import type { PageState } from '../state/page-state.ts';
import { directMessages, openChannel, unreadOf } from '../state/selectors.ts';

export function railView(state: PageState, actions: PageActions): TemplateResult {
  const open = openChannel(state);
  const dms = directMessages(state);
  return html`<nav class="rail" aria-label="Servers">
    ${itemView({ name: 'Direct messages', testId: 'home', isOpen: open?.kind === 'dm', content: icon('chats', 24), channels: dms }, state, actions)}
    <hr />
    ${state.guilds.map((guild) =>
      itemView(
        {
          name: guild.name,
          testId: `server-${guild.name}`,
          isOpen: open !== undefined && open.guildId === guild.id,
          content: initials(guild.name),
          channels: state.channels.filter((channel) => channel.guildId === guild.id && channel.kind === 'text'),
        },
        state,
        actions,
      ),
    )}
  </nav>`;
}

interface Item {
  readonly name: string;
  readonly testId: string;
  readonly isOpen: boolean;
  readonly content: TemplateResult | string;
  readonly channels: readonly ChannelView[];
}

function itemView(item: Item, state: PageState, actions: PageActions): TemplateResult {
  const unread = item.channels.map((channel) => ({ channel, ...unreadOf(state, channel) }));
  const count = unread.reduce((sum, one) => sum + one.count, 0);
  const mentions = unread.reduce((sum, one) => sum + one.mentions, 0);
  // Where there is news, a press leads to it.
  const target =
    unread.find((one) => one.mentions > 0)?.channel ?? unread.find((one) => one.count > 0)?.channel ?? item.channels[0];
  const label = count > 0 ? `${item.name}, ${count} unread` : item.name;
  return html`<button
    type="button"
    class=${`rail-item ${item.isOpen ? 'is-open' : ''} ${count > 0 ? 'is-unread' : ''}`}
    data-testid=${item.testId}
    aria-label=${label}
    aria-current=${item.isOpen ? 'true' : nothing}
    title=${item.name}
    ?disabled=${target === undefined}
    @click=${() => {
      if (target !== undefined && !item.isOpen) actions.openChannel(target.id, { keepsSidebar: true });
    }}
  >
    <span class="rail-face">${item.content}</span>${mentions > 0 ? html`<span class="badge">${mentions}</span>` : nothing}
  </button>`;
}
