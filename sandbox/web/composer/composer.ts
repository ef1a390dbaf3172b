// What happens in the composer: writing, the list, keys, autocomplete, sending. Draws nothing.

import type { PageActions } from '../page-actions.ts';
import type { SandboxSocket } from '../socket.ts';
import type { PageState } from '../state/page-state.ts';
import { messagesOf, nameOf, openChannel } from '../state/selectors.ts';
import type { Store } from '../state/store.ts';
import { type CommandLine, readLine } from './command-line.ts';
import { type Draft, EMPTY_DRAFT } from './draft.ts';
import { type Directory, optionsSoFar, resolveLine, toInput } from './resolve-line.ts';
import { accept, remoteQuestion, type Suggestion, startNextOption, suggest } from './suggestions.ts';
import { type UsableCommand, usableCommands } from './usable-commands.ts';

/** Autocomplete waits for this pause in the writing, as Discord's client does. */
const PAUSE_MS = 250;
/** Discord tells others about typing at most this often. */
const TYPING_EVERY_MS = 8_000;

/** What the composer shows for the draft as it stands. */
export interface Writing {
  readonly line: CommandLine;
  readonly commands: readonly UsableCommand[];
  readonly suggestions: readonly Suggestion[];
  /** Index of the suggestion that Enter would take; undefined when Enter takes the text as it is. */
  readonly marked: number | undefined;
}

export interface Composer {
  onInput(field: HTMLTextAreaElement): void;
  onCaret(field: HTMLTextAreaElement): void;
  onKey(event: KeyboardEvent): void;
  take(suggestion: Suggestion): void;
  send(): void;
}

export function readWriting(state: PageState): Writing {
  const commands = usableCommands(state, openChannel(state));
  const line = readLine(state.draft, commands);
  const suggestions = state.draft.isListClosed ? [] : suggest(line, state.draft, commands, directoryOf(state));
  return { line, commands, suggestions, marked: state.draft.marked ?? likelyMark(line, suggestions) };
}

/** Commands and fixed choices are taken by Enter; where any text may stand, only what the person marked is. */
function likelyMark(line: CommandLine, suggestions: readonly Suggestion[]): number | undefined {
  const first = suggestions[0];
  if (first === undefined || first.kind === 'option' || isFree(first)) return undefined;
  const typed = line.kind === 'command' ? (line.focused?.value.toLowerCase() ?? '') : '';
  const exact = suggestions.findIndex((one) => one.kind === 'choice' && one.choice.name.toLowerCase() === typed);
  return Math.max(exact, 0);
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
    const state = store.get();
    const { line } = readWriting(state);
    if (line.kind === 'text') sendText(store, socket, actions);
    else sendCommand(store, socket, line);
  };

  return {
    take,
    send,
    onInput(field) {
      const { draft, channelId } = store.get();
      setDraft({
        ...draft,
        text: field.value,
        caret: field.selectionStart,
        marked: undefined,
        isListClosed: false,
        error: undefined,
      });
      complete();
      if (channelId !== undefined && !field.value.startsWith('/')) tellTyping(channelId);
    },
    onCaret(field) {
      const { draft } = store.get();
      if (draft.caret !== field.selectionStart) setDraft({ ...draft, caret: field.selectionStart });
    },
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

interface KeyParts {
  readonly take: (suggestion: Suggestion) => void;
  readonly send: () => void;
  readonly rewrite: (draft: Draft) => void;
  readonly actions: PageActions;
}

/** Whether the key was used here. */
function handleKey(event: KeyboardEvent, store: Store<PageState>, parts: KeyParts): boolean {
  const state = store.get();
  const { draft } = state;
  const { line, suggestions } = readWriting(state);
  const marked = draft.marked === undefined ? undefined : suggestions[draft.marked];
  switch (event.key) {
    case 'ArrowDown':
    case 'ArrowUp':
      if (suggestions.length > 0) return mark(store, suggestions.length, event.key === 'ArrowDown' ? 1 : -1);
      return event.key === 'ArrowUp' && draft.text === '' && editLast(state, parts.actions);
    case 'Tab': {
      if (event.shiftKey || line.kind === 'text') return false;
      const offered = marked ?? suggestions[0];
      if (offered !== undefined) parts.take(offered);
      else {
        const next = startNextOption(draft, line);
        if (next === undefined) return false;
        parts.rewrite(next);
      }
      return true;
    }
    case 'Enter':
      if (event.shiftKey) return false;
      if (marked !== undefined) parts.take(marked);
      else enter(state, line, suggestions, parts);
      return true;
    case 'Escape':
      return closeOne(store, suggestions.length > 0, parts.actions);
    default:
      return false;
  }
}

/** Enter sends what is complete; what is not, it completes with the first offer. */
function enter(state: PageState, line: CommandLine, suggestions: readonly Suggestion[], parts: KeyParts): void {
  const first = suggestions[0];
  if (line.kind === 'text' || resolveLine(line, state.draft, directoryOf(state)).kind === 'ready') parts.send();
  else if (line.kind === 'choosing' && line.exact !== undefined) parts.take({ kind: 'command', command: line.exact });
  else if (first !== undefined && first.kind !== 'option' && !isFree(first)) parts.take(first);
  else parts.send();
}

/** Whether any text is allowed in the option, so that Enter must not replace what was typed. */
function isFree(suggestion: Suggestion): boolean {
  if (suggestion.kind !== 'choice') return false;
  const { option } = suggestion.argument;
  return 'autocomplete' in option && option.autocomplete === true;
}

function mark(store: Store<PageState>, count: number, step: 1 | -1): boolean {
  store.update(({ draft }) => {
    const from = draft.marked ?? (step === 1 ? -1 : 0);
    return { draft: { ...draft, marked: (from + step + count) % count } };
  });
  return true;
}

/** Closes one thing at a time: the list, then the reply or edit, then the draft of a command. */
function closeOne(store: Store<PageState>, hasList: boolean, actions: PageActions): boolean {
  const { draft, replyToId, editingId } = store.get();
  if (hasList) store.update({ draft: { ...draft, isListClosed: true, marked: undefined } });
  else if (replyToId !== undefined || editingId !== undefined) actions.cancelReplyAndEdit();
  else if (draft.text.startsWith('/')) writeDraft(store, EMPTY_DRAFT);
  else return false;
  return true;
}

function editLast(state: PageState, actions: PageActions): boolean {
  const last = messagesOf(state, state.channelId).findLast((message) => message.author.id === state.me?.id);
  if (last !== undefined) actions.startEdit(last);
  return last !== undefined;
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

/** Asks the bot for choices after a pause in the writing; an answer to an older text is dropped. */
function createCompletion(store: Store<PageState>, socket: SandboxSocket): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;

  const ask = async (): Promise<void> => {
    const state = store.get();
    const { line } = readWriting(state);
    const question = remoteQuestion(line);
    if (question === undefined || state.channelId === undefined || state.draft.remote?.key === question.key) return;
    const { command, argument, key } = question;
    const options = optionsSoFar(line, state.draft, directoryOf(state));
    const answer = await socket
      .request({
        kind: 'autocomplete',
        channelId: state.channelId,
        focused: argument.option.name,
        text: argument.value,
        ...toInput(command, options),
      })
      // As in Discord, an autocomplete that fails offers nothing and stops nobody from writing on.
      .catch(() => ({ choices: [] }));
    store.update(({ draft }) => ({ draft: { ...draft, remote: { key, choices: answer.choices } } }));
  };

  return () => {
    clearTimeout(timer);
    timer = setTimeout(() => void ask(), PAUSE_MS);
  };
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

function directoryOf(state: PageState): Directory {
  return { users: [...state.people, ...state.bots.map((bot) => bot.user)], channels: state.channels };
}
