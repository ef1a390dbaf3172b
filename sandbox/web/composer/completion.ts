// Asks the bot for an option's choices while it is written.

import type { SandboxSocket } from '../socket.ts';
import type { PageState } from '../state/page-state.ts';
import type { Store } from '../state/store.ts';
import { optionsSoFar, toInput } from './resolve-line.ts';
import { remoteQuestion } from './suggestions.ts';
import { directoryOf, readWriting } from './writing.ts';

/** Autocomplete waits for this pause in the writing, as Discord's client does. */
const PAUSE_MS = 250;

/** Asks the bot for choices after a pause in the writing; an answer to an older text is dropped. */
export function createCompletion(store: Store<PageState>, socket: SandboxSocket): () => void {
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
