// The bar over the messages: which channel it is, the sandbox's time, and the way to the channels and tools.

import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../look/icons.ts';
import type { PageActions } from '../page-actions.ts';
import type { PageState } from '../state/page-state.ts';
import { openChannel, unreadOf } from '../state/selectors.ts';

export function headerView(state: PageState, actions: PageActions): TemplateResult {
  const channel = openChannel(state);
  const elsewhere = state.channels.some((one) => unreadOf(state, one).count > 0);
  return html`<header class="head">
    <button
      type="button"
      class=${elsewhere ? 'icon-button head-menu has-news' : 'icon-button head-menu'}
      data-testid="sidebar-toggle"
      aria-label=${elsewhere ? 'Channels, some unread' : 'Channels'}
      aria-expanded=${state.isSidebarOpen ? 'true' : 'false'}
      @click=${() => actions.toggleSidebar()}
    >
      ${icon('menu')}
    </button>
    <span class="head-sign">${channel?.kind === 'dm' ? '@' : icon(channel?.kind === 'thread' ? 'thread' : 'hash', 22)}</span>
    <h2 class="head-name" data-testid="channel-title">${channel?.name ?? ''}</h2>
    ${channel?.topic === undefined ? nothing : html`<p class="head-topic">${channel.topic}</p>`}
    <span class="head-gap"></span>
    <button
      type="button"
      class=${state.isToolsOpen ? 'icon-button is-on' : 'icon-button'}
      data-testid="tools-toggle"
      aria-label="Sandbox tools: clock, faults, members"
      aria-expanded=${state.isToolsOpen ? 'true' : 'false'}
      title="Clock, faults, members"
      @click=${actions.toggleTools}
    >
      ${icon('tools')}
    </button>
  </header>`;
}

export function bannerView(state: PageState): TemplateResult | typeof nothing {
  if (state.connection === 'lost') {
    return html`<p class="banner is-bad" role="alert">The connection to the sandbox is lost. Trying again…</p>`;
  }
  if (state.connection === 'open' && state.bots.length === 0) {
    return html`<p class="banner" role="status">No bot has connected yet. Start one with DISCORD_API_URL=${`${location.origin}/api`}</p>`;
  }
  if (state.connection === 'open' && state.bots.every((bot) => !bot.isOnline)) {
    return html`<p class="banner" role="status">The bot is offline.</p>`;
  }
  return nothing;
}
