// The small rules: hours of a topic, evidence, the forecast, and short ids.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cardsUntilStrong, evidenceOf } from '../../src/study/evidence.ts';
import { forecastEnd, hoursUntilGoal } from '../../src/study/forecast.ts';
import { findByShortId, fingerprint, shortId } from '../../src/study/short-id.ts';
import { remainingHours, topicHours } from '../../src/study/topic-hours.ts';
import { makeFocus, makeTopic } from './sample-list.ts';

describe('topicHours', () => {
  it('takes the effort that the list states before its difficulty, and the middle of a range', () => {
    const difficulty = { low: 'easy', high: 'medium' } as const;
    expect(topicHours({ effortHours: { low: 20, high: 40 }, difficulty })).toEqual({ hours: 30, basis: 'stated' });
    // docs/decisions/0002: easy 16, medium 40.
    expect(topicHours({ difficulty })).toEqual({ hours: 28, basis: 'difficulty' });
    expect(topicHours({})).toEqual({ hours: 40, basis: 'assumed' });
  });

  it('takes ticked items off, but leaves a tenth of what is not finished', () => {
    const topic = { effortHours: { low: 20, high: 20 } };
    expect(remainingHours(topic, { ticked: 0, focusTotal: 0 })).toBe(20);
    expect(remainingHours(topic, { ticked: 1, focusTotal: 4 })).toBe(15);
    expect(remainingHours(topic, { ticked: 4, focusTotal: 4 })).toBe(2);
  });
});

describe('evidenceOf', () => {
  const topic = makeTopic('spark', 0, { focus: makeFocus(3) });
  const evidenceFor = (answered: number, right: number) =>
    evidenceOf(topic, { ticks: new Map() }, [{ topicId: 'spark', answered, right }]);

  it('keeps what was said apart from what was shown, and counts only items that the list has', () => {
    const ticks = new Map([['spark', new Set(['item-1', 'gone'])]]);
    expect(evidenceOf(topic, { ticks }, [])).toEqual({ ticked: 1, focusTotal: 3, showing: undefined, isWeak: false });
    expect(evidenceFor(5, 5)).toMatchObject({ ticked: 0, showing: { answered: 5, right: 5 } });
  });

  it.each([
    [3, 0, false],
    [4, 2, true],
    [5, 2, true],
    [5, 3, false],
    [10, 5, true],
  ])('holds %i answers with %i right for weak: %s', (answered, right, isWeak) => {
    expect(evidenceFor(answered, right).isWeak).toBe(isWeak);
  });

  it('says how many more right cards make it strong, and they do', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.nat(60), (answered, wanted) => {
        const right = Math.min(answered, wanted);
        const more = cardsUntilStrong(evidenceFor(answered, right));
        expect(evidenceFor(answered, right + more).isWeak).toBe(false);
        if (more > 0) expect(evidenceFor(answered, right + more - 1).isWeak).toBe(true);
      }),
    );
  });
});

describe('forecastEnd', () => {
  const plan = {
    hoursPerWeek: 7,
    startOn: '2026-05-04',
    endsOn: '2026-05-13',
    goalOn: '2026-05-13' as string | undefined,
    madeAtMs: 0,
  };

  it('counts today as the first day, at one hour a day', () => {
    expect(forecastEnd(10, plan, '2026-05-04')).toMatchObject({
      endsOn: '2026-05-13',
      daysLate: 0,
      basis: 'planned',
      goal: { on: '2026-05-13', daysLate: 0 },
    });
    expect(forecastEnd(10, plan, '2026-05-06')).toMatchObject({ endsOn: '2026-05-15', daysLate: 2 });
    expect(forecastEnd(5, plan, '2026-05-06')).toMatchObject({ endsOn: '2026-05-10', daysLate: -3 });
  });

  it('begins with the plan when that starts later', () => {
    expect(forecastEnd(10, plan, '2026-04-01').endsOn).toBe('2026-05-13');
    expect(hoursUntilGoal(plan, '2026-04-01')).toBeCloseTo(10);
  });

  it('goes by the pace that was kept, whatever was planned, and says so', () => {
    const kept = { hoursPerWeek: 14, weeks: 6 };
    // Two hours a day: ten hours are five days, eight days before the plan's end and the goal.
    expect(forecastEnd(10, plan, '2026-05-01', kept)).toMatchObject({
      endsOn: '2026-05-08',
      basis: 'kept',
      weeksKept: 6,
      daysLate: -5,
      goal: { daysLate: -5 },
    });
    expect(forecastEnd(10, undefined, '2026-05-04', kept)).toMatchObject({ endsOn: '2026-05-08', basis: 'kept' });
  });

  it('counts hours to a goal ahead only', () => {
    expect(hoursUntilGoal(plan, '2026-05-13')).toBeCloseTo(1);
    expect(hoursUntilGoal(plan, '2026-05-14')).toBeUndefined();
    expect(hoursUntilGoal({ ...plan, goalOn: undefined }, '2026-05-04')).toBeUndefined();
    expect(hoursUntilGoal(undefined, '2026-05-04')).toBeUndefined();
    expect(forecastEnd(10, plan, '2026-05-14').goal).toBeUndefined();
  });

  it('has no end when nothing is left, or when it is over ten years off', () => {
    expect(forecastEnd(0, plan, '2026-05-04').endsOn).toBeUndefined();
    expect(forecastEnd(1_000_000, plan, '2026-05-04').endsOn).toBeUndefined();
    expect(forecastEnd(10, undefined, '2026-05-04')).toMatchObject({ basis: 'assumed', daysLate: undefined });
  });
});

describe('shortId', () => {
  it('is at most 28 characters of what a custom id may hold, whatever the id, and finds its item again', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.string({ minLength: 1, maxLength: 80, unit: 'binary' }), { minLength: 1 }),
        (ids) => {
          const items = ids.map((id) => ({ id }));
          for (const item of items) {
            expect(shortId(item.id)).toMatch(/^[a-z0-9~-]{1,28}$/);
            expect(findByShortId(items, shortId(item.id))).toBe(item);
          }
          expect(fingerprint(items)).toHaveLength(8);
        },
      ),
    );
  });

  it('leaves short plain ids as they are', () => {
    expect(shortId('data-lakes')).toBe('data-lakes');
    expect(findByShortId([{ id: 'a' }], 'b')).toBeUndefined();
  });
});
