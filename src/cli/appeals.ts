// `npm run appeals`: lists the answers that people say should count, and accepts or rejects them; also beside a running bot.

import { systemClock } from '../operations/clock.ts';
import { type AppealStore, REGRADE_RULES } from '../quiz/appeals.ts';
import { createAppealRepository } from '../store/appeal-repository.ts';
import { APPEALS_USAGE, acceptanceText, pendingText, rejectionText, unknownCaseText } from '../views/appeals-text.ts';
import { runWithSettings, withDatabase } from './beside-bot.ts';

process.exitCode = await runWithSettings((config) =>
  withDatabase(config, (db) => decide(createAppealRepository(db), process.argv.slice(2))),
);

/** Returns the exit code. */
async function decide(store: AppealStore, [verb, number]: readonly string[]): Promise<number> {
  if (verb === undefined) {
    console.log(pendingText(await store.pending()));
    return 0;
  }
  const id = Number(number);
  if (!Number.isInteger(id) || (verb !== 'accept' && verb !== 'reject')) {
    console.error(APPEALS_USAGE);
    return 1;
  }
  if (verb === 'reject') return tell(await store.reject(id, systemClock.nowMs()), rejectionText(id), id);
  const acceptance = await store.accept(id, REGRADE_RULES, systemClock.nowMs());
  return tell(acceptance !== undefined, acceptance === undefined ? '' : acceptanceText(id, acceptance), id);
}

function tell(isDone: boolean, done: string, id: number): number {
  if (isDone) console.log(done);
  else console.error(unknownCaseText(id));
  return isDone ? 0 : 1;
}
