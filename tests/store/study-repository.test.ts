// The study repository on a real migrated database: what is kept, what is counted once, what can be taken back.

import Database from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import { Migrator } from 'kysely/migration';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type OpenDatabase, openDatabase } from '../../src/store/database.ts';
import { MIGRATIONS } from '../../src/store/migrations/migrations.ts';
import { createPeopleRepository } from '../../src/store/people-repository.ts';
import type { Schema } from '../../src/store/schema.ts';
import { createStudyRepository } from '../../src/store/study-repository.ts';
import type { StudyStore } from '../../src/study/study-store.ts';
import { studyMomentOf } from '../../src/study/user-day.ts';

const ADA = '100000000000000001';
const BOB = '100000000000000002';
const NOON = Date.parse('2026-05-04T12:00Z');
const moment = (hoursLater = 0): ReturnType<typeof studyMomentOf> =>
  studyMomentOf(NOON + hoursLater * 3_600_000, 'UTC');

let open: OpenDatabase;
let store: StudyStore;

beforeEach(async () => {
  open = await openDatabase(':memory:');
  store = createStudyRepository(open.db);
  const people = createPeopleRepository(open.db);
  await people.ensure(ADA, NOON);
  await people.ensure(BOB, NOON);
});

afterEach(() => open.close());

const setStatus = (to: 'todo' | 'learning' | 'done' | 'skipped', topicId = 'spark', personId = ADA, hoursLater = 0) =>
  store.setStatus({ personId, topicId, to, moment: moment(hoursLater) });

describe('statuses', () => {
  it('begins empty', async () => {
    const record = await store.load(ADA);
    expect(record.statuses.size).toBe(0);
    expect(record.plan).toBeUndefined();
    expect(record.studyDays).toEqual([]);
  });

  it('keeps a status, its history and the day, for that person alone', async () => {
    expect(await setStatus('learning')).toMatchObject({ topicId: 'spark', from: 'todo', to: 'learning' });
    const record = await store.load(ADA);
    expect([...record.statuses]).toEqual([['spark', 'learning']]);
    expect(record.studyDays.map((day) => day.userDay)).toEqual(['2026-05-04']);
    expect((await store.load(BOB)).statuses.size).toBe(0);
  });

  it('notes nothing for a status that the topic has already', async () => {
    await setStatus('done');
    expect(await setStatus('done')).toBeUndefined();
    expect(await store.history(ADA, 'spark', 10)).toHaveLength(1);
  });

  it('counts two presses at once as one change', async () => {
    const changes = await Promise.all([setStatus('done'), setStatus('done')]);
    expect(changes.filter((change) => change !== undefined)).toHaveLength(1);
  });

  it('does not take skipping or putting back for study', async () => {
    await setStatus('skipped');
    await setStatus('todo');
    expect((await store.load(ADA)).studyDays).toEqual([]);
  });

  it('lists the history newest first and by topic', async () => {
    await setStatus('learning');
    await setStatus('done', 'dvc');
    await setStatus('done', 'spark', ADA, 1);
    const history = await store.history(ADA, 'spark', 10);
    expect(history.map((change) => change.to)).toEqual(['done', 'learning']);
    expect(await store.history(ADA, 'spark', 1)).toHaveLength(1);
  });
});

describe('undo', () => {
  it('puts the earlier status back, once', async () => {
    await setStatus('learning');
    const change = await setStatus('done');
    const id = change?.id ?? 0;
    expect(await store.undo(ADA, id, NOON)).toMatchObject({ kind: 'undone', change: { from: 'learning' } });
    expect((await store.load(ADA)).statuses.get('spark')).toBe('learning');
    expect(await store.undo(ADA, id, NOON)).toEqual({ kind: 'already-undone' });
    expect((await store.history(ADA, 'spark', 10)).map((kept) => kept.to)).toEqual(['learning']);
  });

  it('refuses when the topic was changed again, and works for that newer change', async () => {
    const first = await setStatus('learning');
    const second = await setStatus('done');
    expect(await store.undo(ADA, first?.id ?? 0, NOON)).toEqual({ kind: 'superseded' });
    expect(await store.undo(ADA, second?.id ?? 0, NOON)).toMatchObject({ kind: 'undone' });
    expect(await store.undo(ADA, first?.id ?? 0, NOON)).toMatchObject({ kind: 'undone', change: { from: 'todo' } });
  });

  it('is not possible for another person, nor for a change that never was', async () => {
    const change = await setStatus('done');
    expect(await store.undo(BOB, change?.id ?? 0, NOON)).toEqual({ kind: 'unknown' });
    expect(await store.undo(ADA, 999, NOON)).toEqual({ kind: 'unknown' });
    expect((await store.load(ADA)).statuses.get('spark')).toBe('done');
  });
});

describe('ticks', () => {
  const tick = (ticked: readonly string[], shown: readonly string[], hoursLater = 0) =>
    store.setFocusTicks({ personId: ADA, topicId: 'spark', shown, ticked, moment: moment(hoursLater) });

  it('makes the shown items what was picked and leaves others alone', async () => {
    await tick(['a', 'b'], ['a', 'b', 'c']);
    await tick(['d'], ['d', 'e']);
    await tick(['b', 'c'], ['a', 'b', 'c']);
    expect([...((await store.load(ADA)).ticks.get('spark') ?? [])].sort()).toEqual(['b', 'c', 'd']);
  });

  it('counts a day for a new tick only', async () => {
    await tick(['a'], ['a']);
    await tick(['a'], ['a', 'b'], 24);
    await tick([], ['a', 'b'], 48);
    expect((await store.load(ADA)).studyDays.map((day) => day.userDay)).toEqual(['2026-05-04']);
  });

  it('keeps the steps of the project apart', async () => {
    const steps = (ticked: readonly string[]) =>
      store.setProjectTicks({ personId: ADA, shown: ['one', 'two'], ticked, moment: moment() });
    await steps(['one', 'two']);
    await steps(['two']);
    expect([...(await store.load(ADA)).tickedSteps]).toEqual(['two']);
  });
});

describe('days, choices and plans', () => {
  it('keeps one row a user-day with its first and last instant', async () => {
    await setStatus('learning', 'spark', ADA, 2);
    await setStatus('done', 'spark', ADA, 5);
    await setStatus('done', 'dvc', ADA, 1);
    expect((await store.load(ADA)).studyDays).toEqual([
      {
        userDay: '2026-05-04',
        timezone: 'UTC',
        firstAtMs: NOON + 3_600_000,
        atMs: NOON + 5 * 3_600_000,
        activities: 3,
      },
    ]);
  });

  it('replaces a choice and a plan by the newer one', async () => {
    await store.choose(ADA, 'bi', 'PowerBI', NOON);
    await store.choose(ADA, 'bi', 'Tableau', NOON + 1);
    const plan = {
      hoursPerWeek: 6.5,
      startOn: '2026-05-04',
      endsOn: '2026-12-01',
      goalOn: '2026-11-01',
      madeAtMs: NOON,
    };
    await store.savePlan(ADA, { ...plan, hoursPerWeek: 3, goalOn: undefined });
    await store.savePlan(ADA, plan);
    const record = await store.load(ADA);
    expect(record.choices.get('bi')).toBe('Tableau');
    expect(record.plan).toEqual(plan);
  });

  it('tells what was finished since an instant, without what was taken back or set back', async () => {
    const sinceMs = NOON + 3_600_000;
    await setStatus('done', 'old', ADA, 0);
    await setStatus('learning', 'spark', ADA, 1);
    await setStatus('done', 'spark', ADA, 2);
    await setStatus('done', 'bi', ADA, 2);
    const undone = await setStatus('done', 'dvc', ADA, 3);
    await store.undo(ADA, undone?.id ?? 0, NOON);
    await store.setFocusTicks({ personId: ADA, topicId: 'spark', shown: [], ticked: ['a'], moment: moment(2) });
    await store.setProjectTicks({ personId: ADA, shown: [], ticked: ['deploy'], moment: moment(0) });
    const done = await store.accomplishedSince(ADA, sinceMs);
    expect(done).toEqual([
      { kind: 'topic', topicId: 'spark', wasStarted: true, atMs: NOON + 2 * 3_600_000 },
      { kind: 'topic', topicId: 'bi', wasStarted: false, atMs: NOON + 2 * 3_600_000 },
      { kind: 'focus', topicId: 'spark', focusId: 'a', atMs: NOON + 2 * 3_600_000 },
    ]);
    expect(await store.accomplishedSince(BOB, 0)).toEqual([]);
  });

  it('counts each person once a topic, whatever they have there', async () => {
    await setStatus('done');
    await setStatus('learning', 'spark', BOB);
    await store.setFocusTicks({ personId: ADA, topicId: 'spark', shown: [], ticked: ['a', 'b'], moment: moment() });
    await store.choose(BOB, 'bi', 'Tableau', NOON);
    expect([...(await store.countPeople()).topic].sort()).toEqual([
      ['bi', 1],
      ['spark', 2],
    ]);
  });

  it('loses everything of a person with the person, and nothing of others', async () => {
    await setStatus('done');
    await setStatus('done', 'spark', BOB);
    await store.choose(ADA, 'bi', 'Tableau', NOON);
    await open.db.deleteFrom('people').where('id', '=', ADA).execute();
    expect((await store.load(ADA)).statuses.size).toBe(0);
    expect([...(await store.countPeople()).topic]).toEqual([['spark', 1]]);
    expect(await store.history(ADA, 'spark', 10)).toEqual([]);
  });
});

describe('renames', () => {
  it('follow a topic through status, ticks, choices, history and its undo, and may be repeated', async () => {
    const change = await setStatus('learning', 'pyspark');
    await store.setFocusTicks({ personId: ADA, topicId: 'pyspark', shown: [], ticked: ['a'], moment: moment() });
    await store.choose(ADA, 'pyspark', 'Scala', NOON);
    const renames = [{ subject: 'topic', from: 'pyspark', to: 'spark' }] as const;
    await store.applyRenames(renames);
    await store.applyRenames(renames);
    const record = await store.load(ADA);
    expect([...record.statuses]).toEqual([['spark', 'learning']]);
    expect([...(record.ticks.get('spark') ?? [])]).toEqual(['a']);
    expect(record.choices.get('spark')).toBe('Scala');
    expect(await store.undo(ADA, change?.id ?? 0, NOON)).toMatchObject({
      kind: 'undone',
      change: { topicId: 'spark' },
    });
  });

  it('leave what the person has under the new id already', async () => {
    await setStatus('learning', 'pyspark');
    await setStatus('done', 'spark');
    await store.applyRenames([{ subject: 'topic', from: 'pyspark', to: 'spark' }]);
    expect([...(await store.load(ADA)).statuses]).toEqual([['spark', 'done']]);
  });

  it('follow focus items and steps, and chains of renames in their order', async () => {
    await store.setFocusTicks({ personId: ADA, topicId: 'spark', shown: [], ticked: ['joins'], moment: moment() });
    await store.setProjectTicks({ personId: ADA, shown: [], ticked: ['train'], moment: moment() });
    await store.applyRenames([
      { subject: 'focus', from: 'spark/joins', to: 'spark/all-joins' },
      { subject: 'focus', from: 'spark/all-joins', to: 'databricks/joins' },
      { subject: 'step', from: 'train', to: 'train-model' },
    ]);
    const record = await store.load(ADA);
    expect([...(record.ticks.get('databricks') ?? [])]).toEqual(['joins']);
    expect(record.ticks.get('spark')).toBeUndefined();
    expect([...record.tickedSteps]).toEqual(['train-model']);
    const counts = await store.countPeople();
    expect([...counts.focus]).toEqual([['databricks/joins', 1]]);
    expect([...counts.step]).toEqual([['train-model', 1]]);
  });
});

it('keeps the end that an earlier version’s plan promised, and takes it for no goal', async () => {
  const sqlite = new Database(':memory:');
  const db = new Kysely<Schema>({ dialect: new SqliteDialect({ database: sqlite }) });
  const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...MIGRATIONS }) } });
  await migrator.migrateTo('0009-assistant-audience');
  sqlite.exec(`insert into people (id, created_at_ms) values ('${ADA}', 0);
    insert into study_plans (person_id, hours_per_week, start_on, goal_on, made_at_ms)
    values ('${ADA}', 6, '2026-05-04', '2026-12-01', 1);`);
  await migrator.migrateToLatest();
  expect((await createStudyRepository(db).load(ADA)).plan).toEqual({
    hoursPerWeek: 6,
    startOn: '2026-05-04',
    endsOn: '2026-12-01',
    goalOn: undefined,
    madeAtMs: 1,
  });
  await db.destroy();
});
