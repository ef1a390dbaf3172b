// People and their zones on a real migrated database.

import { afterEach, beforeEach, expect, it } from 'vitest';
import { type OpenDatabase, openDatabase } from '../../src/store/database.ts';
import { createPeopleRepository, type PeopleRepository } from '../../src/store/people-repository.ts';

let open: OpenDatabase;
let people: PeopleRepository;

beforeEach(async () => {
  open = await openDatabase(':memory:');
  people = createPeopleRepository(open.db);
});

afterEach(() => open.close());

it('makes one row however often and however much at once it is asked', async () => {
  await Promise.all([people.ensure('1', 5), people.ensure('1', 6), people.ensure('1', 7)]);
  const rows = await open.db.selectFrom('people').selectAll().execute();
  expect(rows).toHaveLength(1);
  expect(rows[0]?.created_at_ms).toBe(5);
});

it('has no zone until one is set, and keeps it when the person comes back', async () => {
  await people.ensure('1', 5);
  expect(await people.timezoneOf('1')).toBeUndefined();
  expect(await people.timezoneOf('nobody')).toBeUndefined();
  await people.setTimezone('1', 'Pacific/Auckland', 6);
  await people.ensure('1', 7);
  expect(await people.timezoneOf('1')).toBe('Pacific/Auckland');
});

it('sets the zone of somebody who was not there before', async () => {
  await people.setTimezone('2', 'Europe/Berlin', 6);
  expect(await people.timezoneOf('2')).toBe('Europe/Berlin');
});
