// Settings: the only reader of process.env. Every value is checked once, before anything is opened or connected.

import { existsSync, readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { z } from 'zod';

/** Where people, progress and reminders are kept. */
export interface SqliteLocation {
  readonly kind: 'sqlite';
  /** File path, or `:memory:`. */
  readonly path: string;
}

export interface Config {
  /** undefined: run against the local sandbox. */
  readonly discordToken: string | undefined;
  /** Base of the REST API without a version, e.g. `https://discord.com/api`. */
  readonly discordApiUrl: string;
  readonly database: SqliteLocation;
  readonly knowledgeDir: string;
  /** IANA zone for people who have not set theirs. */
  readonly defaultTimezone: string;
  /** undefined: no health endpoint. */
  readonly httpPort: number | undefined;
  /** undefined: any free port. */
  readonly sandboxPort: number | undefined;
  /** Shard ids that this process runs; undefined: all that Discord recommends. */
  readonly shards: readonly number[] | undefined;
  readonly shardCount: number | undefined;
  readonly logLevel: LogLevel;
  /** undefined: answers come from the knowledge base alone. */
  readonly anthropicApiKey: string | undefined;
  /** undefined: the SDK's own address. */
  readonly anthropicBaseUrl: string | undefined;
  readonly anthropicModel: string;
  /** Tokens for each person and user-day; 0 switches the assistant off. */
  readonly assistantDailyTokens: number;
}

export type LogLevel = (typeof LOG_LEVELS)[number];

/** What reading the settings gives: all of them, or one line a fault, fit to be printed (no secrets). */
export type ConfigResult =
  | { readonly kind: 'ok'; readonly config: Config }
  | { readonly kind: 'faulty'; readonly faults: readonly string[] };

type Environment = Readonly<Record<string, string | undefined>>;

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
const SECRETS: ReadonlySet<string> = new Set(['DISCORD_TOKEN', 'ANTHROPIC_API_KEY']);

const port = z
  .string()
  .regex(/^\d{1,5}$/)
  .transform(Number)
  .refine((value) => value <= 65_535);

/** Each setting with what it takes, in the words of its fault line. */
const SETTINGS = {
  DISCORD_TOKEN: { schema: z.string().regex(/^\S+$/).optional(), takes: 'a bot token without spaces' },
  DISCORD_API_URL: {
    schema: z.url({ protocol: /^https?$/ }).default('https://discord.com/api'),
    takes: 'an http or https address',
  },
  DATABASE_URL: {
    schema: z
      .string()
      .regex(/^sqlite:.+$/)
      .default('sqlite:data/studypod.sqlite'),
    takes: 'sqlite:PATH (PostgreSQL is not supported yet)',
  },
  KNOWLEDGE_DIR: { schema: z.string().min(1).default('knowledge'), takes: 'a folder of Markdown files' },
  DEFAULT_TIMEZONE: {
    schema: z.string().refine(isIanaZone).default('UTC'),
    takes: 'an IANA time zone such as Pacific/Auckland',
  },
  HTTP_PORT: { schema: port.optional(), takes: 'a port from 0 to 65535' },
  SANDBOX_PORT: { schema: port.optional(), takes: 'a port from 0 to 65535' },
  SHARDS: {
    schema: z
      .string()
      .regex(/^(auto|\d+(,\d+)*)$/)
      .default('auto'),
    takes: '`auto`, or shard ids such as 0,1',
  },
  SHARD_COUNT: {
    schema: z
      .string()
      .regex(/^(auto|[1-9]\d*)$/)
      .default('auto'),
    takes: '`auto`, or the number of all shards',
  },
  ANTHROPIC_API_KEY: { schema: z.string().regex(/^\S+$/).optional(), takes: 'an API key without spaces' },
  ANTHROPIC_BASE_URL: { schema: z.url({ protocol: /^https?$/ }).optional(), takes: 'an http or https address' },
  ANTHROPIC_MODEL: {
    schema: z.string().regex(/^\S+$/).default('claude-haiku-5-5'),
    takes: 'the id of a Claude model such as claude-haiku-5-5',
  },
  ASSISTANT_DAILY_TOKENS: {
    schema: z
      .string()
      .regex(/^\d{1,9}$/)
      .transform(Number)
      .default(100_000),
    takes: 'a number of tokens from 0 to 999999999',
  },
  LOG_LEVEL: { schema: z.enum(LOG_LEVELS).default('info'), takes: LOG_LEVELS.join(', ') },
} as const;

type SettingName = keyof typeof SETTINGS;

/**
 * Reads `.env` from the working folder, if there is one, beneath the process's environment.
 * An empty value counts as absent.
 */
export function readEnvironment(): Environment {
  const fromFile = existsSync('.env') ? parseEnv(readFileSync('.env', 'utf8')) : {};
  return { ...fromFile, ...process.env };
}

/** Checks every setting and collects all faults, so that one start shows them all. */
export function readConfig(environment: Environment): ConfigResult {
  const faults: string[] = [];
  const read = <N extends SettingName>(name: N): z.output<(typeof SETTINGS)[N]['schema']> | undefined => {
    const { schema, takes } = SETTINGS[name];
    const got = environment[name] === '' ? undefined : environment[name];
    const parsed = schema.safeParse(got);
    if (!parsed.success) {
      faults.push(`${name}: got ${SECRETS.has(name) ? '(hidden)' : showValue(got)}, takes ${takes}`);
      return undefined;
    }
    // The schema read is the one that belongs to this name.
    return parsed.data as z.output<(typeof SETTINGS)[N]['schema']>;
  };

  const shards = read('SHARDS');
  const shardCount = read('SHARD_COUNT');
  const config = {
    discordToken: read('DISCORD_TOKEN'),
    discordApiUrl: (read('DISCORD_API_URL') ?? '').replace(/\/+$/, ''),
    database: { kind: 'sqlite', path: (read('DATABASE_URL') ?? '').slice('sqlite:'.length) },
    knowledgeDir: read('KNOWLEDGE_DIR') ?? '',
    defaultTimezone: read('DEFAULT_TIMEZONE') ?? '',
    httpPort: read('HTTP_PORT'),
    sandboxPort: read('SANDBOX_PORT'),
    shards: shards === undefined || shards === 'auto' ? undefined : shards.split(',').map(Number),
    shardCount: shardCount === undefined || shardCount === 'auto' ? undefined : Number(shardCount),
    logLevel: read('LOG_LEVEL') ?? 'info',
    anthropicApiKey: read('ANTHROPIC_API_KEY'),
    anthropicBaseUrl: read('ANTHROPIC_BASE_URL'),
    anthropicModel: read('ANTHROPIC_MODEL') ?? '',
    assistantDailyTokens: read('ASSISTANT_DAILY_TOKENS') ?? 0,
  } satisfies Config;

  if (config.shards !== undefined && faults.length === 0) {
    if (config.shardCount === undefined) faults.push(`SHARD_COUNT: got nothing, takes a number when SHARDS is set`);
    else if (config.shards.some((shard) => shard >= (config.shardCount ?? 0))) {
      faults.push(`SHARDS: got ${shards}, takes ids below SHARD_COUNT (${config.shardCount})`);
    }
  }
  return faults.length > 0 ? { kind: 'faulty', faults } : { kind: 'ok', config };
}

function isIanaZone(zone: string): boolean {
  // Offsets such as +02:00 are accepted by Intl, but they know no daylight saving.
  if (!/^[A-Za-z]/.test(zone)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

/** Quotes a value for a fault line; what could be a user and password in an address is left out. */
function showValue(value: string | undefined): string {
  if (value === undefined) return 'nothing';
  const masked = value.replace(/\/\/[^/@]*@/, '//…@');
  return JSON.stringify(masked.length > 60 ? `${masked.slice(0, 60)}…` : masked);
}
