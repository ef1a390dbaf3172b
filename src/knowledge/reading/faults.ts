// Collects what is wrong in a folder of Markdown while reading goes on, so that one run names every fault.

import type { FaultSeverity, KnowledgeFault, SourcePlace } from '../types.ts';

/** Where readers put what they find wrong. */
export interface FaultLog {
  /** Something that keeps the folder from loading. */
  fault(at: Pick<SourcePlace, 'file' | 'line'>, message: string): void;
  /** Something worth a look, which loads all the same. */
  notice(at: Pick<SourcePlace, 'file' | 'line'>, message: string): void;
  /** All of them, by file and line. */
  list(): readonly KnowledgeFault[];
}

/** Starts an empty log. The same message for the same line is kept once. */
export function createFaultLog(): FaultLog {
  const found = new Map<string, KnowledgeFault>();
  const add = (severity: FaultSeverity, at: Pick<SourcePlace, 'file' | 'line'>, message: string): void => {
    found.set(`${at.file}\n${at.line}\n${message}`, { severity, file: at.file, line: at.line, message });
  };
  return {
    fault: (at, message) => add('fault', at, message),
    notice: (at, message) => add('notice', at, message),
    list: () =>
      [...found.values()].sort((a, b) => (a.file === b.file ? a.line - b.line : a.file.localeCompare(b.file, 'en'))),
  };
}
