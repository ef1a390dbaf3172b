// Why a command line would not be carried out, as kubectl or the shell before it would judge.

export type RefusalCode =
  | 'empty'
  | 'too-long'
  | 'unclosed-quote'
  | 'shell-syntax'
  | 'not-kubectl'
  | 'unknown-command'
  | 'unknown-flag'
  | 'missing-flag-value'
  | 'bad-flag-value'
  | 'bad-flag-syntax'
  | 'missing-flag'
  | 'conflicting-flags'
  | 'unknown-resource'
  | 'missing-resource'
  | 'missing-argument'
  | 'too-many-arguments'
  | 'bad-argument';

export interface Refusal {
  readonly kind: 'refused';
  readonly code: RefusalCode;
  /** The word it is about, e.g. `--dry` or `pox`; empty where none is. */
  readonly subject: string;
}

export function refuse(code: RefusalCode, subject = ''): Refusal {
  return { kind: 'refused', code, subject };
}
