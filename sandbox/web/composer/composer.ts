// What happens in the composer: writing, the list, keys, autocomplete, sending. Draws nothing.

import type { PageActions } from '../page-actions.ts';
import type { SandboxSocket } from '../socket.ts';
import type { PageState } from '../state/page-state.ts';
import { nameOf } from '../state/selectors.ts';
import type { Store } from '../state/store.ts';
import type { CommandLine } from './command-line.ts';
import { createCompletion } from './completion.ts';
import { handleKey } from './composer-keys.ts';
import { type Draft, EMPTY_DRAFT, retext } from './draft.ts';
import { resolveLine } from './resolve-line.ts';
import { accept, type Suggestion } from './suggestions.ts';
import { directoryOf, readWriting } from './writing.ts';

/** Discord tells others about typing at most this often. */
const TYPING_EVERY_MS = 8_000;

export interface Composer {
  onInput(field: HTMLTextAreaElement): void;
  onCaret(field: HTMLTextAreaElement): void;
  onKey(event: KeyboardEvent): void;
  take(suggestion: Suggestion): void;
  send(): void;
}

export function createComposer(store: Store<PageState>, socket: SandboxSocket, actions: PageActions): Composer {
  const setDraft = (draft: Draft): void => store.update({ draft });
  const complete = createCompletion(store, socket);
  const tellTyping = createTypingSign(socket);

  const rewrite = (draft: Draft): void => {
    writeDraft(store, draft);
    complete();
  };

  const take = (suggestion: Suggestion): void => {
    const { draft } = store.get();
    rewrite(accept(draft, readWriting(store.get()).line, suggestion));
  };

  const send = (): void => {
    const { line } = readWriting(store.get());
    if (line.kind === 'text') sendText(store, socket, actions);
    else sendCommand(store, socket, line);
  };

  return {
    take,
    send,
    onInput(field) {
      const { draft, channelId } = store.get();
      setDraft(retext(draft, field.value, field.selectionStart));
      complete();
      if (channelId !== undefined && !field.value.startsWith('/')) tellTyping(channelId);
    },
    onCaret: (field) => setDraft({ ...store.get().draft, caret: field.selectionStart }),
    onKey(event) {
      // Keys with Alt belong to the page; those of an input method to it.
      if (event.isComposing || event.altKey) return;
      if (handleKey(event, store, { take, send, rewrite, actions })) event.preventDefault();
    },
  };
}

/** A draft that the page wrote, not the person: the field follows at once, so that no key typed meanwhile is lost. */
function writeDraft(store: Store<PageState>, draft: Draft): void {
  store.update({ draft });
  const field = document.querySelector<HTMLTextAreaElement>('textarea.composer-field');
  if (field === null) return;
  field.value = draft.text;
  field.setSelectionRange(draft.caret, draft.caret);
  field.focus();
}

function sendText(store: Store<PageState>, socket: SandboxSocket, actions: PageActions): void {
  const { draft, channelId, replyToId, editingId } = store.get();
  const content = withMentions(draft.text.trim(), store.get());
  if (content === '' || channelId === undefined) return;
  store.update({ replyToId: undefined, editingId: undefined });
  writeDraft(store, EMPTY_DRAFT);
  const sent =
    editingId === undefined
      ? socket.request({ kind: 'send-message', channelId, content, ...(replyToId === undefined ? {} : { replyToId }) })
      : socket.request({ kind: 'edit-message', channelId, messageId: editingId, content });
  sent.catch((error: unknown) => {
    actions.say(error instanceof Error ? error.message : String(error));
    // What was written is not lost.
    store.update((state) => (state.draft.text === '' ? { draft } : {}));
  });
}

/** `@name` of somebody known becomes a mention. */
function withMentions(text: string, state: PageState): string {
  let result = text;
  for (const user of directoryOf(state).users) {
    for (const name of new Set([nameOf(user), user.username])) result = result.replaceAll(`@${name}`, `<@${user.id}>`);
  }
  return result;
}

function sendCommand(store: Store<PageState>, socket: SandboxSocket, line: CommandLine): void {
  const state = store.get();
  const { draft, channelId } = state;
  const resolved = resolveLine(line, draft, directoryOf(state));
  if (resolved.kind === 'fault') {
    store.update({ draft: { ...draft, error: resolved.message } });
    return;
  }
  if (channelId === undefined) return;
  writeDraft(store, EMPTY_DRAFT);
  socket.request({ kind: 'use-command', channelId, ...resolved.input }).catch((error: unknown) => {
    const message = error instanceof Error ? error.message : String(error);
    store.update((now) => (now.draft.text === '' ? { draft: { ...draft, error: message } } : { toast: message }));
  });
}

function createTypingSign(socket: SandboxSocket): (channelId: string) => void {
  let toldAtMs = 0;
  return (channelId) => {
    if (Date.now() - toldAtMs < TYPING_EVERY_MS) return;
    toldAtMs = Date.now();
    // Nobody misses a typing sign that is lost.
    socket.request({ kind: 'type', channelId }).catch(() => undefined);
  };
}
