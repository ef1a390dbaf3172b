// A person's action that Discord's own client would not let through, with the words that it shows.

/** `code` is stable and kebab-case, e.g. `required-option-missing`. */
export class ActionError extends Error {
  override readonly name = 'ActionError';
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}
