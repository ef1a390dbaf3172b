// /data: everything about a person in a file, and gone without a trace after the confirmation; nobody else's is touched.

import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { User } from '../../sandbox/driver.ts';
import { SEED_DIR, type Studypod, startStudypod } from './studypod.ts';

let studypod: Studypod;
let ada: User;
let linus: User;

beforeAll(async () => {
  studypod = await startStudypod({ knowledgeDir: SEED_DIR });
  ada = studypod.sandbox.user('Ada');
  linus = studypod.sandbox.user('Linus');
  for (const person of [ada, linus]) await studyABit(person);
});
afterAll(() => studypod.dispose());

/** Leaves rows in every subject. */
async function studyABit(person: User): Promise<void> {
  const card = await person.slash('next-topic');
  await person.press(card, 'Start');
  await person.press(await person.slash('quiz', { deck: 'kubectl', count: 1, mode: 'choice' }), 'A');
  await person.slash('remind', { time: '08:00', timezone: 'Pacific/Auckland' }, { subcommand: 'daily' });
  await person.slash('plan', { hours: 6 });
  await person.slash('ask', { question: 'what is an ingress' });
}

/** Tables in which the id stands in any column, read beside the running bot. */
function tablesWith(personId: string): readonly string[] {
  const database = new Database(studypod.databasePath, { readonly: true });
  try {
    const tables = database.prepare("select name from sqlite_master where type = 'table'").pluck().all();
    return tables.map(String).filter((table) =>
      database
        .prepare(`select * from "${table}"`)
        .all()
        .some((row) => JSON.stringify(row).includes(personId)),
    );
  } finally {
    database.close();
  }
}

describe('/data', () => {
  it('exports every table that holds anything about the person, and only their rows', async () => {
    const reply = await ada.slash('data', {}, { subcommand: 'export' });
    const [file] = reply.message.attachments;
    const exported = JSON.parse(await (await fetch(file?.url ?? '')).text());
    expect(Object.keys(exported)).toEqual(expect.arrayContaining([...tablesWith(ada.id)]));
    expect(Object.keys(exported).length).toBeGreaterThan(6);
    expect(JSON.stringify(exported)).toContain('Pacific/Auckland');
    expect(JSON.stringify(exported)).not.toContain(linus.id);
  });

  it('keeps everything when the person thinks better of it', async () => {
    const before = tablesWith(ada.id);
    const answer = await ada.press(await ada.slash('data', {}, { subcommand: 'delete' }), 'Keep it');
    expect(answer.text).toMatch(/Nothing was deleted/);
    expect(tablesWith(ada.id)).toEqual(before);
  });

  it('deletes every row about the person after the confirmation, and nobody else’s', async () => {
    const before = tablesWith(linus.id);
    const answer = await ada.press(await ada.slash('data', {}, { subcommand: 'delete' }), 'Delete everything');
    expect(answer.text).toMatch(/deleted/);
    expect(tablesWith(ada.id)).toEqual([]);
    expect(tablesWith(linus.id)).toEqual(before);
    expect((await ada.slash('progress')).text).toMatch(/0 of 9 topics/);
  });

  it('sends no reminder to somebody who has left', async () => {
    studypod.sandbox.clock.advance(2 * 86_400_000);
    await linus.waitForDm();
    expect(ada.dms()).toHaveLength(0);
  });
});
