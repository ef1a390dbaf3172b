// A bot of the assistant and its neighbours beside a sandbox, in one process: the real router, client, SDK and database.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.ts';
import { createAssistantParts } from '../../src/assistant-parts.ts';
import { createAskCommand, createAskMessageHandler } from '../../src/commands/ask.ts';
import type { Command } from '../../src/commands/command.ts';
import { createExplainCommand } from '../../src/commands/explain.ts';
import { createTopicCommand } from '../../src/commands/topic.ts';
import { createUsageCommand } from '../../src/commands/usage.ts';
import { readConfig } from '../../src/config.ts';
import { connectRouter, createClient } from '../../src/discord/client.ts';
import { createDirectMessenger } from '../../src/discord/direct-messenger.ts';
import { registerCommands } from '../../src/discord/registration.ts';
import { createRouter } from '../../src/discord/router.ts';
import { openKnowledge } from '../../src/knowledge/knowledge-source.ts';
import { createLog } from '../../src/operations/log.ts';
import { followCatalogue } from '../../src/quiz/catalogue.ts';
import { drawId } from '../../src/quiz/random.ts';
import { createReminderService } from '../../src/reminders/reminder-service.ts';
import { openDatabase } from '../../src/store/database.ts';
import { createPeopleRepository } from '../../src/store/people-repository.ts';
import { createQuizRepository } from '../../src/store/quiz-repository.ts';
import { createReminderRepository } from '../../src/store/reminder-repository.ts';
import { createStudyRepository } from '../../src/store/study-repository.ts';
import { NO_REVIEWS } from '../../src/study/review-counts.ts';
import { createStudyService } from '../../src/study/study-service.ts';
import { askDeeperButton } from '../../src/views/ask-custom-ids.ts';

export interface SandboxBot {
  readonly sandbox: Sandbox;
  readonly logLines: readonly string[];
  /** Ends the bot and starts it again on the same database. */
  restart(): Promise<void>;
  dispose(): Promise<void>;
}

/** @param environment settings beyond the sandbox's own, e.g. `ANTHROPIC_BASE_URL`. */
export async function startSandboxBot(environment: Readonly<Record<string, string>>): Promise<SandboxBot> {
  const folder = mkdtempSync(join(tmpdir(), 'studypod-'));
  const sandbox = await startSandbox();
  const logLines: string[] = [];
  let stop = await startBot(sandbox, join(folder, 'db.sqlite'), environment, logLines);
  await sandbox.whenReady();
  return {
    sandbox,
    logLines,
    async restart() {
      await stop();
      stop = await startBot(sandbox, join(folder, 'db.sqlite'), environment, logLines);
      await sandbox.whenReady();
    },
    async dispose() {
      await stop();
      await sandbox.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function startBot(
  { apiUrl, token, clock }: Sandbox,
  path: string,
  environment: Readonly<Record<string, string>>,
  logLines: string[],
): Promise<() => Promise<void>> {
  const reading = readConfig({ ...environment, DATABASE_URL: `sqlite:${path}` });
  if (reading.kind === 'faulty') throw new Error(reading.faults.join('\n'));
  const { config } = reading;
  const log = createLog('info', { write: (line) => void logLines.push(line) });
  const { db, close } = await openDatabase(path);
  const knowledge = await openKnowledge({ dir: config.knowledgeDir, log });
  const client = createClient({ apiUrl, shards: undefined, shardCount: undefined });
  client.rest.setToken(token);
  const random = Math.random;
  const messenger = createDirectMessenger(client.rest);
  const people = createPeopleRepository(db);
  const timezoneOf = (personId: string) => people.timezoneOf(personId);
  const study = createStudyService({
    store: createStudyRepository(db),
    knowledge,
    reviews: NO_REVIEWS,
    timezoneOf,
    defaultTimezone: config.defaultTimezone,
  });
  const reminders = createReminderService({
    store: createReminderRepository(db),
    people,
    defaultTimezone: config.defaultTimezone,
    openChannel: messenger.openChannel,
    newDeliveryId: () => drawId(16, random),
  });
  const { assistant, desk, store } = createAssistantParts({
    config,
    db,
    knowledge,
    clock,
    log,
    random,
    study,
    quizStore: createQuizRepository(db),
    catalogue: followCatalogue(knowledge),
    reminders,
    timezoneOf,
  });
  const ask = { assistant, desk, feedback: store, knowledge };
  const commands: readonly Command[] = [
    createAskCommand(ask),
    createUsageCommand({ assistant }),
    createTopicCommand({ study }),
    createExplainCommand({ knowledge, deeperButton: askDeeperButton }),
  ];
  const router = createRouter({
    commands,
    messageHandlers: [createAskMessageHandler(ask)],
    clock,
    log,
    newReference: () => drawId(8, random),
    async greet(person, nowMs) {
      await people.ensure(person.id, nowMs);
      return undefined;
    },
  });
  await registerCommands(token, apiUrl, commands);
  connectRouter(client, router, log);
  await client.login(token);
  return async () => {
    assistant.stop();
    await router.drain(10_000);
    await client.destroy();
    await knowledge.close();
    await close();
  };
}
