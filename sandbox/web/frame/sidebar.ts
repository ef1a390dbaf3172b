// The list of channels of the open server, or of direct messages, and the panel of who one is.

import { html, nothing, type TemplateResult } from 'lit';
import type { ChannelView } from '../../protocol.ts';
import { avatarUrl } from '../look/avatar.ts';
import { icon } from '../look/icons.ts';
import type { PageActions } from '../page-actions.ts';
import type { PageState } from '../state/page-state.ts';
import { directMessages, nameOf, openChannel, unreadOf } from '../state/selectors.ts';

export function sidebarView(state: PageState, actions: PageActions): TemplateResult {
  const open = openChannel(state);
  const isHome = open?.kind === 'dm';
  const guild = state.guilds.find((one) => one.id === open?.guildId);
  const channels = isHome ? directMessages(state) : state.channels.filter((one) => one.guildId === open?.guildId);
  return html`<aside class="sidebar">
    <header class="sidebar-head"><h1>${isHome ? 'Direct messages' : (guild?.name ?? 'Sandbox')}</h1></header>
    <nav class="channels" aria-label="Channels">
      ${isHome ? html`<p class="channels-title">Direct messages</p>` : html`<p class="channels-title">Text channels</p>`}
      ${ordered(channels).map((channel) => channelView(channel, state, actions))}
    </nav>
    ${userPanel(state, actions)}
  </aside>`;
}

/** Threads stand below their channel. */
function ordered(channels: readonly ChannelView[]): readonly ChannelView[] {
  const threads = channels.filter((channel) => channel.kind === 'thread');
  return channels
    .filter((channel) => channel.kind !== 'thread')
    .flatMap((channel) => [channel, ...threads.filter((thread) => thread.parentId === channel.id)]);
}

function channelView(channel: ChannelView, state: PageState, actions: PageActions): TemplateResult {
  const { count, mentions } = unreadOf(state, channel);
  const isOpen = channel.id === state.channelId;
  return html`<button
    type="button"
    class=${`channel is-${channel.kind} ${isOpen ? 'is-open' : ''} ${count > 0 ? 'is-unread' : ''}`}
    data-testid=${channel.kind === 'dm' ? `dm-${channel.name}` : `channel-${channel.name}`}
    aria-current=${isOpen ? 'page' : nothing}
    aria-label=${count > 0 ? `${channel.name}, ${count} unread` : channel.name}
    @click=${() => actions.openChannel(channel.id)}
  >
    ${channel.kind === 'dm' ? dmFace(channel, state) : icon(channel.kind === 'thread' ? 'thread' : 'hash', 18)}
    <span class="channel-name">${channel.name}</span>
    ${mentions > 0 ? html`<span class="badge">${mentions}</span>` : nothing}
  </button>`;
}

function dmFace(channel: ChannelView, state: PageState): TemplateResult {
  const bot = state.bots.find((one) => one.user.id === channel.recipientId);
  return html`<span class=${bot?.isOnline === false ? 'face' : 'face is-online'}>
    <img src=${avatarUrl(channel.name)} alt="" width="32" height="32" />
  </span>`;
}

/** Who one is, and the other people one may be. */
function userPanel(state: PageState, actions: PageActions): TemplateResult {
  return html`<footer class="user-panel">
    <div class="people" role="radiogroup" aria-label="Act as" data-testid="user-switch">
      ${state.people.map((person) => {
        const isMe = person.id === state.me?.id;
        return html`<button
          type="button"
          role="radio"
          class=${isMe ? 'person is-me' : 'person'}
          aria-checked=${isMe ? 'true' : 'false'}
          data-testid=${`user-${person.username.toLowerCase()}`}
          title=${isMe ? `You are ${nameOf(person)}` : `Become ${nameOf(person)}`}
          @click=${() => actions.switchUser(person.id)}
        >
          <img src=${avatarUrl(nameOf(person))} alt="" width="24" height="24" /><span>${nameOf(person)}</span>
        </button>`;
      })}
    </div>
    <button
      type="button"
      class="icon-button"
      data-testid="theme-toggle"
      aria-label=${state.theme === 'dark' ? 'Light theme' : 'Dark theme'}
      title=${state.theme === 'dark' ? 'Light theme' : 'Dark theme'}
      @click=${actions.toggleTheme}
    >
      ${icon(state.theme === 'dark' ? 'sun' : 'moon')}
    </button>
  </footer>`;
}
