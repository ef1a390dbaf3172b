// An expected refusal: something a person can put right. Its wording lives in views/refusal-view.ts, keyed by the code.

/** Values that the refusal's wording needs, such as the text that was not understood. */
export type RefusalDetails = Readonly<Record<string, string | number>>;

/**
 * Thrown by domains and commands when a request cannot be carried out for a reason the person can see and mend.
 * The router turns it into a private message; it is never logged as a fault.
 */
export class UserError extends Error {
  override readonly name = 'UserError';
  /** Stable, kebab-case, e.g. `unknown-timezone`. */
  readonly code: string;
  readonly details: RefusalDetails;

  constructor(code: string, details: RefusalDetails = {}, options?: ErrorOptions) {
    super(code, options);
    this.code = code;
    this.details = details;
  }
}
