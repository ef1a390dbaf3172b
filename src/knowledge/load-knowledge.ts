// Reads a folder of Markdown into typed knowledge and a list of what is wrong in it; the only reader of those files.

import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { checkNames } from './reading/check-names.ts';
import { createDrafts } from './reading/drafts.ts';
import { createFaultLog } from './reading/faults.ts';
import { type OutlineReader, readOutline } from './reading/outline.ts';
import { readMarkdownFile } from './reading/read-file.ts';
import { resolveReferences } from './reading/resolve-references.ts';
import type { Knowledge, KnowledgeFault } from './types.ts';

export interface LoadedKnowledge {
  /** What could be read; only to be used when no fault has the severity `fault`. */
  readonly knowledge: Knowledge;
  /** By file and line. */
  readonly faults: readonly KnowledgeFault[];
}

/** One file as read: its path within the folder, with `/`, and its text. */
export interface KnowledgeFile {
  readonly file: string;
  readonly text: string;
}

/**
 * Loads every `.md` file in a folder and the folders in it, in the order of their paths. Give the same `outlineOf` each time to
 * parse only the files that changed since.
 * @throws the file system's error (`ENOENT`, `ENOTDIR` …) when the folder or a file in it cannot be read.
 */
export async function loadKnowledge(dir: string, outlineOf: OutlineReader = readOutline): Promise<LoadedKnowledge> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.md'))
    .map((entry) => path.relative(dir, path.join(entry.parentPath, entry.name)));
  const files = await Promise.all(
    paths.map(async (name) => ({
      file: name.split(path.sep).join('/'),
      text: await readFile(path.join(dir, name), 'utf8'),
    })),
  );
  return readKnowledge(files, outlineOf);
}

/** The same for files already read. */
export function readKnowledge(
  files: readonly KnowledgeFile[],
  outlineOf: OutlineReader = readOutline,
): LoadedKnowledge {
  const drafts = createDrafts();
  const log = createFaultLog();
  if (files.length === 0) log.fault({ file: '.', line: 1 }, 'no Markdown file in this folder');
  const paths = new Set(files.map(({ file }) => file));
  for (const { file, text } of [...files].sort(byName)) {
    readMarkdownFile(outlineOf(file, text), text, paths, drafts, log);
  }
  checkNames(drafts, log);
  return { knowledge: resolveReferences(drafts, log), faults: log.list() };
}

/** By name without the ending, so that `kubectl.md` with the basics stands before `kubectl-access.md`. */
function byName(one: KnowledgeFile, other: KnowledgeFile): number {
  const [left, right] = [one.file.replace(/\.md$/, ''), other.file.replace(/\.md$/, '')];
  return left < right ? -1 : left > right ? 1 : 0;
}
