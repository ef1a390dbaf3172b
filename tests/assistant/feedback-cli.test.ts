// `npm run feedback` as its owner runs it: a process of its own, beside a bot that holds the database.

import { execFile } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADA, fakeModel, type StartedAssistant, saying, startAssistant } from './start-assistant.ts';

const run = promisify(execFile);
const path = join(mkdtempSync(join(tmpdir(), 'studypod-')), 'db.sqlite');

let bot: StartedAssistant;

beforeAll(async () => {
  bot = await startAssistant({
    path,
    model: fakeModel(() => saying('A blockchain is a list of signed blocks of data.')),
  });
  bot.clock.timeMs = Date.now();
  const general = await bot.ask('what is a \u001b[31mblockchain');
  await bot.ask('What is a blockchain');
  await bot.store.giveFeedback(general.answerId, ADA, false, Date.now());
});

afterAll(() => bot.database.close());

async function feedback(...args: readonly string[]): Promise<string> {
  const { stdout } = await run(process.execPath, ['src/cli/feedback.ts', ...args], {
    env: { PATH: process.env.PATH, DATABASE_URL: `sqlite:${path}` },
  });
  return stdout;
}

describe('npm run feedback', () => {
  it('lists words and unanswered questions while the bot runs, without names and control characters', async () => {
    const text = await feedback();
    expect(text).toContain('0 helpful, 1 not.');
    expect(text).toMatch(/- {2}what is a \[31mblockchain {2}\(assistant\)/);
    expect(text).toContain('Questions that the knowledge did not answer: 2.');
    expect(text).toContain('  1 × What is a blockchain');
    expect(text).not.toContain('\u001b');
    expect(text).not.toContain(ADA);
  });

  it('gives the same as JSON, and refuses what it does not know', async () => {
    expect(JSON.parse(await feedback('--json', '--days', '7'))).toMatchObject({ feedback: [{ isHelpful: false }] });
    await expect(feedback('--days', 'many')).rejects.toThrow(/npm run feedback/);
  });
});
