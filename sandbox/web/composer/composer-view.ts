// Draws the composer: the field with its option pills, the list of commands and choices above it, hints and faults.

import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import { avatarUrl } from '../look/avatar.ts';
import { icon } from '../look/icons.ts';
import type { PageActions } from '../page-actions.ts';
import type { PageState } from '../state/page-state.ts';
import { findUser, messagesOf, nameOf, openChannel } from '../state/selectors.ts';
import type { CommandLine } from './command-line.ts';
import type { Composer } from './composer.ts';
import type { Suggestion } from './suggestions.ts';
import { readWriting, type Writing } from './writing.ts';

const LIST_ID = 'composer-list';

export function composerView(state: PageState, composer: Composer, actions: PageActions): TemplateResult {
  const writing = readWriting(state);
  const { draft } = state;
  return html`<div class="composer">
    <div class="composer-float">
      ${listView(state, writing, composer)} ${hintView(writing.line)}
      ${draft.error === undefined ? nothing : html`<p class="composer-error" role="alert" data-testid="composer-error">${draft.error}</p>`}
    </div>
    ${contextView(state, actions)}
    <div class=${draft.error === undefined ? 'composer-box' : 'composer-box is-wrong'}>
      <div class="composer-stack">
        <div class="composer-mirror" aria-hidden="true">${paint(draft.text, writing.line)}</div>
        ${fieldView(state, writing, composer)}
      </div>
      <button type="button" class="icon-button composer-send" aria-label="Send" data-testid="send" ?disabled=${draft.text.trim() === ''} @click=${composer.send}>
        ${icon('send')}
      </button>
    </div>
  </div>`;
}

function fieldView(state: PageState, { line, suggestions, marked }: Writing, composer: Composer): TemplateResult {
  const label = fieldLabel(state);
  return html`<textarea
    class=${line.kind === 'text' ? 'composer-field' : 'composer-field is-command'}
    data-testid="composer"
    rows="1"
    role="combobox"
    aria-label=${label}
    aria-autocomplete="list"
    aria-expanded=${suggestions.length > 0 ? 'true' : 'false'}
    aria-controls=${LIST_ID}
    aria-activedescendant=${marked === undefined ? nothing : `${LIST_ID}-${marked}`}
    ?disabled=${openChannel(state)?.canWrite === false}
    placeholder=${label}
    maxlength="4000"
    autocomplete="off"
    spellcheck="false"
    .value=${live(state.draft.text)}
    @input=${(event: Event) => withField(event, composer.onInput)}
    @keydown=${composer.onKey}
    @keyup=${(event: Event) => withField(event, composer.onCaret)}
    @click=${(event: Event) => withField(event, composer.onCaret)}
  ></textarea>`;
}

function fieldLabel(state: PageState): string {
  const channel = openChannel(state);
  if (channel === undefined) return 'Message';
  // As Discord words it.
  if (!channel.canWrite) return 'You do not have permission to send messages in this channel.';
  return `Message ${channel.kind === 'dm' ? '@' : '#'}${channel.name}`;
}

function withField(event: Event, use: (field: HTMLTextAreaElement) => void): void {
  if (event.currentTarget instanceof HTMLTextAreaElement) use(event.currentTarget);
}

/** Which message is answered or edited. */
function contextView(state: PageState, actions: PageActions): TemplateResult | typeof nothing {
  const id = state.replyToId ?? state.editingId;
  const message = messagesOf(state, state.channelId).find((one) => one.id === id);
  if (message === undefined) return nothing;
  const text = state.replyToId === undefined ? 'Editing your message' : `Replying to ${nameOf(message.author)}`;
  return html`<div class="composer-context">
    <span>${text}</span>
    <button type="button" class="icon-button" aria-label="Cancel" @click=${actions.cancelReplyAndEdit}>${icon('close', 16)}</button>
  </div>`;
}

/** What the option under the caret wants. */
function hintView(line: CommandLine): TemplateResult | typeof nothing {
  if (line.kind !== 'command') return nothing;
  const open = line.command.options.filter((option) => !line.arguments.some((argument) => argument.option === option));
  const focused = line.focused?.option;
  return html`<div class="composer-hint" data-testid="composer-hint">
    <b>${focused?.name ?? `/${line.command.path}`}</b> <span>${focused?.description ?? line.command.description}</span>
    ${open.map((option) => html`<em class=${option.required === true ? 'is-required' : ''}>${option.required === true ? '' : '+ '}${option.name}</em>`)}
  </div>`;
}

function listView(
  state: PageState,
  { line, suggestions, marked }: Writing,
  composer: Composer,
): TemplateResult | typeof nothing {
  if (suggestions.length === 0) return nothing;
  const title = listTitle(line, suggestions[0], state.draft.text);
  return html`<div class="composer-list" id=${LIST_ID} role="listbox" aria-label=${title} data-testid="suggestions">
    <p class="composer-list-title">${title}</p>
    ${repeat(
      suggestions,
      (suggestion) => suggestionKey(suggestion),
      (suggestion, index) => html`<div
        id=${`${LIST_ID}-${index}`}
        class="suggestion"
        role="option"
        data-testid="suggestion"
        aria-selected=${index === marked ? 'true' : 'false'}
        ?data-marked=${index === marked}
        @pointerdown=${(event: Event) => event.preventDefault()}
        @click=${() => composer.take(suggestion)}
      >
        ${suggestionView(suggestion, state)}
      </div>`,
    )}
  </div>`;
}

function listTitle(line: CommandLine, first: Suggestion | undefined, text: string): string {
  if (first?.kind === 'command') return text.length > 1 ? `Commands matching ${text}` : 'Commands';
  if (first?.kind === 'option') return 'Options';
  return line.kind === 'command' && line.focused !== undefined ? line.focused.option.name : 'Choices';
}

function suggestionKey(suggestion: Suggestion): string {
  if (suggestion.kind === 'command') return `c ${suggestion.command.key}`;
  return suggestion.kind === 'option'
    ? `o ${suggestion.option.name}`
    : `v ${suggestion.choice.name} ${suggestion.choice.value}`;
}

function suggestionView(suggestion: Suggestion, state: PageState): TemplateResult {
  switch (suggestion.kind) {
    case 'command': {
      const { command } = suggestion;
      const bot = state.bots.find((one) => one.applicationId === command.applicationId);
      const name = bot === undefined ? 'Application' : nameOf(bot.user);
      return html`<img src=${avatarUrl(name)} alt="" width="32" height="32" />
        <span class="suggestion-words">
          <span><b>/${command.path}</b>${command.options.map((option) => html` <i class=${option.required === true ? 'is-required' : ''}>${option.name}</i>`)}</span>
          <small>${command.description}</small>
        </span>
        <span class="suggestion-side">${name}</span>`;
    }
    case 'option':
      return html`<span class="suggestion-words"><b>${suggestion.option.name}</b><small>${suggestion.option.description}</small></span>
        <span class="suggestion-side">${suggestion.option.required === true ? 'required' : 'optional'}</span>`;
    case 'choice': {
      const user = findUser(state, String(suggestion.choice.value));
      return html`${user === undefined ? nothing : html`<img src=${avatarUrl(nameOf(user))} alt="" width="24" height="24" />`}
        <span class="suggestion-words"><span>${suggestion.choice.name}</span></span>`;
    }
  }
}

/** The same text as in the field, with the command and its options painted; the field above it is see-through. */
function paint(text: string, line: CommandLine): readonly (TemplateResult | string)[] {
  const end = '\u200b';
  if (line.kind !== 'command') return [text, end];
  const pieces: (TemplateResult | string)[] = [html`<span class="paint-command">/${line.command.path}</span>`];
  let at = line.command.path.length + 1;
  for (const argument of line.arguments) {
    const value = text.slice(argument.valueFrom, argument.to);
    const shown = value.trimEnd();
    pieces.push(text.slice(at, argument.from));
    if (argument.isNamed)
      pieces.push(html`<span class="paint-name">${text.slice(argument.from, argument.valueFrom)}</span>`);
    pieces.push(
      html`<span class=${argument.isNamed ? 'paint-value' : 'paint-value is-loose'}>${shown}</span>`,
      value.slice(shown.length),
    );
    at = argument.to;
  }
  return [...pieces, text.slice(at), end];
}
