// The unasked messages: within Discord's limits whatever the lesson holds, and known again by their buttons.

import { describe, expect, it } from 'vitest';
import type { ReminderContent } from '../../src/reminders/deliver.ts';
import type { Lesson } from '../../src/reminders/lesson.ts';
import type { DeliveryForm } from '../../src/reminders/reminder.ts';
import { WEEKDAYS } from '../../src/reminders/schedule.ts';
import { reminderView } from '../../src/views/reminder-view.ts';
import { expectWithinLimits } from '../commands/expect-within-limits.ts';
import { LESSON } from './reminder-world.ts';
import { QUESTION, sampleOffer } from './sample-offer.ts';

const ID = 'delivery-0123456789-abcde';

function content(form: DeliveryForm, lesson: Lesson | undefined, isLate = false): ReminderContent {
  return {
    lesson,
    delivery: {
      id: ID,
      personId: '100000000000000001',
      localDate: '2026-06-01',
      kind: 'daily',
      form,
      state: 'claimed',
      reason: undefined,
      dueAtMs: Date.parse('2026-06-01T08:00Z'),
      actAtMs: undefined,
      attempts: 1,
      firstClaimedAtMs: undefined,
      isLate,
      action: undefined,
    },
    reminder: {
      personId: '100000000000000001',
      schedule: { time: '08:00', timezone: 'America/Argentina/ComodRivadavia', days: WEEKDAYS },
      status: 'active',
      nextAtMs: undefined,
      pausedUntilMs: undefined,
      setAtMs: 0,
      unansweredCount: 0,
      lastSentAtMs: undefined,
      lastDueAtMs: undefined,
      lastReactionAtMs: undefined,
      channelId: undefined,
      dmClosedAtMs: undefined,
    },
  };
}

it.each(['lesson', 'question', 'probe'] as const)(
  'a %s carries the delivery’s id in a button, so that it is found again',
  (form) => {
    const message = reminderView(content(form, form === 'lesson' ? LESSON : undefined));
    expectWithinLimits(message);
    const ids = (message.components ?? []).flatMap((row) =>
      row.components.map((each) => ('custom_id' in each ? each.custom_id : '')),
    );
    expect(ids.some((customId) => customId?.split('|').includes(ID))).toBe(true);
  },
);

describe('a lesson', () => {
  it('keeps within the limits with the longest of everything', () => {
    const actions = Array.from({ length: 5 }, (_, index) => ({ label: 'x'.repeat(200), customId: `a${index}` }));
    const lesson: Lesson = {
      nextTopic: { title: 'T'.repeat(3_000), reason: 'r'.repeat(3_000) },
      dueCardCount: 9_999,
      card: sampleOffer({ ...QUESTION, options: Array.from({ length: 4 }, (_, index) => `${index}o`.repeat(2_000)) }),
      streakDays: 4_000,
      hasStudiedToday: false,
      actions,
    };
    const message = reminderView(content('lesson', lesson, true));
    expectWithinLimits(message);
    expect(JSON.stringify(message)).toContain('Snooze 1 h');
  });

  it('shows titles as they are written, and lets nothing in them ping', () => {
    const nextTopic = { title: '*Spark* @everyone <@1>', reason: '' };
    const text = JSON.stringify(reminderView(content('lesson', { ...LESSON, nextTopic })));
    expect(text).not.toContain('@everyone');
    expect(text).not.toContain(' <@1>');
  });

  it('asks its card with a button an option, of the person alone, and one to see the answer', () => {
    const message = reminderView(content('lesson', LESSON));
    const [row] = message.components ?? [];
    const buttons = (row?.components ?? []).flatMap((each) => ('label' in each && 'custom_id' in each ? [each] : []));
    expect(buttons.map((each) => each.label)).toEqual(['A', 'B', 'C', 'D', 'Skip and show']);
    for (const each of buttons) {
      expect(each.custom_id?.split('|').slice(2, 5)).toEqual(['100000000000000001', ID, 'offer00000000001']);
    }
    const card = message.embeds?.at(-1);
    expect(card?.author?.name).toBe('A card that is due');
    expect(card?.description).toContain('**D** describe a pod');
  });

  it('calls a card new that was never met, and shows none when there is none', () => {
    const fresh = { ...sampleOffer(), isNew: true };
    expect(JSON.stringify(reminderView(content('lesson', { ...LESSON, card: fresh })))).toContain('A new card');
    const without = reminderView(content('lesson', { ...LESSON, card: undefined }));
    expect(without.embeds).toHaveLength(1);
    expect(JSON.stringify(without)).not.toContain('Skip and show');
  });

  it('says that the list is finished by saying nothing of a next topic', () => {
    const text = JSON.stringify(
      reminderView(content('lesson', { ...LESSON, nextTopic: undefined, card: undefined, dueCardCount: 0 })),
    );
    expect(text).not.toContain('Next on your list');
    expect(text).toContain('Time to study.');
  });

  it('says that it comes weekly now, and why, once it does', () => {
    const weekly = content('lesson', LESSON);
    const text = JSON.stringify(reminderView({ ...weekly, reminder: { ...weekly.reminder, unansweredCount: 8 } }));
    expect(text).toContain('The last 8 went unanswered, so it comes once a week now');
    expect(JSON.stringify(reminderView(weekly))).not.toContain('once a week');
    const last = content('question', undefined);
    const question = JSON.stringify(reminderView({ ...last, reminder: { ...last.reminder, unansweredCount: 11 } }));
    expect(question).toContain('and lately once a week. /remind daily');
  });

  it('tells how late it is only when it is late', () => {
    expect(JSON.stringify(reminderView(content('lesson', LESSON, true)))).toContain('<t:1780300800:f>');
    expect(JSON.stringify(reminderView(content('lesson', LESSON)))).not.toContain('Late');
  });
});
