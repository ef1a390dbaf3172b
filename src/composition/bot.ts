// Puts the bot together from its parts and starts and stops them in order; says nothing of where Discord is.

import type { AssistantLimits } from '../assistant/answer-settings.ts';
import { createCommands } from '../commands/registry.ts';
import type { Config } from '../config.ts';
import { createChannelMessenger } from '../discord/channel-messenger.ts';
import { connect, connectRouter, createClient } from '../discord/client.ts';
import { createDirectMessenger } from '../discord/direct-messenger.ts';
import { registerCommands } from '../discord/registration.ts';
import { createRouter } from '../discord/router.ts';
import { openKnowledge } from '../knowledge/knowledge-source.ts';
import type { Knowledge } from '../knowledge/types.ts';
import type { Clock } from '../operations/clock.ts';
import { describeFault } from '../operations/describe-fault.ts';
import { startHealthServer } from '../operations/health-server.ts';
import type { Log } from '../operations/log.ts';
import { createMetrics } from '../operations/metrics.ts';
import { createPictureRenderer } from '../operations/picture-renderer.ts';
import { drawId, type Random } from '../quiz/random.ts';
import { startServerQuizJob } from '../quiz/server/server-quiz-job.ts';
import { startReminderJob } from '../reminders/reminder-job.ts';
import { openDatabase } from '../store/database.ts';
import { directMessagesClosedView } from '../views/remind-view.ts';
import { startHousekeeping } from './housekeeping.ts';
import { createServices, type Services } from './services.ts';

export interface BotParts {
  readonly config: Config;
  readonly token: string;
  readonly apiUrl: string;
  readonly clock: Clock;
  readonly log: Log;
  /** Chance for what is drawn and named; must be unguessable enough that ids never meet. */
  readonly random: Random;
  /** Limits of the assistant other than the usual ones; tests have shorter deadlines. */
  readonly assistantLimits?: AssistantLimits;
  /** Subscribes to jumps of the clock, where it can jump; returns the unsubscription. */
  readonly onClockChange?: (listener: () => void) => () => void;
}

export interface Bot {
  /** When the earliest reminder of anybody is next due, epoch ms; undefined when there is none. */
  nextReminderAtMs(): Promise<number | undefined>;
  /** No new reminders, running answers finish, the connection and then the database close. */
  stop(): Promise<void>;
}

/** How long running answers may take at the end, ms (the contract, section 5). */
const DRAIN_MS = 10_000;
const REFERENCE_LENGTH = 8;

/**
 * Starts everything and resolves when the bot is online.
 * @throws DatabaseOpenError, FaultyKnowledgeError or Discord's refusal; what was started by then is stopped again.
 */
export async function startBot(parts: BotParts): Promise<Bot> {
  const { config, clock, log } = parts;
  const closers: (() => Promise<unknown>)[] = [];
  const closeAll = async (): Promise<void> => {
    for (const close of closers.reverse()) await close();
  };
  try {
    const database = await openDatabase(config.database.path);
    closers.push(() => database.close());
    let onEdit = async (_edited: Knowledge): Promise<void> => {};
    const knowledge = await openKnowledge({
      dir: config.knowledgeDir,
      log,
      onChange: (now) => void onEdit(now.knowledge),
    });
    closers.push(() => knowledge.close());
    const pictures = createPictureRenderer(log);
    closers.push(() => pictures.close());

    const client = createClient({ apiUrl: parts.apiUrl, shards: config.shards, shardCount: config.shardCount });
    client.rest.setToken(parts.token);
    const messenger = createDirectMessenger(client.rest);
    const metrics = createMetrics();
    const services = createServices({
      config,
      db: database.db,
      knowledge,
      clock,
      log,
      random: parts.random,
      messenger,
      channelMessenger: createChannelMessenger(client.rest),
      pictures,
      assistantOptions: {
        onAnswered: metrics.assistant.countAnswer,
        ...(parts.assistantLimits === undefined ? {} : { limits: parts.assistantLimits }),
      },
    });
    metrics.assistant.watch(services.assistant.load);
    onEdit = (edited) => followEdit(services, edited, log);
    await onEdit(knowledge.current().knowledge);
    const commands = createCommands(services);
    const router = createRouter({
      commands,
      messageHandlers: services.messageHandlers,
      clock,
      log,
      newReference: () => drawId(REFERENCE_LENGTH, parts.random),
      ensurePerson: (person, nowMs) => services.people.ensure(person.id, nowMs),
      async takeNews(person, nowMs) {
        const sinceMs = await services.reminders.service.takeClosedNews(person.id, nowMs);
        return sinceMs === undefined ? undefined : directMessagesClosedView(person.id, sinceMs);
      },
      onHandled: metrics.countRequest,
    });

    const names = await registerCommands(parts.token, parts.apiUrl, commands);
    log.info({ commands: names.length }, 'commands registered');
    closers.push(() => client.destroy());
    connectRouter(client, router, log);
    await connect(client, parts.token);
    closers.push(async () => {
      services.assistant.stop();
      await router.drain(DRAIN_MS);
    });
    const housekeeping = startHousekeeping(services, log);
    closers.push(housekeeping.stop);
    const job = startReminderJob({
      dispatcher: services.dispatcher,
      log,
      ...(parts.onClockChange === undefined ? {} : { onClockChange: parts.onClockChange }),
    });
    services.reminders.onDispatchWish(() => void job.nudge());
    closers.push(() => job.stop());
    const serverQuizJob = startServerQuizJob({
      runner: services.serverQuizRunner,
      log,
      ...(parts.onClockChange === undefined ? {} : { onClockChange: parts.onClockChange }),
    });
    closers.push(() => serverQuizJob.stop());

    if (config.httpPort !== undefined) {
      const health = await startHealthServer(config.httpPort, metrics, async () => ({
        discord: client.isReady(),
        database: await services.isDatabaseAnswering(),
      }));
      closers.push(health.stop);
      log.info({ healthPort: health.port }, 'health endpoints open');
    }
    return { nextReminderAtMs: services.reminders.nextAtMs, stop: closeAll };
  } catch (fault) {
    await closeAll();
    throw fault;
  }
}

/** What an edit of the knowledge means for people: progress follows renames, and what would be orphaned is reported. */
async function followEdit(services: Services, edited: Knowledge, log: Log): Promise<void> {
  try {
    const orphans = await services.takeOverEdit(edited);
    if (orphans.length > 0)
      log.warn({ orphans }, 'the list no longer has what people have progress on: add rename entries');
  } catch (fault) {
    log.error({ fault: describeFault(fault) }, 'progress not moved along with the edit; the next start tries again');
  }
}
