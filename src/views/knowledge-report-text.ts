// What `npm run knowledge` prints for the knowledge's owner, as plain text for a terminal.

import type { KnowledgeReport } from '../knowledge/count-knowledge.ts';
import type { Gap } from '../knowledge/gaps.ts';
import type { Orphan } from '../study/orphans.ts';

export function knowledgeReportText({ folder, counts, tiers, faults }: KnowledgeReport): string {
  const lines = [`${folder}:`];
  for (const [kind, count] of Object.entries(counts))
    lines.push(`  ${String(count).padStart(5)}  ${kindInWords(kind)}`);
  for (const tier of tiers) {
    lines.push('', tier.title, ...tier.topics.map(({ shortTitle }) => `  ${shortTitle}`));
  }
  lines.push('', faults.length === 0 ? 'no faults' : 'found:');
  for (const { severity, file, line, message } of faults) lines.push(`  ${file}:${line} ${severity}: ${message}`);
  return lines.join('\n');
}

/** Lines on what people have progress on and the folder no longer has; none when there is nothing of the kind. */
export function orphansText(orphans: readonly Orphan[]): readonly string[] {
  if (orphans.length === 0) return [];
  return [
    '',
    'people have progress on what is no longer there (a rename entry keeps it):',
    ...orphans.map(({ subject, id, people }) => `  ${subject} ${id}: ${people} ${people === 1 ? 'person' : 'people'}`),
  ];
}

export function gapsText(gaps: readonly Gap[]): string {
  if (gaps.length === 0) return 'no question has gone unanswered';
  return [
    'questions that found nothing, most asked first:',
    ...gaps.map(({ question, timesAsked, lastAskedAtMs }) => {
      const day = new Date(lastAskedAtMs).toISOString().slice(0, 10);
      return `  ${String(timesAsked).padStart(5)} ×  ${question}  (last ${day})`;
    }),
  ].join('\n');
}

/** `focusItems` → `focus items`. */
function kindInWords(kind: string): string {
  return kind.replace(/\p{Lu}/gu, (letter) => ` ${letter.toLowerCase()}`);
}
