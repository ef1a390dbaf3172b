// Every refusal that the sources can throw has words, and every word list entry is thrown somewhere.

import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { REFUSALS, refusalText } from '../../src/views/refusal-text.ts';

const thrown = new Set(
  globSync('src/**/*.ts').flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/new UserError\(\s*'([^']+)'/g)].map((match) => match[1] ?? ''),
  ),
);

describe('refusals', () => {
  it('have words for every code that is thrown, and none for codes that are not', () => {
    expect(thrown.size).toBeGreaterThan(0);
    expect(Object.keys(REFUSALS).toSorted()).toEqual([...thrown].toSorted());
  });

  it('show what was typed as it was typed, and stay within a message', () => {
    for (const code of Object.keys(REFUSALS)) {
      const text = refusalText(code, { text: '**@everyone** '.repeat(500), name: '**@everyone** '.repeat(500) });
      expect(text.length).toBeLessThanOrEqual(2000);
      expect(text).not.toContain('@everyone');
    }
  });

  it('of an unknown code still say something', () => {
    expect(refusalText('no-such-code', {})).toMatch(/no-such-code/);
  });
});
