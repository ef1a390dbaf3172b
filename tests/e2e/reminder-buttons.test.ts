// The buttons of a reminder through the front door: each says plainly what was done, in the place of the lesson, also after restarts.

import { afterAll, beforeAll, expect, it } from 'vitest';
import type { User } from '../../sandbox/driver.ts';
import { labelsOf, SEED_DIR, type Studypod, startStudypod } from './studypod.ts';

const HOUR_MS = 3_600_000;

let studypod: Studypod;
let ada: User;

beforeAll(async () => {
  studypod = await startStudypod({ knowledgeDir: SEED_DIR });
  ada = studypod.sandbox.user('Ada');
});
afterAll(() => studypod.dispose());

it('a reminder gives way to what was done with it, and its buttons outlive every restart', async () => {
  const { clock } = studypod.sandbox;
  const time = new Date(clock.nowMs() + HOUR_MS).toISOString().slice(11, 16);
  await ada.slash('remind', { time, timezone: 'UTC' }, { subcommand: 'daily' });
  clock.advance(HOUR_MS + 60_000);
  const lesson = await ada.waitForDm();
  expect(lesson.embeds[0]?.title).toBe('Your next small step');

  const steps: readonly (readonly [label: string, title: string, text: RegExp, next: readonly string[]])[] = [
    ['Snooze 1 h', 'Put off', /I will come back at <t:\d+:t>/, ['Skip today', 'Pause a week', 'Stop reminders']],
    ['Skip today', 'Skipped for today', /The next one comes <t:\d+:F>/, ['Pause a week', 'Stop reminders']],
    ['Pause a week', 'Paused', /No reminders until <t:\d+:F>/, ['Go on as before', 'Stop reminders']],
    ['Stop reminders', 'Stopped', /You get no more reminders/, ['Go on as before']],
    ['Go on as before', 'Reminders are on', /The next one comes <t:\d+:F>/, ['Pause a week', 'Stop reminders']],
  ];
  for (const [label, title, text, next] of steps) {
    await studypod.restart();
    const [shown] = ada.dms();
    if (shown === undefined) throw new Error('the reminder is gone');
    const reply = await ada.press(shown, label);
    expect(reply.message.embeds.map((embed) => embed.title)).toEqual([title]);
    expect(reply.message.content).toBe('');
    expect(reply.text).toMatch(text);
    expect(labelsOf(reply)).toEqual(next);
  }
  // What was put off was skipped since.
  clock.advance(2 * HOUR_MS);
  await ada.slash('remind', {}, { subcommand: 'status' });
  expect(ada.dms()).toHaveLength(1);
});
