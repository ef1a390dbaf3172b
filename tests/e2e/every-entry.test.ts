// Every entry of the knowledge, asked for by its title: found, within Discord's limits, and with its source.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { User } from '../../sandbox/driver.ts';
import { loadKnowledge } from '../../src/knowledge/load-knowledge.ts';
import { KNOWLEDGE_DIR, type Studypod, startStudypod } from './studypod.ts';

const { knowledge } = await loadKnowledge(KNOWLEDGE_DIR);

let studypod: Studypod;
let ada: User;

beforeAll(async () => {
  studypod = await startStudypod();
  ada = studypod.sandbox.user('Ada');
});
afterAll(() => studypod.dispose());

describe('every entry', () => {
  it('of the concepts and the troubleshooting is explained when its title is asked for', async () => {
    const titles = [...knowledge.concepts, ...knowledge.troubleshooting].map((entry) => entry.title);
    expect(titles.length).toBeGreaterThan(50);
    const wrong: string[] = [];
    for (const title of titles) {
      const { text } = await ada.slash('explain', { query: title });
      if (!text.includes('.md ›') || !normalise(text).includes(normalise(title))) wrong.push(title);
    }
    expect(wrong).toEqual([]);
  }, 120_000);

  it('of the services is mapped when any of its names is asked for', async () => {
    const names = knowledge.cloudRows.flatMap((row) =>
      Object.values(row.services).flatMap((service) => (service === undefined ? [] : [service.name])),
    );
    expect(names.length).toBeGreaterThan(30);
    const wrong: string[] = [];
    for (const name of new Set(names)) {
      const { text } = await ada.slash('cloud', { service: name });
      if (!text.includes('.md ›')) wrong.push(name);
    }
    expect(wrong).toEqual([]);
  }, 120_000);

  it('of the list has its card, and a way back after every status', async () => {
    for (const topic of knowledge.topics) {
      for (const status of ['learning', 'done', 'skipped', 'todo']) {
        const { text } = await ada.slash('topic', { name: topic.shortTitle, status });
        expect(normalise(text)).toContain(normalise(topic.shortTitle));
      }
    }
    expect((await ada.slash('progress')).text).toMatch(/0 of 9 topics/);
  });
});

/** Text without the marks that Markdown escapes and code bring. */
function normalise(text: string): string {
  return text.replace(/[\\`*_]/g, '').toLowerCase();
}
