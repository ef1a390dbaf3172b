// `npm run knowledge`: says what a folder of Markdown holds, every fault in it, whom an edit would touch, and what was missed.

import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Config } from '../config.ts';
import { type KnowledgeReport, reportKnowledge } from '../knowledge/count-knowledge.ts';
import { type LoadedKnowledge, loadKnowledge } from '../knowledge/load-knowledge.ts';
import { followCards } from '../quiz/card-renames.ts';
import { deriveCatalogue } from '../quiz/catalogue.ts';
import { createCardRenameRepository } from '../store/card-rename-repository.ts';
import type { StudypodDatabase } from '../store/database.ts';
import { createGapRepository } from '../store/gap-repository.ts';
import { createStudyRepository } from '../store/study-repository.ts';
import { findOrphans, type Orphan } from '../study/orphans.ts';
import { gapsText, knowledgeReportText, orphansText } from '../views/knowledge-report-text.ts';
import { runWithSettings, withDatabase } from './beside-bot.ts';

const USAGE = 'npm run knowledge [-- [--json] [--gaps] [FOLDER]]';
const GAPS_SHOWN = 100;

process.exitCode = await runWithSettings(async (config) => {
  const options = readArguments();
  if (options === undefined) {
    console.error(USAGE);
    return 1;
  }
  return options.gaps ? listGaps(config, options.json) : check(config, options);
});

interface Options {
  readonly json: boolean;
  readonly gaps: boolean;
  readonly folder: string | undefined;
}

function readArguments(): Options | undefined {
  try {
    const { values, positionals } = parseArgs({
      options: { json: { type: 'boolean', default: false }, gaps: { type: 'boolean', default: false } },
      allowPositionals: true,
    });
    return { ...values, folder: positionals[0] };
  } catch {
    return undefined;
  }
}

async function check(config: Config, { json, folder = config.knowledgeDir }: Options): Promise<number> {
  let loaded: LoadedKnowledge;
  try {
    loaded = await loadKnowledge(folder);
  } catch (error) {
    console.error(`cannot read the folder ${folder}: ${reasonOf(error)}`);
    return 1;
  }
  const report: KnowledgeReport = reportKnowledge(folder, loaded);
  const orphans: readonly Orphan[] =
    (await withDatabaseIfThere(config, async (db) => [
      ...findOrphans(loaded.knowledge, await createStudyRepository(db).countPeople()),
      ...followCards(
        loaded.knowledge,
        deriveCatalogue(loaded.knowledge),
        await createCardRenameRepository(db).peopleByCard(),
      ).orphans,
    ])) ?? [];
  if (json) console.log(JSON.stringify({ ...report, orphans }, null, 2));
  else console.log([knowledgeReportText(report), ...orphansText(orphans)].join('\n'));
  return report.faults.some(({ severity }) => severity === 'fault') ? 1 : 0;
}

async function listGaps(config: Config, json: boolean): Promise<number> {
  const gaps = (await withDatabaseIfThere(config, (db) => createGapRepository(db).list(GAPS_SHOWN))) ?? [];
  console.log(json ? JSON.stringify(gaps, null, 2) : gapsText(gaps));
  return 0;
}

/** Undefined where no bot has run yet: a check must not make a database. */
async function withDatabaseIfThere<T>(config: Config, work: (db: StudypodDatabase) => Promise<T>) {
  return existsSync(config.database.path) ? withDatabase(config, work) : undefined;
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return 'it does not exist';
  if (code === 'ENOTDIR') return 'it is not a folder';
  return error instanceof Error ? error.message : String(error);
}
