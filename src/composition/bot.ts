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
import { createEnding } from './stop-in-order.ts';

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

/** How long running answers may take at the end, ms: the 10 s of the contract (section 5), less what closing takes. */
const FINISH_WITHIN_MS = 9_000;
const REFERENCE_LENGTH = 8;

/**
 * Starts everything and resolves when the bot is online.
 * @throws DatabaseOpenError, FaultyKnowledgeError or Discord's refusal; what was started by then is stopped again.
 */
export async function startBot(parts: BotParts): Promise<Bot> {
  const { config, clock, log } = parts;
  const ending = createEnding(FINISH_WITHIN_MS, log);
  try {
    const database = await openDatabase(config.database.path);
    ending.close('database', database.close);
    let onEdit = async (_edited: Knowledge): Promise<void> => {};
    const knowledge = await openKnowledge({
      dir: config.knowledgeDir,
      log,
      onChange: (now) => void onEdit(now.knowledge),
    });
    ending.close('knowledge', () => knowledge.close());
    const pictures = createPictureRenderer(log);
    ending.close('pictures', () => pictures.close());

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
    ending.close('client', () => client.destroy());
    connectRouter(client, router, log);
    await connect(client, parts.token);
    ending.finish('assistant', async () => services.assistant.stop());
    ending.finish('answers', router.stop);
    const housekeeping = startHousekeeping(services, log);
    ending.close('housekeeping', housekeeping.stop);
    const job = startReminderJob({
      dispatcher: services.dispatcher,
      log,
      ...(parts.onClockChange === undefined ? {} : { onClockChange: parts.onClockChange }),
    });
    services.reminders.onDispatchWish(() => void job.nudge());
    ending.finish('reminders', job.stop);
    const serverQuizJob = startServerQuizJob({
      runner: services.serverQuizRunner,
      log,
      ...(parts.onClockChange === undefined ? {} : { onClockChange: parts.onClockChange }),
    });
    ending.finish('server quiz', serverQuizJob.stop);

    if (config.httpPort !== undefined) {
      const health = await startHealthServer(config.httpPort, metrics, async () => ({
        discord: client.isReady(),
        database: await services.isDatabaseAnswering(),
      }));
      ending.close('health', health.stop);
      log.info({ healthPort: health.port }, 'health endpoints open');
    }
    return { nextReminderAtMs: services.reminders.nextAtMs, stop: ending.run };
  } catch (fault) {
    await ending.run();
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
