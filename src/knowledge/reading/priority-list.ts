// Reads tiers written as nested lists, as people jot them down: one item a topic, its focus, why and difficulty beneath.

import type { List, ListItem, Nodes } from 'mdast';
import type { FocusItem, SourcePlace, Tier } from '../types.ts';
import type { Drafts, Reference, TopicDraft } from './drafts.ts';
import { isDifficultyLine, readDifficulty, readEffort } from './effort.ts';
import type { FaultLog } from './faults.ts';
import { createIdGiver, slugOf, slugOfSentence } from './identifiers.ts';
import { lineOf, oneLine, plainText, type Section } from './outline.ts';
import { readTier } from './skill-entries.ts';
import { readTopicTitle, type TopicTitle } from './topic-title.ts';

/** A topic as jotted: its own line, and the lines beneath it. */
interface JottedTopic {
  readonly title: string;
  readonly line: number;
  readonly lines: { text: string; readonly line: number }[];
}

const TIER_TITLE = /^(.*\bpriority)\b\s*(?:\((.*)\))?$/i;
const WHY_LABEL = /^why(?:\s+it(?:'|’)?s\s+important|\s+it\s+matters)?\s*:\s*/i;
const FOCUS_LABEL = /^focus\s*:\s*/i;
const BARE_LABEL = /^(?:focus|what to learn|topics)\s*:?$/i;
const LEARN_FIRST = /\blearning\s+(.+?)\s+first\b/i;

/** Whether a heading names a tier, e.g. `High Priority (Significant Impact):`. */
export function isTierTitle(title: string): boolean {
  return TIER_TITLE.test(title);
}

/** Adds the topics of one tier's lists to the drafts. */
export function readPriorityList(lists: readonly List[], section: Section, drafts: Drafts, log: FaultLog): void {
  const tier = readTier(section, drafts);
  const jotted: JottedTopic[] = [];
  for (const item of lists.flatMap((list) => list.children)) {
    const next = jotDown(item);
    const before = jotted.at(-1);
    if (before !== undefined && continuesSentence(before, next)) joinBroken(before, next);
    else jotted.push(next);
  }
  for (const topic of jotted) {
    const title = readTopicTitle(topic.title);
    if (title.title === '') log.fault({ file: section.place.file, line: topic.line }, 'topic without a title');
    else drafts.topics.push(makeTopic(topic, title, tier, section.place, log));
  }
}

function jotDown(item: ListItem): JottedTopic {
  const [first, ...rest] = item.children;
  const hasTitle = first?.type === 'paragraph';
  return {
    title: hasTitle ? oneLine(plainText(first)) : '',
    line: lineOf(item),
    lines: (hasTitle ? rest : item.children).flatMap(linesIn),
  };
}

/** Bullets of every depth, one line each; a bullet that is but a label (`Focus:`) gives those beneath it alone. */
function linesIn(node: Nodes): { text: string; readonly line: number }[] {
  if (node.type === 'list' || node.type === 'listItem') return node.children.flatMap(linesIn);
  const text = oneLine(plainText(node));
  return text === '' || BARE_LABEL.test(text) ? [] : [{ text, line: lineOf(node) }];
}

/**
 * Whether an item is the rest of a sentence that a line break tore off the item before: that one stops without a mark at
 * its end and is no statement of difficulty, and this one ends as a sentence does, not as a title.
 */
function continuesSentence(before: JottedTopic, item: JottedTopic): boolean {
  const last = before.lines.at(-1)?.text;
  return last !== undefined && !isDifficultyLine(last) && /[\p{L}\p{N},]$/u.test(last) && /[.!?]$/.test(item.title);
}

/** A word torn apart (a lone capital, then more capitals: `E` and `LT`) is put together without a space. */
function joinBroken(before: JottedTopic, rest: JottedTopic): void {
  const last = before.lines.at(-1);
  if (last === undefined) return;
  const isTornWord = /(?:^|\s)\p{Lu}$/u.test(last.text) && /^\p{Lu}{2}/u.test(rest.title);
  last.text = `${last.text}${isTornWord ? '' : ' '}${rest.title}`;
  before.lines.push(...rest.lines);
}

function makeTopic(
  jotted: JottedTopic,
  title: TopicTitle,
  tier: Tier,
  heading: SourcePlace,
  log: FaultLog,
): TopicDraft {
  const place = { ...heading, line: jotted.line };
  const difficultyLine = jotted.lines.find((line) => isDifficultyLine(line.text));
  const whyLine =
    jotted.lines.find((line) => WHY_LABEL.test(line.text)) ??
    jotted.lines.find((line) => speaksOfTopic(line.text, title));
  const focusLines = jotted.lines.filter((line) => line !== difficultyLine && line !== whyLine && line.text !== '');
  const difficulty = difficultyLine === undefined ? undefined : readDifficulty(difficultyLine.text);
  if (difficultyLine !== undefined && difficulty === undefined) {
    log.notice({ ...place, line: difficultyLine.line }, `difficulty not understood: "${difficultyLine.text}"`);
  }
  const why = whyLine?.text.replace(WHY_LABEL, '');
  const topic = {
    id: slugOf(title.shortTitle),
    ...title,
    tierId: tier.id,
    focus: focusItems(focusLines, place),
    ...(why === undefined ? {} : { why }),
    ...(difficulty === undefined ? {} : { difficulty }),
    ...readEffort(difficulty?.note ?? ''),
    place,
  };
  return { topic, prerequisites: learnFirst(difficultyLine) };
}

function focusItems(
  lines: readonly { readonly text: string; readonly line: number }[],
  topic: SourcePlace,
): FocusItem[] {
  const giveId = createIdGiver();
  return lines.map(({ text, line }) => {
    const bare = text.replace(FOCUS_LABEL, '');
    return { id: giveId(slugOfSentence(bare)), text: bare, place: { ...topic, line } };
  });
}

/** A reason without a label: a sentence about the topic itself, `<its name> is …`. */
function speaksOfTopic(text: string, title: TopicTitle): boolean {
  const names = [title.shortTitle, ...title.aliases].map((name) => `${name.toLowerCase()} is `);
  return names.some((name) => text.toLowerCase().startsWith(name));
}

/** "Learning X first helps" beside the difficulty makes X a prerequisite. */
function learnFirst(difficultyLine: { readonly text: string; readonly line: number } | undefined): Reference[] {
  const name = LEARN_FIRST.exec(difficultyLine?.text ?? '')?.[1];
  return name === undefined ? [] : [{ text: name, line: difficultyLine?.line ?? 1, required: false }];
}
