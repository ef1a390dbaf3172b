// Which key does what in the composer.

import type { PageActions } from '../page-actions.ts';
import type { PageState } from '../state/page-state.ts';
import { messagesOf } from '../state/selectors.ts';
import type { Store } from '../state/store.ts';
import type { CommandLine } from './command-line.ts';
import { type Draft, EMPTY_DRAFT } from './draft.ts';
import { resolveLine } from './resolve-line.ts';
import { type Suggestion, startNextOption } from './suggestions.ts';
import { directoryOf, isFree, readWriting } from './writing.ts';

export interface KeyParts {
  readonly take: (suggestion: Suggestion) => void;
  readonly send: () => void;
  readonly rewrite: (draft: Draft) => void;
  readonly actions: PageActions;
}

/** Whether the key was used here. */
export function handleKey(event: KeyboardEvent, store: Store<PageState>, parts: KeyParts): boolean {
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
      return closeOne(store, suggestions.length > 0, parts);
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

function mark(store: Store<PageState>, count: number, step: 1 | -1): boolean {
  store.update(({ draft }) => {
    const from = draft.marked ?? (step === 1 ? -1 : 0);
    return { draft: { ...draft, marked: (from + step + count) % count } };
  });
  return true;
}

/** Closes one thing at a time: the list, then the reply or edit, then the draft of a command. */
function closeOne(store: Store<PageState>, hasList: boolean, parts: KeyParts): boolean {
  const { draft, replyToId, editingId } = store.get();
  if (hasList) store.update({ draft: { ...draft, isListClosed: true, marked: undefined } });
  else if (replyToId !== undefined || editingId !== undefined) parts.actions.cancelReplyAndEdit();
  else if (draft.text.startsWith('/')) parts.rewrite(EMPTY_DRAFT);
  else return false;
  return true;
}

function editLast(state: PageState, actions: PageActions): boolean {
  const last = messagesOf(state, state.channelId).findLast((message) => message.author.id === state.me?.id);
  if (last !== undefined) actions.startEdit(last);
  return last !== undefined;
}
