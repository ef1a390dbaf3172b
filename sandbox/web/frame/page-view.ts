// The whole page for one state: where each part stands.

import { html, nothing, type TemplateResult } from 'lit';
import type { Composer } from '../composer/composer.ts';
import { composerView } from '../composer/composer-view.ts';
import { icon } from '../look/icons.ts';
import { messageListView } from '../message/message-list.ts';
import { messageMenuView } from '../message/message-menu.ts';
import { modalView } from '../modal-view.ts';
import type { PageActions } from '../page-actions.ts';
import type { PageState } from '../state/page-state.ts';
import { findUser, nameOf } from '../state/selectors.ts';
import { bannerView, headerView } from './header.ts';
import { railView } from './rail.ts';
import { sidebarView } from './sidebar.ts';
import { toolsView } from './tools-panel.ts';

export function pageView(state: PageState, actions: PageActions, composer: Composer): TemplateResult {
  if (state.me === undefined) {
    return html`<p class="starting" role="status">${state.connection === 'lost' ? 'The sandbox does not answer. Trying again…' : 'Connecting…'}</p>`;
  }
  return html`<div class=${state.isSidebarOpen ? 'page has-sidebar' : 'page'}>
      <div class="drawer">${railView(state, actions)} ${sidebarView(state, actions)}</div>
      <div class="drawer-shade" @click=${() => actions.toggleSidebar(false)}></div>
      <main class="main">
        ${headerView(state, actions)} ${bannerView(state)}
        <div class="conversation">
          ${messageListView(state, actions)}
          <button type="button" class="jump" data-testid="jump" hidden>${icon('down', 16)} <span>Jump to the newest</span></button>
        </div>
        ${composerView(state, composer, actions)} ${typingView(state)}
      </main>
      ${toolsView(state, actions)}
    </div>
    ${messageMenuView(state, actions)} ${modalView(state, actions)} ${pictureView(state, actions)}
    ${state.toast === undefined ? nothing : html`<p class="toast" role="alert" data-testid="toast">${state.toast}</p>`}`;
}

function typingView(state: PageState): TemplateResult {
  const names = state.typing
    .filter((one) => one.channelId === state.channelId && one.userId !== state.me?.id)
    .flatMap((one) => findUser(state, one.userId) ?? [])
    .map(nameOf);
  const text = names.length === 0 ? '' : `${names.join(' and ')} ${names.length === 1 ? 'is' : 'are'} typing…`;
  return html`<div class="typing" data-testid="typing" aria-live="polite">
    ${text === '' ? nothing : html`<span class="waiting-dots" aria-hidden="true"><i></i><i></i><i></i></span> ${text}`}
  </div>`;
}

function pictureView(state: PageState, actions: PageActions): TemplateResult | typeof nothing {
  if (state.picture === undefined) return nothing;
  const { url, alt } = state.picture;
  return html`<div class="lightbox" role="dialog" aria-modal="true" aria-label=${alt} data-testid="lightbox" @click=${actions.closePicture}>
    <img src=${url} alt=${alt} />
    <button type="button" class="icon-button lightbox-close" aria-label="Close the picture" @click=${actions.closePicture}>${icon('close')}</button>
    <p>${alt}</p>
  </div>`;
}
