// /usage: what is left, when it comes back, and what happens at its end.

import { afterEach, describe, expect, it } from 'vitest';
import type { AssistantDeps } from '../../src/assistant/assistant.ts';
import { createUsageCommand } from '../../src/commands/usage.ts';
import {
  ADA,
  CHANNEL,
  fakeModel,
  NOON_MS,
  type StartedAssistant,
  saying,
  startAssistant,
} from '../assistant/start-assistant.ts';
import { textOf } from './ask-desk.ts';
import { expectWithinLimits } from './expect-within-limits.ts';

let started: StartedAssistant | undefined;

afterEach(() => started?.database.close());

async function usageAfter(questions: number, overrides: Partial<AssistantDeps>): Promise<string> {
  started = await startAssistant(overrides);
  for (let number = 0; number < questions; number += 1) await started.ask('what is a service');
  const reply = await createUsageCommand(started).run({
    person: { id: ADA, displayName: 'Ada' },
    place: { guildId: undefined, channelId: CHANNEL, isDirectMessage: true, canManageServer: false },
    nowMs: NOON_MS,
    subcommand: undefined,
    options: {},
  });
  if (reply.kind !== 'message') throw new Error('not a message');
  expectWithinLimits(reply.message);
  return textOf(reply.message);
}

describe('/usage', () => {
  // saying() costs 1,500 tokens: 1,000 read, a tenth of 4,000 cached, 100 written.
  it('shows what is left and when the next budget comes', async () => {
    const text = await usageAfter(2, { model: fakeModel(() => saying('A Service is stable.')), dailyTokens: 12_000 });
    expect(text).toContain('75 % left');
    expect(text).toContain('3,000 of 12,000 tokens');
    expect(text).toContain(`<t:${Date.UTC(2026, 10, 24, 3) / 1_000}:R>`);
    expect(text).toContain('answers from the knowledge base alone');
  });

  it('shows nothing left once it is used up', async () => {
    const text = await usageAfter(1, { model: fakeModel(() => saying('A Service is stable.')), dailyTokens: 1_000 });
    expect(text).toContain('0 % left');
    expect(text).toContain('░'.repeat(20));
  });

  it('says that nothing is counted where there is no assistant', async () => {
    expect(await usageAfter(0, {})).toContain('not set up');
    await started?.database.close();
    expect(await usageAfter(0, { dailyTokens: 0 })).toContain('switched off');
  });
});
