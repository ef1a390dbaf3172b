// Starts the bot: on Discord with a token, in the local sandbox without one; and stops it in order.

import { type Bot, type BotParts, startBot } from './composition/bot.ts';
import { explainStartFault } from './composition/start-faults.ts';
import { type Config, readConfig, readEnvironment } from './config.ts';
import { systemClock } from './operations/clock.ts';
import { describeFault } from './operations/describe-fault.ts';
import { createLog, type Log } from './operations/log.ts';

interface Host {
  readonly parts: Pick<BotParts, 'token' | 'apiUrl' | 'clock'> & Partial<Pick<BotParts, 'onClockChange'>>;
  /** Called once the bot is online. */
  announce(bot: Bot): void;
  stop(): Promise<void>;
}

const reading = readConfig(readEnvironment());
if (reading.kind === 'faulty') {
  for (const fault of reading.faults) console.error(fault);
  process.exit(1);
}
await run(reading.config);

async function run(config: Config): Promise<void> {
  const log = createLog(config.logLevel);
  const host = await openHost(config).catch((fault: unknown) => failStart(fault, config, log));
  const starting = startBot({ config, log, random: Math.random, ...host.parts });
  // From here on a signal is obeyed, also one that comes while the start is still under way.
  stopOnSignal(async () => {
    const bot = await starting;
    await bot.stop();
    await host.stop();
    log.info('stopped');
  }, log);
  try {
    host.announce(await starting);
  } catch (fault) {
    await host.stop();
    failStart(fault, config, log);
  }
}

function failStart(fault: unknown, config: Config, log: Log): never {
  const line = explainStartFault(fault, config);
  if (line === undefined) log.fatal({ fault: describeFault(fault) }, 'could not start');
  else console.error(line);
  process.exit(1);
}

async function openHost(config: Config): Promise<Host> {
  return config.discordToken === undefined ? openSandbox(config) : onDiscord(config, config.discordToken);
}

function onDiscord(config: Config, token: string): Host {
  return {
    parts: { token, apiUrl: config.discordApiUrl, clock: systemClock },
    announce: () => console.log(`Studypod is online at ${config.discordApiUrl}.`),
    stop: async () => {},
  };
}

async function openSandbox(config: Config): Promise<Host> {
  const { startSandbox } = await import('../sandbox/sandbox.ts');
  const sandbox = await startSandbox({ port: config.sandboxPort ?? 0 });
  await sandbox.preparePage();
  return {
    parts: {
      token: sandbox.token,
      apiUrl: sandbox.apiUrl,
      clock: sandbox.clock,
      onClockChange: (listener) => sandbox.clock.onChange(listener),
    },
    announce(bot) {
      sandbox.clock.setNextReminder(() => bot.nextReminderAtMs());
      console.log(`Studypod is online in the local sandbox. Open ${sandbox.url}`);
    },
    stop: () => sandbox.stop(),
  };
}

/** The first signal stops in order; a second one, while that takes its time, ends the process at once. */
function stopOnSignal(stop: () => Promise<void>, log: Log): void {
  let isStopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (isStopping) process.exit(1);
      isStopping = true;
      stop()
        .then(() => process.exit(0))
        .catch((fault: unknown) => {
          log.fatal({ fault: describeFault(fault) }, 'did not stop in order');
          process.exit(1);
        });
    });
  }
}
