// The rule for lists in Discord's Markdown ("- a", "* a", "1. a", nested by indent) for a simple-markdown parser.

import { SimpleMarkdown } from 'discord-markdown-parser';

type Rule = typeof SimpleMarkdown.defaultRules.list;

interface Item {
  readonly indent: number;
  readonly isOrdered: boolean;
  readonly number: number;
  /** Lines of the item; continuation lines are joined to it. */
  lines: string[];
}

interface ListNode {
  readonly type: 'list';
  readonly ordered: boolean;
  readonly start: number;
  readonly items: unknown[][];
}

const LIST = /^ *(?:[-*]|\d{1,9}\.) +\S[^\n]*(?:\n *(?:[-*]|\d{1,9}\.) +\S[^\n]*|\n {2,}\S[^\n]*)*(?:\n|$)/;
const ITEM_LINE = /^( *)([-*]|\d{1,9}\.) +(.*)$/;

export const LIST_RULE: Rule = {
  ...SimpleMarkdown.defaultRules.list,
  match: (source, state) => {
    const before: unknown = state.prevCapture;
    const isAtLineStart = before === null || before === undefined || endsWithBreak(before);
    return isAtLineStart ? LIST.exec(source) : null;
  },
  parse: (capture, parse, state) => {
    const items = readItems(capture[0] ?? '');
    return buildLists(items, (text) => parse(text, { ...state, prevCapture: null }));
  },
};

function endsWithBreak(before: unknown): boolean {
  // simple-markdown hands over the text, or the match, that came before.
  const text: unknown = Array.isArray(before) ? before[0] : before;
  return typeof text === 'string' && (text === '' || text.endsWith('\n'));
}

function readItems(source: string): Item[] {
  const items: Item[] = [];
  for (const line of source.replace(/\n$/, '').split('\n')) {
    const found = ITEM_LINE.exec(line);
    if (found === null) {
      items.at(-1)?.lines.push(line.trim());
      continue;
    }
    const sign = found[2] ?? '-';
    const isOrdered = sign.endsWith('.');
    items.push({
      indent: (found[1] ?? '').length,
      isOrdered,
      number: isOrdered ? Number.parseInt(sign, 10) : 1,
      lines: [found[3] ?? ''],
    });
  }
  return items;
}

/** One list, or several where bullets turn into numbers. Items indented further than the first belong to the one before. */
function buildLists(items: readonly Item[], parse: (text: string) => unknown[]): ListNode[] {
  const lists: ListNode[] = [];
  const indent = items[0]?.indent ?? 0;
  let nested: Item[] = [];
  const closeNested = (): void => {
    if (nested.length > 0)
      lists
        .at(-1)
        ?.items.at(-1)
        ?.push(...buildLists(nested, parse));
    nested = [];
  };
  for (const item of items) {
    const list = lists.at(-1);
    if (list !== undefined && item.indent > indent) {
      nested.push(item);
      continue;
    }
    closeNested();
    const content = [...parse(item.lines.join('\n'))];
    if (list?.ordered === item.isOrdered) list.items.push(content);
    else lists.push({ type: 'list', ordered: item.isOrdered, start: item.number, items: [content] });
  }
  closeNested();
  return lists;
}
