// Settings: defaults, one line a fault, and no secret in any line.

import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../src/config.ts';

function faultsOf(environment: Record<string, string>): readonly string[] {
  const result = readConfig(environment);
  return result.kind === 'faulty' ? result.faults : [];
}

describe('settings', () => {
  it('have the defaults of the contract when nothing is set', () => {
    expect(readConfig({})).toMatchObject({
      kind: 'ok',
      config: {
        discordToken: undefined,
        discordApiUrl: 'https://discord.com/api',
        database: { kind: 'sqlite', path: 'data/studypod.sqlite' },
        knowledgeDir: 'knowledge',
        defaultTimezone: 'UTC',
        httpPort: undefined,
        logLevel: 'info',
      },
    });
  });

  it('that are wrong give one line each, naming the variable, what it got and what it takes', () => {
    expect(faultsOf({ DEFAULT_TIMEZONE: 'Mars/Base', DATABASE_URL: 'foo' })).toEqual([
      expect.stringMatching(/^DATABASE_URL: got "foo", takes /),
      expect.stringMatching(/^DEFAULT_TIMEZONE: got "Mars\/Base", takes an IANA time zone/),
    ]);
    expect(faultsOf({ SHARDS: '0,4', SHARD_COUNT: '2' })).toHaveLength(1);
    expect(faultsOf({ SHARDS: '0' })).toHaveLength(1);
    expect(faultsOf({ HTTP_PORT: '70000' })).toHaveLength(1);
  });

  it('never show a token or the password in an address', () => {
    const lines = faultsOf({ DISCORD_TOKEN: 'se cret', DATABASE_URL: 'mysql://user:hunter2@host/db' }).join('\n');
    expect(lines).toMatch(/DISCORD_TOKEN/);
    expect(lines).not.toMatch(/se cret|hunter2/);
  });

  it('that are empty count as absent, and the trailing slash of an address does not matter', () => {
    const result = readConfig({ DISCORD_TOKEN: '', DISCORD_API_URL: 'http://127.0.0.1:1/api/' });
    expect(result).toMatchObject({
      kind: 'ok',
      config: { discordToken: undefined, discordApiUrl: 'http://127.0.0.1:1/api' },
    });
  });

  it('stand all in .env.example, whose values are the defaults', () => {
    const example = parseEnv(readFileSync('.env.example', 'utf8'));
    expect(readConfig({ ...example })).toEqual(readConfig({}));
    const named = [...readFileSync('src/config.ts', 'utf8').matchAll(/^ {2}([A-Z][A-Z_]+): \{/gm)].map(
      (match) => match[1],
    );
    expect(Object.keys(example).sort()).toEqual(named.sort());
  });
});
