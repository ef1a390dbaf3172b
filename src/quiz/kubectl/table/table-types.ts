// The shape of the table of kubectl's commands and flags; the data is generated, see generate-table.ts.

/** How pflag reads a flag's value; found by giving kubectl a wrong value and reading its complaint. `map` takes pairs, `a=b,c=d`. */
export type FlagType = 'bool' | 'string' | 'int32' | 'int64' | 'duration' | 'list' | 'csv' | 'map' | 'vmodule';

export interface FlagEntry {
  /** Without the dashes. */
  readonly name: string;
  /** One letter. */
  readonly short?: string;
  /** `list` is a repeatable value taken whole (pflag's StringArray), `csv` one that is split at commas (StringSlice). */
  readonly type: FlagType;
  /** As the help prints it, without quotes; empty for an empty string or list. */
  readonly fallback: string;
  /** True where the flag may stand without a value (pflag's NoOptDefVal), so that the next word is never its value. */
  readonly isValueOptional?: true;
  /** Not in the help, but still taken. */
  readonly isHidden?: true;
}

export interface CommandEntry {
  /** Words after `kubectl`, e.g. `['create', 'secret', 'generic']`. */
  readonly path: readonly string[];
  /** Other names for the last word. */
  readonly aliases: readonly string[];
  /** First line of the help. */
  readonly summary: string;
  /** Line after `Usage:`. */
  readonly usage: string;
  readonly flags: readonly FlagEntry[];
}

export interface KubectlTable {
  /** The version of the kubectl that printed the help, e.g. `v1.32.4`. */
  readonly kubectlVersion: string;
  readonly globalFlags: readonly FlagEntry[];
  readonly commands: readonly CommandEntry[];
}
