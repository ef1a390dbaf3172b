// `/data export` on a real database: the file holds everything, and fits Discord's upload however much there is.

import { gunzipSync } from 'node:zlib';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { createDataCommand } from '../../src/commands/data.ts';
import { deriveCatalogue } from '../../src/quiz/catalogue.ts';
import { writeQuestion } from '../../src/quiz/question.ts';
import { openDatabase } from '../../src/store/database.ts';
import { createPeopleRepository } from '../../src/store/people-repository.ts';
import { createPersonDataRepository } from '../../src/store/person-data-repository.ts';
import { LIMITS } from '../../src/views/limits.ts';
import { OWN_FOLDER, openIndex } from '../knowledge/load.ts';
import { seededRandom } from '../quiz/seeded-random.ts';

const ADA = '100000000000000001';
const NOON = Date.parse('2026-05-04T12:00Z');

/** What `/data export` sends, of so many cards answered in sessions of ten. */
async function exportAfter(answeredCards: number) {
  const open = await openDatabase(':memory:');
  await createPeopleRepository(open.db).ensure(ADA, NOON);
  const random = seededRandom(3);
  const cards = deriveCatalogue((await openIndex(OWN_FOLDER)).knowledge).cards.filter(({ modes }) =>
    modes.includes('choice'),
  );
  const items = Array.from({ length: answeredCards }, (_, n) => {
    const card = cards[n % cards.length];
    if (card === undefined) throw new Error('no card to pick from');
    const question = writeQuestion(card.draw('choice', random));
    return { session: `session-${Math.floor(n / 10)}`, position: n % 10, card: card.id, question, at: NOON + n };
  });
  // One statement a table: the rows are many.
  const rows = sql`json_each(${JSON.stringify(items)})`;
  await sql`insert into quiz_sessions (id, person_id, deck, mode, channel_id, is_direct_message, status, started_at_ms, ended_at_ms)
    select distinct value ->> 'session', ${ADA}, 'kubectl', 'choice', '1', 1, 'finished', ${NOON}, ${NOON} from ${rows}`.execute(
    open.db,
  );
  await sql`insert into quiz_items (session_id, position, card_id, topic_id, question, tries, hints_used, outcome)
    select value ->> 'session', value ->> 'position', value ->> 'card', null, value ->> 'question', 1, 0, 'right' from ${rows}`.execute(
    open.db,
  );
  await sql`insert into attempts (session_id, position, try_number, answer, is_right, answered_at_ms)
    select value ->> 'session', value ->> 'position', 1, '2', 1, value ->> 'at' from ${rows}`.execute(open.db);
  await sql`insert into reviews (person_id, card_id, session_id, position, rating, reviewed_at_ms, user_day, next_due_at_ms, card_before)
    select ${ADA}, value ->> 'card', value ->> 'session', value ->> 'position', 3, value ->> 'at', '2026-05-04', value ->> 'at', null from ${rows}`.execute(
    open.db,
  );
  const command = createDataCommand({ data: createPersonDataRepository(open.db) });
  const reply = await command.run({
    person: { id: ADA, displayName: 'Ada' },
    place: { guildId: undefined, channelId: '1', isDirectMessage: true, canManageServer: false },
    subcommand: 'export',
    options: {},
    nowMs: NOON,
  });
  await open.close();
  const message = reply.kind === 'message' ? reply.message : undefined;
  const file = message?.files?.[0];
  if (file === undefined) throw new Error('no file came');
  return { file, text: JSON.stringify(message?.embeds) };
}

it('is a file of plain JSON, indented for reading, where there is little', async () => {
  const { file } = await exportAfter(20);
  expect(file.name).toBe('studypod-data.json');
  const text = Buffer.from(file.data).toString('utf8');
  expect(text).toContain('\n  "');
  expect(JSON.parse(text)).toMatchObject({ reviews: { length: 20 } });
});

it('is packed, says so, and fits what Discord takes after 10,000 reviewed cards', { timeout: 120_000 }, async () => {
  const { file, text } = await exportAfter(10_000);
  expect(file.name).toBe('studypod-data.json.gz');
  expect(text).toContain('gunzip');
  const json = gunzipSync(file.data);
  // Without packing it would not have fitted, or this shows nothing.
  expect(json.length).toBeGreaterThan(LIMITS.upload);
  expect(file.data.byteLength).toBeLessThan(LIMITS.upload / 2);
  expect(JSON.parse(json.toString('utf8'))).toMatchObject({ reviews: { length: 10_000 } });
});
