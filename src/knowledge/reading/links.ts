// Finds links that are not well formed or lead to no file of the folder; whether a page answers is not asked.

import path from 'node:path/posix';
import type { Nodes } from 'mdast';
import type { FaultLog } from './faults.ts';
import { placeWithin, type Section } from './outline.ts';

const SCHEME = /^[a-z][a-z0-9+.-]*:/i;

/** Tells each bad link beneath a section. `files` are the paths that relative links may lead to. */
export function checkLinks(section: Section, files: ReadonlySet<string>, log: FaultLog): void {
  for (const block of section.blocks) checkNode(block, section, files, log);
  for (const child of section.children) checkLinks(child, files, log);
}

function checkNode(node: Nodes, section: Section, files: ReadonlySet<string>, log: FaultLog): void {
  if (node.type === 'link' || node.type === 'image' || node.type === 'definition') {
    const fault = faultOf(node.url, section.place.file, files);
    if (fault !== undefined) log.fault(placeWithin(section, node), `link to "${node.url}": ${fault}`);
  }
  if ('children' in node) for (const child of node.children) checkNode(child, section, files, log);
}

function faultOf(url: string, file: string, files: ReadonlySet<string>): string | undefined {
  if (url === '') return 'leads nowhere';
  if (url.startsWith('#') || /^mailto:/i.test(url)) return undefined;
  if (!SCHEME.test(url)) {
    const target = path.normalize(path.join(path.dirname(file), decoded(url.replace(/[?#].*$/, ''))));
    return files.has(target) ? undefined : 'no such file in this folder';
  }
  if (!/^https?:/i.test(url)) return 'takes https:// or http://';
  const host = URL.parse(url)?.hostname;
  return host?.includes('.') === true && !host.endsWith('.') ? undefined : 'not well formed';
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
