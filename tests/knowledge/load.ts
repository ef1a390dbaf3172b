// Knowledge for the tests: the owner's list, our own folder, and texts written on the spot.

import { createKnowledgeIndex } from '../../src/knowledge/create-index.ts';
import { type LoadedKnowledge, loadKnowledge, readKnowledge } from '../../src/knowledge/load-knowledge.ts';
import type { KnowledgeEntry, KnowledgeIndex, LookupResult } from '../../src/knowledge/types.ts';

export const SEED_FOLDER = 'tests/fixtures/seed';
export const OWN_FOLDER = 'knowledge';

export async function openIndex(folder: string): Promise<KnowledgeIndex> {
  return createKnowledgeIndex((await loadKnowledge(folder)).knowledge);
}

/** Reads one text as the only file, `a.md`, of a folder. */
export function readText(text: string): LoadedKnowledge {
  return readKnowledge([{ file: 'a.md', text }]);
}

/** Faults as `line message`, notices as `line notice message`. */
export function faultLines({ faults }: LoadedKnowledge): string[] {
  return faults.map(({ severity, line, message }) => `${line} ${severity === 'notice' ? 'notice ' : ''}${message}`);
}

/** `kind:title` of an entry; a task without a title goes by its command, an asked service is added as `@provider`. */
export function nameOf(entry: KnowledgeEntry): string {
  switch (entry.kind) {
    case 'concept':
      return `concept:${entry.concept.title}`;
    case 'topic':
      return `topic:${entry.topic.shortTitle}`;
    case 'troubleshooting':
      return `troubleshooting:${entry.troubleshooting.title}`;
    case 'kubectl':
      return `kubectl:${entry.task.title ?? entry.task.command}`;
    case 'cloud':
      return `cloud:${entry.row.need}${entry.provider === undefined ? '' : `@${entry.provider}`}`;
    case 'note':
      return `note:${entry.note.title}`;
  }
}

/** A result in one line: `kind:title`, `left <> right`, `known | unknown: words`, or `unknown`. */
export function summarise(result: LookupResult): string {
  switch (result.kind) {
    case 'entry':
      return nameOf(result.entry);
    case 'comparison':
      return `${nameOf(result.left)} <> ${nameOf(result.right)}`;
    case 'half-known':
      return `${nameOf(result.known)} | unknown: ${result.unknown}`;
    case 'unknown':
      return 'unknown';
  }
}
