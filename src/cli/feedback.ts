// `npm run feedback`: what people found helpful or not, and what the knowledge could not answer; reads only, also beside a running bot.

import { parseArgs } from 'node:util';
import type { AssistantStore } from '../assistant/assistant-store.ts';
import { systemClock } from '../operations/clock.ts';
import { createAssistantRepository } from '../store/assistant-repository.ts';
import { FEEDBACK_USAGE, type FeedbackReport, feedbackText } from '../views/feedback-text.ts';
import { runWithSettings, withDatabase } from './beside-bot.ts';

const DEFAULT_DAYS = 30;
const DAY_MS = 24 * 60 * 60 * 1_000;

process.exitCode = await runWithSettings(async (config) => {
  const args = readArguments();
  if (args === undefined) {
    console.error(FEEDBACK_USAGE);
    return 1;
  }
  const sinceMs = systemClock.nowMs() - args.days * DAY_MS;
  const report = await withDatabase(config, (db) => gather(createAssistantRepository(db), sinceMs));
  console.log(args.json ? JSON.stringify(report, undefined, 2) : feedbackText(report, args.days));
  return 0;
});

/** undefined for arguments that it does not know. */
function readArguments(): { readonly days: number; readonly json: boolean } | undefined {
  try {
    const { values } = parseArgs({ options: { days: { type: 'string' }, json: { type: 'boolean' } } });
    const days = Number(values.days ?? DEFAULT_DAYS);
    return Number.isInteger(days) && days > 0 ? { days, json: values.json ?? false } : undefined;
  } catch {
    return undefined;
  }
}

async function gather(store: AssistantStore, sinceMs: number): Promise<FeedbackReport> {
  const asked = Map.groupBy(await store.listUncovered(sinceMs), ({ question }) => question.toLowerCase().trim());
  const uncovered = [...asked.values()].flatMap((same) => {
    const [first] = same;
    return first === undefined ? [] : [{ question: first.question, count: same.length }];
  });
  return { feedback: await store.listFeedback(sinceMs), uncovered: uncovered.sort((a, b) => b.count - a.count) };
}
