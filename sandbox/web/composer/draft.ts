// What stands in the composer while it is written; plain data.

/** An option's value picked from a list: shown by name, sent by value. */
export interface AcceptedChoice {
  readonly name: string;
  readonly value: string | number | boolean;
}

export interface RemoteChoices {
  /** What was asked: command, option and text; other choices are stale. */
  readonly key: string;
  readonly choices: readonly AcceptedChoice[];
}

export interface Draft {
  readonly text: string;
  readonly caret: number;
  /** By option name. */
  readonly accepted: Readonly<Record<string, AcceptedChoice>>;
  /** Key of the command picked from the list, when its name alone does not tell. */
  readonly commandKey: string | undefined;
  /** Index of the marked suggestion; undefined when none is marked by the person. */
  readonly marked: number | undefined;
  /** Whether the list was closed with Escape. */
  readonly isListClosed: boolean;
  readonly remote: RemoteChoices | undefined;
  readonly error: string | undefined;
}

export const EMPTY_DRAFT: Draft = {
  text: '',
  caret: 0,
  accepted: {},
  commandKey: undefined,
  marked: undefined,
  isListClosed: false,
  remote: undefined,
  error: undefined,
};

/** The draft with other text: what was marked, closed or wrong belonged to the text before. */
export function retext(draft: Draft, text: string, caret = text.length): Draft {
  return { ...draft, text, caret, marked: undefined, isListClosed: false, error: undefined };
}
