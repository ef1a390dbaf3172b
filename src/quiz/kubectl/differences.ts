// How two commands differ, by name: the part that is unlike, what was expected, what was answered, and whether it could do harm.

import type { RefusalCode } from './refusal.ts';

export type DifferenceKind =
  | 'verb'
  | 'resource'
  | 'name'
  | 'namespace'
  | 'flag'
  | 'value'
  | 'argument'
  | 'order'
  | 'shell'
  /** The answer would be refused; `reason` says why. */
  | 'refused';

export interface Difference {
  readonly kind: DifferenceKind;
  /** What it is about, e.g. `--replicas`; absent where the kind says it all. */
  readonly subject?: string;
  /** Absent where the expected command has nothing of the kind. */
  readonly expected?: string;
  /** Absent where the answer has nothing of the kind. */
  readonly answer?: string;
  /** Why a command would be refused; only with the kind `refused`. */
  readonly reason?: RefusalCode;
  /** True where running the answer could destroy or touch what was not meant. */
  readonly isDangerous: boolean;
}
