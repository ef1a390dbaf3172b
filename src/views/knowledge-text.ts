// Text of the knowledge as Discord shows it: code spans stay code, all else is shown as it is written; and where it stands.

import type { PublicSource, SourcePlace } from '../knowledge/types.ts';
import { escapeMarkdown, inlineCode } from './text.ts';

/** Prose of the knowledge: `code` keeps its look, nothing else formats, links or pings. */
export function proseText(text: string): string {
  return text
    .split(/(`[^`\n]+`)/)
    .map((part, index) => (index % 2 === 1 ? inlineCode(part.slice(1, -1)) : escapeMarkdown(part)))
    .join('');
}

/** The place of a fact and the public page behind it: `kubernetes.md › Pod · kubernetes.io (as of 2026-11-23)`. */
export function whereFrom(place: SourcePlace, source: PublicSource | undefined): string {
  const here = escapeMarkdown([place.file, ...place.headings].join(' › '));
  if (source === undefined) return here;
  const asOf = source.reviewedOn === undefined ? '' : `, as of ${source.reviewedOn}`;
  return `${here}\n[${escapeMarkdown(hostOf(source.url))}](${linkTarget(source.url)})${asOf}`;
}

/** A goal or command with its parameters as `<name>`. */
export function withPlaceholders(text: string): string {
  return text.replace(/\{(?!end\})([a-z][a-z0-9-]*)\}/g, '<$1>');
}

/** A command with the first value of each parameter in place. */
export function withFirstValues(text: string, parameters: Readonly<Record<string, readonly string[]>>): string {
  return text.replace(/\{([a-z][a-z0-9-]*)\}/g, (mark, name: string) => parameters[name]?.[0] ?? mark);
}

function hostOf(url: string): string {
  return URL.parse(url)?.hostname.replace(/^www\./, '') ?? url;
}

/** Brackets and spaces in an address would end a masked link early. */
export function linkTarget(url: string): string {
  return url.replace(/[()\s<>]/g, (character) => encodeURIComponent(character).replace('(', '%28').replace(')', '%29'));
}
