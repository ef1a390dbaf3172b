// Discord's Markdown as a typed tree, read by discord-markdown-parser plus lists, which that parser leaves out; draws nothing.

import { rulesExtended, SimpleMarkdown } from 'discord-markdown-parser';
import { LIST_RULE } from './list-rule.ts';
import { isWebAddress } from './web-address.ts';

export type TimeStyle = 't' | 'T' | 'd' | 'D' | 'f' | 'F' | 'R';

export type MarkdownNode =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'break' }
  | { readonly kind: Wrapper; readonly children: readonly MarkdownNode[] }
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly children: readonly MarkdownNode[] }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'block'; readonly text: string; readonly language: string }
  | { readonly kind: 'link'; readonly url: string; readonly children: readonly MarkdownNode[] }
  | {
      readonly kind: 'list';
      readonly isOrdered: boolean;
      readonly start: number;
      readonly items: readonly (readonly MarkdownNode[])[];
    }
  | { readonly kind: 'user' | 'channel' | 'role'; readonly id: string }
  | { readonly kind: 'everyone'; readonly text: '@everyone' | '@here' }
  | { readonly kind: 'command'; readonly name: string }
  /** Seconds since 1970, as in `<t:…>`. */
  | { readonly kind: 'time'; readonly seconds: number; readonly style: TimeStyle };

type Wrapper = 'bold' | 'italic' | 'underline' | 'strike' | 'spoiler' | 'subtext' | 'quote';

/** A node of the parser: its shape depends on `type` and is checked where it is read. */
interface RawNode {
  readonly type: string;
  readonly [key: string]: unknown;
}

const WRAPPERS: Readonly<Record<string, Wrapper>> = {
  strong: 'bold',
  em: 'italic',
  underline: 'underline',
  strikethrough: 'strike',
  spoiler: 'spoiler',
  subtext: 'subtext',
  blockQuote: 'quote',
};

const parseRaw = SimpleMarkdown.parserFor({ ...rulesExtended, list: LIST_RULE });

/** Never throws; what is not Markdown is text. Links are kept only with an http(s) address. */
export function parseMarkdown(text: string): readonly MarkdownNode[] {
  return toNodes(parseRaw(text, { inline: true }));
}

function toNodes(raw: unknown): MarkdownNode[] {
  const nodes = joinTexts(listOf(raw).flatMap(toNode));
  // The line of a fence ends with it.
  return nodes.filter((node, index) => !(node.kind === 'break' && nodes[index - 1]?.kind === 'block'));
}

function toNode(raw: RawNode): MarkdownNode[] {
  const wrapper = WRAPPERS[raw.type];
  if (wrapper !== undefined) return [{ kind: wrapper, children: withoutLastBreak(toNodes(raw.content)) }];
  switch (raw.type) {
    case 'br':
    case 'newline':
      return [{ kind: 'break' }];
    case 'heading':
      return [{ kind: 'heading', level: headingLevel(raw.level), children: toNodes(raw.content) }];
    case 'inlineCode':
      return [{ kind: 'code', text: textOf(raw.content) }];
    case 'codeBlock':
      return [{ kind: 'block', text: textOf(raw.content), language: textOf(raw.lang) }];
    case 'link':
    case 'url':
    case 'autolink':
      return toLink(raw);
    case 'list':
      return [
        {
          kind: 'list',
          isOrdered: raw.ordered === true,
          start: typeof raw.start === 'number' ? raw.start : 1,
          items: Array.isArray(raw.items) ? raw.items.map(toNodes) : [],
        },
      ];
    default:
      return [toDiscordNode(raw)];
  }
}

function toDiscordNode(raw: RawNode): MarkdownNode {
  switch (raw.type) {
    case 'user':
    case 'channel':
    case 'role':
      return { kind: raw.type, id: textOf(raw.id) };
    case 'everyone':
      return { kind: 'everyone', text: '@everyone' };
    case 'here':
      return { kind: 'everyone', text: '@here' };
    case 'slashCommand':
      return { kind: 'command', name: textOf(raw.fullName) };
    case 'timestamp':
      return { kind: 'time', seconds: Number(raw.timestamp), style: timeStyle(raw.format) };
    case 'emoji':
      // Pictures of custom emoji live at Discord; here their name stands for them.
      return { kind: 'text', text: `:${textOf(raw.name)}:` };
    case 'twemoji':
      return { kind: 'text', text: textOf(raw.name) };
    default:
      return { kind: 'text', text: textOf(raw.content) };
  }
}

/** What is no address of the web stays the text that it was. */
function toLink(raw: RawNode): MarkdownNode[] {
  const children = toNodes(raw.content);
  const url = textOf(raw.target);
  if (isWebAddress(url)) return [{ kind: 'link', url, children }];
  if (raw.type === 'link') return [{ kind: 'text', text: '[' }, ...children, { kind: 'text', text: `](${url})` }];
  return [{ kind: 'text', text: raw.type === 'autolink' ? `<${url}>` : url }];
}

/** The parser cuts text at every sign; joined, fewer nodes are drawn. */
function joinTexts(nodes: readonly MarkdownNode[]): MarkdownNode[] {
  const joined: MarkdownNode[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    if (node.kind === 'text' && last?.kind === 'text') {
      joined[joined.length - 1] = { kind: 'text', text: last.text + node.text };
    } else joined.push(node);
  }
  return joined;
}

function withoutLastBreak(nodes: readonly MarkdownNode[]): readonly MarkdownNode[] {
  return nodes.at(-1)?.kind === 'break' ? nodes.slice(0, -1) : nodes;
}

function listOf(raw: unknown): RawNode[] {
  const list = Array.isArray(raw) ? raw : [raw];
  return list.filter((one): one is RawNode => typeof one === 'object' && one !== null && typeof one.type === 'string');
}

function textOf(raw: unknown): string {
  return typeof raw === 'string' ? raw : '';
}

function headingLevel(raw: unknown): 1 | 2 | 3 {
  return raw === 1 || raw === 2 ? raw : 3;
}

function timeStyle(raw: unknown): TimeStyle {
  return raw === 't' || raw === 'T' || raw === 'd' || raw === 'D' || raw === 'F' || raw === 'R' ? raw : 'f';
}
