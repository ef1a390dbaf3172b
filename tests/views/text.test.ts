// Text as Discord shows it: nothing is lost, nothing formats or pings by accident, fences stay whole.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeFence, escapeMarkdown, inlineCode, splitMarkdown, truncate } from '../../src/views/text.ts';

const markdownLine = fc.oneof(
  fc.string({ maxLength: 120, unit: 'grapheme' }),
  fc.constant(''),
  fc.constant('```yaml'),
  fc.constant('```'),
  fc.string({ minLength: 200, maxLength: 700, unit: fc.constantFrom('a', 'b', ' ') }),
);
const markdown = fc.array(markdownLine, { maxLength: 40 }).map((lines) => lines.join('\n'));

describe('text of people', () => {
  it('loses what would turn its reading direction or hide in it, and keeps its lines', () => {
    expect(escapeMarkdown('pod\u202Eexe\u0007\u2066\nnode\tname')).toBe('podexe\nnode\tname');
    expect(inlineCode('pod\u202Eexe')).toBe('`podexe`');
  });
});

describe('splitting long Markdown', () => {
  it('leaves a short text as it is', () => {
    expect(splitMarkdown('one\n\ntwo', 2000)).toEqual(['one\n\ntwo']);
  });

  it('cuts at a paragraph before it cuts anywhere else', () => {
    const paragraphs = ['a'.repeat(60), 'b'.repeat(60), 'c'.repeat(60)];
    expect(splitMarkdown(paragraphs.join('\n\n'), 140)).toEqual([
      `${paragraphs[0]}\n\n${paragraphs[1]}`,
      paragraphs[2],
    ]);
  });

  it('moves a fence that does not fit whole to the next piece, and reopens with its language one that cannot be whole', () => {
    const fence = `\`\`\`yaml\n${'key: value\n'.repeat(30)}\`\`\``;
    const pieces = splitMarkdown(`Before.\n\n${fence}\n\nAfter.`, 200);
    for (const piece of pieces.filter((each) => each.includes('key')))
      expect(piece).toMatch(/```yaml\n(key: value\n?)+```/);
    expect(pieces.join('\n').match(/key: value/g)).toHaveLength(30);
  });

  it('never exceeds the limit, never leaves a fence open, and loses no word', () => {
    fc.assert(
      fc.property(markdown, fc.integer({ min: 100, max: 600 }), (text, limit) => {
        const pieces = splitMarkdown(text, limit);
        for (const piece of pieces) {
          expect(piece.length).toBeLessThanOrEqual(limit);
          expect(piece.isWellFormed() || !text.isWellFormed()).toBe(true);
        }
        // What a cut adds or drops is white space and fence lines; every other character comes through in order.
        const bare = (value: string): string => value.replace(/```(yaml)?/g, '').replace(/\s/g, '');
        if (!/```./.test(text.replaceAll('```yaml', ''))) expect(bare(pieces.join('\n'))).toBe(bare(text));
      }),
      { numRuns: 300 },
    );
  });

  it('closes every fence that it opens when the text does', () => {
    const balanced = fc
      .array(
        fc.oneof(
          fc.lorem({ maxCount: 40 }),
          fc.lorem({ maxCount: 60 }).map((text) => codeFence(text.replaceAll(' ', '\n'), 'sh')),
        ),
        {
          minLength: 1,
          maxLength: 8,
        },
      )
      .map((parts) => parts.join('\n\n'));
    fc.assert(
      fc.property(balanced, fc.integer({ min: 100, max: 500 }), (text, limit) => {
        for (const piece of splitMarkdown(text, limit)) expect((piece.match(/```/g) ?? []).length % 2).toBe(0);
      }),
    );
  });
});

describe('escaping', () => {
  it('shows formatting, links and mass mentions as they are written', () => {
    expect(escapeMarkdown('**a** [b](c) ||d|| `e` <@1> x')).toBe(
      '\\*\\*a\\*\\* \\[b\\](c) \\|\\|d\\|\\| \\`e\\` \\<@1> x',
    );
    expect(escapeMarkdown('@everyone')).not.toContain('@everyone');
    expect(escapeMarkdown('- item\n1. item\n> quote\n# title')).toBe('\\- item\n1\\. item\n\\> quote\n\\# title');
  });

  it('keeps any text inside inline code and inside a fence', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('`', 'a', '\n', ' ') }), (text) => {
        expect(inlineCode(text).slice(1, -1)).not.toContain('`');
        expect(codeFence(text).slice(3, -3)).not.toContain('```');
      }),
      { examples: [['`````']] },
    );
  });

  it('shortens without cutting a character in two', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 50 }), fc.integer({ min: 1, max: 40 }), (text, limit) => {
        const short = truncate(text, limit);
        expect(short.length).toBeLessThanOrEqual(limit);
        expect(short.isWellFormed()).toBe(true);
        if (text.length <= limit) expect(short).toBe(text);
      }),
    );
  });
});
