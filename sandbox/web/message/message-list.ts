// Draws the open channel's messages: grouped by author, days and news marked, what waits or failed at the end.

import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import type { SandboxMessage } from '../../protocol.ts';
import { avatarUrl } from '../look/avatar.ts';
import { icon } from '../look/icons.ts';
import type { Names } from '../markdown/draw.ts';
import type { PageActions } from '../page-actions.ts';
import { drawnMessages } from '../state/drawn-window.ts';
import type { OpenInteraction, PageState } from '../state/page-state.ts';
import { findUser, messagesOf, nameOf, openChannel, sandboxNowMs } from '../state/selectors.ts';
import type { SelectChoice } from './message-context.ts';
import { dayName } from './message-text.ts';
import { messageView } from './message-view.ts';

/** Discord starts a new group after seven minutes. */
const GROUP_MS = 7 * 60_000;

const NO_INTERACTIONS: readonly OpenInteraction[] = [];

export function messageListView(state: PageState, actions: PageActions): TemplateResult {
  const channel = openChannel(state);
  const { messages, hasOlder, hasNewer } = drawnMessages(messagesOf(state, state.channelId), state.drawn);
  const shared = sharedContext(state, actions);
  const today = dayName(shared.nowMs);
  return html`<div class="scroller" data-testid="message-scroller" tabindex="-1">
    <discord-messages
      class="message-list"
      role="log"
      aria-label=${`Messages in ${channel?.name ?? 'the channel'}`}
      data-testid="message-list"
      data-channel=${channel?.name ?? ''}
      ?light-theme=${state.theme === 'light'}
      no-background
    >
      ${hasOlder ? html`<div class="more-above" data-testid="more-above">Older messages…</div>` : channelStart(state)}
      ${repeat(
        messages,
        (message) => message.id,
        (message, index) => {
          const above = messages[index - 1];
          const isNewDay = above === undefined || dayOf(above) !== dayOf(message);
          const isNew = message.id === state.newSinceId;
          const isGrouped = !isNewDay && !isNew && belongTogether(above, message);
          const interactions = interactionsOf(state, message);
          const used = state.usedComponents[message.id];
          return html`${isNewDay ? divider(dayOf(message), false) : nothing}${isNew ? divider('New', true) : nothing}${guard(
            [message, isGrouped, interactions, used, state.me, state.people, state.bots, state.channels, today],
            () => messageView(message, isGrouped, { ...shared, interactions, usedCustomId: used }),
          )}`;
        },
      )}
      ${hasNewer ? nothing : unanswered(state).map((one) => interactionNote(one, state, actions))}
    </discord-messages>
  </div>`;
}

function sharedContext(state: PageState, actions: PageActions) {
  const names: Names = {
    userName: (id) => {
      const user = findUser(state, id);
      return user === undefined ? undefined : nameOf(user);
    },
    channelName: (id) => state.channels.find((channel) => channel.id === id)?.name,
    openChannel: actions.openChannel,
  };
  const people: readonly SelectChoice[] = [...state.people, ...state.bots.map((bot) => bot.user)].map((user) => ({
    label: nameOf(user),
    value: user.id,
    description: user.username,
  }));
  const channels: readonly SelectChoice[] = state.channels
    .filter((channel) => channel.kind === 'text')
    .map((channel) => ({ label: `#${channel.name}`, value: channel.id }));
  return { me: state.me, names, people, channels, actions, nowMs: sandboxNowMs(state, Date.now()) };
}

/** Slash commands of this channel that have no message yet. */
function unanswered(state: PageState): readonly OpenInteraction[] {
  return state.interactions.filter((one) => one.channelId === state.channelId && one.sourceMessageId === undefined);
}

/** The same array when nothing waits, so that the guard sees no change. */
function interactionsOf(state: PageState, message: SandboxMessage): readonly OpenInteraction[] {
  if (state.interactions.length === 0) return NO_INTERACTIONS;
  const own = state.interactions.filter((one) => one.sourceMessageId === message.id);
  return own.length === 0 ? NO_INTERACTIONS : own;
}

function belongTogether(above: SandboxMessage, message: SandboxMessage): boolean {
  return (
    above.author.id === message.author.id &&
    message.interaction_metadata === undefined &&
    message.type !== 19 &&
    (above.flags ?? 0) === (message.flags ?? 0) &&
    Date.parse(message.timestamp) - Date.parse(above.timestamp) < GROUP_MS
  );
}

const days = new Map<string, string>();

/** Named day of a message; formatting dates is slow, and the same instants come with every drawing. */
function dayOf(message: SandboxMessage): string {
  const known = days.get(message.timestamp);
  if (known !== undefined) return known;
  const name = dayName(Date.parse(message.timestamp));
  days.set(message.timestamp, name);
  return name;
}

function divider(text: string, isNews: boolean): TemplateResult {
  return html`<div class=${isNews ? 'divider is-news' : 'divider'} role="separator" aria-label=${isNews ? 'New messages' : text}><span class="divider-text">${text}</span></div>`;
}

function channelStart(state: PageState): TemplateResult | typeof nothing {
  const channel = openChannel(state);
  if (channel === undefined) return nothing;
  if (channel.kind === 'dm') {
    return html`<div class="channel-start">
      <img src=${avatarUrl(channel.name)} alt="" width="72" height="72" />
      <h2>${channel.name}</h2>
      <p>This is the beginning of your direct messages with <b>${channel.name}</b>. Type <kbd>/</kbd> to see the commands.</p>
    </div>`;
  }
  return html`<div class="channel-start">
    <span class="channel-start-sign">${icon(channel.kind === 'thread' ? 'thread' : 'hash', 40)}</span>
    <h2>Welcome to #${channel.name}</h2>
    <p>This is where #${channel.name} begins. Type <kbd>/</kbd> to see the commands.</p>
  </div>`;
}

/** A slash command that has no message yet: it is on its way, or the application did not respond. */
function interactionNote(one: OpenInteraction, state: PageState, actions: PageActions): TemplateResult {
  const bot = state.bots.find((known) => known.applicationId === one.applicationId);
  const name = bot === undefined ? 'The application' : nameOf(bot.user);
  const isFailed = one.state === 'failed';
  return html`<div class=${isFailed ? 'note is-failed' : 'note'} role=${isFailed ? 'alert' : 'status'} data-testid=${isFailed ? 'interaction-failed' : 'interaction-pending'}>
    <img src=${avatarUrl(name)} alt="" width="40" height="40" />
    <div>
      <p class="note-name"><b>${name}</b> <span class="note-command">${one.name}</span></p>
      ${
        isFailed
          ? html`<p class="note-reason">${one.reason ?? 'The application did not respond'}</p>
              <p class="ephemeral">
                ${icon('eye', 16)} Only you can see this •
                <button class="text-button" type="button" @click=${() => actions.forgetInteraction(one.interactionId)}>Dismiss message</button>
              </p>`
          : html`<p class="note-reason">Sending command…</p>`
      }
    </div>
  </div>`;
}
