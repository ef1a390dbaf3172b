// Whatever stands in the files and whatever is asked: no throw, no line outside its file, no answer out of nothing.

import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createKnowledgeIndex } from '../../src/knowledge/create-index.ts';
import { readKnowledge } from '../../src/knowledge/load-knowledge.ts';
import { createSpellingCorrector, slipsBetween } from '../../src/knowledge/search/spelling.ts';
import type { Knowledge } from '../../src/knowledge/types.ts';
import { OWN_FOLDER, openIndex, SEED_FOLDER } from './load.ts';

const seedLines = readFileSync(`${SEED_FOLDER}/skills.md`, 'utf8').split('\n');
const own = await openIndex(OWN_FOLDER);

/** Lines such as people write, of every kind that the readers look at, and noise among them. */
const line = fc.oneof(
  fc.constantFrom(...seedLines),
  fc.constantFrom(
    '# Skills',
    '# Concepts: x',
    '# Kubectl tasks',
    '# Cloud services',
    '# Comparisons',
    '# Troubleshooting',
    '# Renames',
    '## Top priority',
    '### A vs B',
    '- focus: x',
    '- aliases: a, b',
    '- related: nothing',
    '- command: `kubectl get {x}`',
    '- parameters:',
    '  - x: 1, 2',
    '| AWS | Azure |',
    '| --- | --- |',
    '| a |',
    '```',
    '[x](y.md)',
    '- a = b',
    '###',
    '- :',
    '',
  ),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
);
const markdown = fc.array(line, { maxLength: 40 }).map((lines) => lines.join('\n'));

describe('reading', () => {
  it('never throws on any text, and names lines within the file', () => {
    fc.assert(
      fc.property(markdown, (text) => {
        const count = text.split(/\r\n|\r|\n/).length;
        const { knowledge, faults } = readKnowledge([{ file: 'a.md', text }]);
        for (const { line: at } of [...faults, ...placesIn(knowledge)]) {
          expect(at).toBeGreaterThanOrEqual(1);
          expect(at).toBeLessThanOrEqual(count);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('gives every entry of a kind an id of its own, or tells the one that is taken', () => {
    fc.assert(
      fc.property(markdown, (text) => {
        const { knowledge, faults } = readKnowledge([{ file: 'a.md', text }]);
        if (faults.some(({ message }) => message.includes('is taken'))) return;
        for (const entries of [knowledge.topics, knowledge.kubectlTasks, knowledge.cloudRows, knowledge.notes]) {
          expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('reads the same from the same files in whatever order they come', () => {
    const files = [
      { file: 'b.md', text: seedLines.slice(0, 60).join('\n') },
      { file: 'a.md', text: seedLines.slice(60).join('\n') },
    ];
    expect(readKnowledge(files)).toEqual(readKnowledge([...files].reverse()));
  });

  it('reads Windows line ends as any others', () => {
    const unix = readKnowledge([{ file: 'a.md', text: seedLines.join('\n') }]);
    const windows = readKnowledge([{ file: 'a.md', text: seedLines.join('\r\n') }]);
    expect(windows).toEqual(unix);
  });
});

describe('asking', () => {
  const words = [...new Set(own.knowledge.concepts.flatMap(({ title, aliases }) => [title, ...aliases]))];
  const question = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 80 }),
    fc
      .array(
        fc.oneof(
          fc.constantFrom(...words, 'vs', 'or', 'and', 'difference between', 'how do i', 'kubectl', '/'),
          fc.string({ maxLength: 6 }),
        ),
        {
          maxLength: 6,
        },
      )
      .map((parts) => parts.join(' ')),
  );

  it('never throws, brings at most three near titles, and never the entry itself among them', () => {
    const empty = createKnowledgeIndex(readKnowledge([]).knowledge);
    fc.assert(
      fc.property(question, (asked) => {
        for (const index of [own, empty]) {
          const result = index.lookUp(asked);
          if (!('near' in result)) continue;
          expect(result.near.length).toBeLessThanOrEqual(3);
          if (result.kind === 'entry' && result.entry.kind === 'concept') {
            expect(result.near).not.toContain(result.entry.concept.title);
          }
        }
        expect(empty.lookUp(asked).kind).toBe('unknown');
        expect(own.suggest(asked, 25).length).toBeLessThanOrEqual(25);
        own.mapService(asked);
        own.findTopic(asked);
        own.findInText(asked, 3);
      }),
      { numRuns: 300 },
    );
  });

  it('answers noise with nothing', () => {
    const noise = fc.array(fc.stringMatching(/^[bcdfghjkmqwxz]{6,12}$/), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(noise, (parts) => {
        expect(own.lookUp(parts.join(' ')).kind).toBe('unknown');
      }),
      { numRuns: 200 },
    );
  });

  it('finds every name of every concept, in whatever case and with an article before it', () => {
    const named = own.knowledge.concepts.flatMap(({ id, title, aliases }) =>
      [title, ...aliases].map((name) => ({ id, name })),
    );
    for (const { id, name } of named) {
      for (const query of [name, name.toUpperCase(), `what is a ${name}?`]) {
        expect(own.lookUp(query), query).toMatchObject({ kind: 'entry', entry: { kind: 'concept', concept: { id } } });
      }
    }
  });

  it('reads the first page of a very long paste and no more, so that its length costs nothing', () => {
    const page = 'scorer-5f7d8-abcde 0/1 Running\n'.repeat(20_000);
    expect(own.lookUp(`CrashLoopBackOff\n${page}`)).toMatchObject({ entry: { kind: 'troubleshooting' } });
    expect(own.findInText(`CrashLoopBackOff\n${page}`, 1)).toHaveLength(1);
    expect(own.lookUp(`${page}CrashLoopBackOff`).kind).toBe('unknown');
    expect(own.findInText(`${page}CrashLoopBackOff`, 1)).toHaveLength(0);
  });
});

describe('spelling', () => {
  const correct = createSpellingCorrector(['deployment', 'ingress', 'tracing', 'node', 'pod', 'databricks']);

  it.each([
    ['deploymnet', 'deployment'],
    ['ingres', 'ingress'],
    ['databrics', 'databricks'],
    ['ndoe', 'node'],
  ])('takes %s for %s', (slip, meant) => {
    expect(correct(slip)).toBe(meant);
  });

  it.each(['racing', 'note', 'podcast', 'pot', 'horses', 'x'])('takes %s for nothing', (word) => {
    expect(correct(word)).toBeUndefined();
  });

  it('counts slips the same both ways, and none for the same word', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (left, right) => {
        expect(slipsBetween(left, left, 3)).toBe(0);
        expect(slipsBetween(left, right, 12)).toBe(slipsBetween(right, left, 12));
      }),
    );
  });
});

function placesIn(knowledge: Knowledge): { readonly line: number }[] {
  const { tiers, topics, projectSteps, concepts, cloudRows, kubectlTasks, notes, troubleshooting } = knowledge;
  const focus = topics.flatMap((topic) => topic.focus);
  return [tiers, topics, focus, projectSteps, concepts, cloudRows, kubectlTasks, notes, troubleshooting]
    .flat()
    .map(({ place }) => place);
}
