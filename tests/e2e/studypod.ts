// The whole bot beside a sandbox in one process, for tests that act as a person would. Restarts keep the database.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, inject } from 'vitest';
import type { Reply } from '../../sandbox/driver.ts';
import { type Sandbox, type SandboxOptions, startSandbox } from '../../sandbox/sandbox.ts';
import type { AssistantLimits } from '../../src/assistant/answer-settings.ts';
import { type Bot, startBot } from '../../src/composition/bot.ts';
import { type Config, readConfig } from '../../src/config.ts';
import { createLog } from '../../src/operations/log.ts';
import { checkAgainstDescription, hasDescription } from '../sandbox/discord-description.ts';
import { addToTally } from './description-tally.ts';

/** The owner's list as it was written, flaws included. */
export const SEED_DIR = 'tests/fixtures/seed';
/** The project's own knowledge. */
export const KNOWLEDGE_DIR = 'knowledge';

export interface Studypod {
  readonly sandbox: Sandbox;
  readonly config: Config;
  /** Every log line so far, as JSON text. */
  readonly logLines: readonly string[];
  readonly databasePath: string;
  start(): Promise<void>;
  /** Ends the bot in order; the sandbox and the database stay. */
  stopBot(): Promise<void>;
  restart(): Promise<void>;
  /** Ends everything, removes the database, and holds every request that was made against Discord's own description. */
  dispose(): Promise<void>;
}

export async function startStudypod(
  options: {
    readonly knowledgeDir?: string;
    readonly sandbox?: SandboxOptions;
    readonly environment?: Readonly<Record<string, string>>;
    readonly assistantLimits?: AssistantLimits;
  } = {},
): Promise<Studypod> {
  const folder = mkdtempSync(join(tmpdir(), 'studypod-'));
  const databasePath = join(folder, 'studypod.sqlite');
  const config = configOf({
    KNOWLEDGE_DIR: options.knowledgeDir ?? KNOWLEDGE_DIR,
    DATABASE_URL: `sqlite:${databasePath}`,
    ...options.environment,
  });
  const sandbox = await startSandbox(options.sandbox);
  const logLines: string[] = [];
  const log = createLog('info', { write: (line) => void logLines.push(line) });
  let bot: Bot | undefined;

  const start = async (): Promise<void> => {
    bot = await startBot({
      config,
      token: sandbox.token,
      apiUrl: sandbox.apiUrl,
      clock: sandbox.clock,
      log,
      random: Math.random,
      onClockChange: (listener) => sandbox.clock.onChange(listener),
      ...(options.assistantLimits === undefined ? {} : { assistantLimits: options.assistantLimits }),
    });
    await sandbox.whenReady();
  };
  const stopBot = async (): Promise<void> => {
    await bot?.stop();
    bot = undefined;
  };
  await start();
  return {
    sandbox,
    config,
    logLines,
    databasePath,
    start,
    stopBot,
    async restart() {
      await stopBot();
      await start();
    },
    async dispose() {
      await stopBot();
      await sandbox.stop();
      rmSync(folder, { recursive: true, force: true });
      if (!hasDescription)
        return console.log("Discord's description is not beside this checkout: requests not checked");
      const report = checkAgainstDescription(sandbox.requests);
      addToTally(inject('descriptionTally'), report);
      expect(report.faults).toEqual([]);
    },
  };
}

/** What a person can press in a message, by label. */
export function labelsOf(reply: Reply): readonly string[] {
  return (reply.message.components ?? []).flatMap((row) =>
    'components' in row ? row.components.flatMap((each) => ('label' in each && each.label ? [each.label] : [])) : [],
  );
}

function configOf(environment: Readonly<Record<string, string>>): Config {
  const result = readConfig(environment);
  if (result.kind === 'faulty') throw new Error(result.faults.join('\n'));
  return result.config;
}
