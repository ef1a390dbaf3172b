// What Discord's Markdown means on the page, and that nothing written can become more than text.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type MarkdownNode, parseMarkdown } from '../../sandbox/web/markdown/parse.ts';
import { timeText } from '../../sandbox/web/markdown/time-text.ts';
import { isWebAddress } from '../../sandbox/web/markdown/web-address.ts';

const text = (content: string): MarkdownNode => ({ kind: 'text', text: content });

describe('Discord’s Markdown', () => {
  it.each<[string, MarkdownNode[]]>([
    ['**b**', [{ kind: 'bold', children: [text('b')] }]],
    ['*i*', [{ kind: 'italic', children: [text('i')] }]],
    ['_i_', [{ kind: 'italic', children: [text('i')] }]],
    ['__u__', [{ kind: 'underline', children: [text('u')] }]],
    ['~~s~~', [{ kind: 'strike', children: [text('s')] }]],
    ['||x||', [{ kind: 'spoiler', children: [text('x')] }]],
    ['***both***', [{ kind: 'italic', children: [{ kind: 'bold', children: [text('both')] }] }]],
    ['`a **b**`', [{ kind: 'code', text: 'a **b**' }]],
    ['## Two', [{ kind: 'heading', level: 2, children: [text('Two')] }]],
    ['-# small', [{ kind: 'subtext', children: [text('small')] }]],
    ['> one\n> two', [{ kind: 'quote', children: [text('one'), { kind: 'break' }, text('two')] }]],
    ['```yaml\na: 1\n```\nafter', [{ kind: 'block', language: 'yaml', text: 'a: 1' }, text('after')]],
    ['snake_case_name and 2 * 3 * 4', [text('snake_case_name and 2 * 3 * 4')]],
    ['\\*plain\\*', [text('*plain*')]],
    ['<@123456789012345678>', [{ kind: 'user', id: '123456789012345678' }]],
    ['<#123456789012345678>', [{ kind: 'channel', id: '123456789012345678' }]],
    ['</quiz:123456789012345678>', [{ kind: 'command', name: 'quiz' }]],
    ['<t:1704110400:R>', [{ kind: 'time', seconds: 1704110400, style: 'R' }]],
    ['<t:1704110400>', [{ kind: 'time', seconds: 1704110400, style: 'f' }]],
    ['[docs](https://k8s.io)', [{ kind: 'link', url: 'https://k8s.io', children: [text('docs')] }]],
    ['[x](javascript:alert(1))', [text('[x](javascript:alert(1))')]],
    ['[x](data:text/html,hi)', [text('[x](data:text/html,hi)')]],
    ['<word:thing>', [text('<word:thing>')]],
    ['<img src=x onerror=alert(1)>', [text('<img src=x onerror=alert(1)>')]],
  ])('%s', (source, nodes) => {
    expect(parseMarkdown(source)).toEqual(nodes);
  });

  it('nests lists by their indent and begins another where bullets turn into numbers', () => {
    expect(parseMarkdown('- a\n  - b\n- c\n3. d\nend')).toEqual([
      {
        kind: 'list',
        isOrdered: false,
        start: 1,
        items: [[text('a'), { kind: 'list', isOrdered: false, start: 1, items: [[text('b')]] }], [text('c')]],
      },
      { kind: 'list', isOrdered: true, start: 3, items: [[text('d')]] },
      text('end'),
    ]);
  });

  it('never fails, never invents text and never links elsewhere than to the web', () => {
    const piece = fc.constantFrom(
      '**',
      '_',
      '||',
      '`',
      '```',
      '\n',
      '- ',
      '> ',
      '# ',
      '<',
      '>',
      '[',
      '](',
      ')',
      'javascript:',
      'https://k8s.io',
      'word',
      ' ',
      '<t:1',
      '\\',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ maxLength: 4 })), { maxLength: 25 }), (pieces) => {
        for (const node of all(parseMarkdown(pieces.join('')))) {
          if (node.kind === 'link') expect(isWebAddress(node.url)).toBe(true);
          if (node.kind === 'text')
            expect([...node.text].filter((sign) => !pieces.join('').includes(sign))).toEqual([]);
        }
      }),
    );
  });
});

describe('a time in a message', () => {
  const berlin = { locale: 'en-GB', timeZone: 'Europe/Berlin' };
  // 1 July 2024, 10:30 UTC: summer time, so 12:30 in Berlin.
  const summer = Date.UTC(2024, 6, 1, 10, 30) / 1000;

  it('stands in the reader’s zone, in each of Discord’s styles', () => {
    const now = summer * 1000;
    expect(timeText(summer, 't', now, berlin)).toBe('12:30');
    expect(timeText(summer, 'T', now, berlin)).toBe('12:30:00');
    expect(timeText(summer, 'd', now, berlin)).toBe('01/07/2024');
    expect(timeText(summer, 'D', now, berlin)).toBe('1 July 2024');
    expect(timeText(summer, 'f', now, berlin)).toBe('1 July 2024 at 12:30');
    expect(timeText(summer, 'F', now, berlin)).toMatch(/^Monday,? 1 July 2024 at 12:30$/);
  });

  it.each([
    [-30, '30 seconds ago'],
    [90, 'in 2 minutes'],
    [3 * 3600, 'in 3 hours'],
    [86_400, 'tomorrow'],
    [-3 * 86_400, '3 days ago'],
  ])('%s seconds away reads %s', (distance, expected) => {
    expect(timeText(summer + distance, 'R', summer * 1000, berlin)).toBe(expected);
  });

  it('that cannot be is said, not thrown', () => {
    expect(timeText(9e15, 'f', 0, berlin)).toBe('Invalid date');
  });
});

function all(nodes: readonly MarkdownNode[]): readonly MarkdownNode[] {
  return nodes.flatMap((node) => [
    node,
    ...('children' in node ? all(node.children) : []),
    ...('items' in node ? node.items.flatMap(all) : []),
  ]);
}
