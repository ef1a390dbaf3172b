// `npm run knowledge`: says what a folder of Markdown holds and names every fault in it; exits with 1 when there is one.

import { parseArgs } from 'node:util';
import { type KnowledgeReport, reportKnowledge } from './count-knowledge.ts';
import { loadKnowledge } from './load-knowledge.ts';

const DEFAULT_FOLDER = 'knowledge';

process.exitCode = await check(process.argv.slice(2));

/** Returns the exit code. */
async function check(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { json: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  const folder = positionals[0] ?? DEFAULT_FOLDER;
  let report: KnowledgeReport;
  try {
    report = reportKnowledge(folder, await loadKnowledge(folder));
  } catch (error) {
    console.error(`cannot read the folder ${folder}: ${reasonOf(error)}`);
    return 1;
  }
  console.log(values.json ? JSON.stringify(report, null, 2) : describe(report));
  return report.faults.some(({ severity }) => severity === 'fault') ? 1 : 0;
}

function describe({ folder, counts, tiers, faults }: KnowledgeReport): string {
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

/** `focusItems` → `focus items`. */
function kindInWords(kind: string): string {
  return kind.replace(/\p{Lu}/gu, (letter) => ` ${letter.toLowerCase()}`);
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return 'it does not exist';
  if (code === 'ENOTDIR') return 'it is not a folder';
  return error instanceof Error ? error.message : String(error);
}
