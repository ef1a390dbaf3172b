// Two entries of the knowledge side by side: one field for each aspect in which they can be held against each other.

import type { APIEmbedField } from 'discord-api-types/v10';
import type { CloudProvider, KnowledgeEntry } from '../knowledge/types.ts';
import { gradeBetween, gradeWords, PROVIDER_NAMES } from './cloud-words.ts';
import type { EntryParts } from './entry-aspects.ts';
import { proseText } from './knowledge-text.ts';
import { escapeMarkdown, truncate } from './text.ts';

const WHAT = 'What it is';
/** Examples are for one entry alone; side by side they say little. */
const NOT_COMPARED: readonly string[] = ['Example', 'Also right', 'For example', 'In the list'];
/** Two of them and their names fit one field, and five fields one embed. */
const SIDE_ROOM = 420;
const NAME_ROOM = 60;

type Sides = readonly [EntryParts, EntryParts];

export function comparisonTitle([left, right]: Sides): string {
  return `${escapeMarkdown(left.title)} vs ${escapeMarkdown(right.title)}`;
}

/** What differs, aspect by aspect; what is the same for both is said once. */
export function comparisonFields(left: KnowledgeEntry, right: KnowledgeEntry, sides: Sides): APIEmbedField[] {
  if (left.kind === 'cloud' && right.kind === 'cloud' && left.row === right.row) {
    return [...servicesOfOneRow(left, right, sides), ...sharedAspects(sides)];
  }
  const labels = [...new Set(sides.flatMap(({ aspects }) => aspects.map(({ label }) => label)))];
  const compared = labels.filter((label) => !NOT_COMPARED.includes(label));
  return [
    ...(sides.every(({ lead }) => lead === '')
      ? []
      : [field(WHAT, sides, sides[0].lead || undefined, sides[1].lead || undefined)]),
    ...compared.map((label) => field(label, sides, textOf(sides[0], label), textOf(sides[1], label))),
  ];
}

function field(
  name: string,
  [left, right]: Sides,
  leftText: string | undefined,
  rightText: string | undefined,
): APIEmbedField {
  if (leftText === rightText && leftText !== undefined) {
    return { name: `${name} (both)`, value: shorten(leftText) };
  }
  const lines = [
    leftText === undefined ? [] : [sideText(left, leftText)],
    rightText === undefined ? [] : [sideText(right, rightText)],
  ].flat();
  return { name, value: lines.join('\n') };
}

/** A list or a fence begins on a line of its own. */
function sideText(side: EntryParts, text: string): string {
  return `**${nameOf(side)}**${/^(?:- |\d+\. |```)/.test(text) ? '\n' : ' – '}${shorten(text)}`;
}

function servicesOfOneRow(
  left: Extract<KnowledgeEntry, { kind: 'cloud' }>,
  right: Extract<KnowledgeEntry, { kind: 'cloud' }>,
  [leftParts, rightParts]: Sides,
): APIEmbedField[] {
  const { row } = left;
  const named = [left.provider, right.provider].filter((provider): provider is CloudProvider => provider !== undefined);
  const [one, other] = named;
  const grade = one === undefined || other === undefined ? undefined : gradeBetween(row, one, other);
  const graded = grade === undefined ? 'Not graded in this knowledge base.' : gradeWords(row, grade, named);
  const lines = [
    ...(left.provider === undefined ? [] : [`**${nameOf(leftParts)}** – on ${PROVIDER_NAMES[left.provider]}`]),
    ...(right.provider === undefined ? [] : [`**${nameOf(rightParts)}** – on ${PROVIDER_NAMES[right.provider]}`]),
    `Both answer the need: ${escapeMarkdown(row.need)}.`,
  ];
  return [
    { name: WHAT, value: lines.join('\n') },
    { name: 'How alike they are', value: graded },
    ...(row.difference === undefined
      ? []
      : [{ name: 'The difference that bites', value: shorten(proseText(row.difference)) }]),
  ];
}

/** What a row says of all its services. */
function sharedAspects([{ aspects }]: Sides): APIEmbedField[] {
  return aspects
    .filter(({ label }) => label === 'Reached by' || label === 'Data gets in by')
    .map(({ label, text }) => ({ name: `${label} (both)`, value: shorten(text) }));
}

function textOf({ aspects }: EntryParts, label: string): string | undefined {
  return aspects.find((aspect) => aspect.label === label)?.text;
}

function nameOf({ title }: EntryParts): string {
  return escapeMarkdown(truncate(title, NAME_ROOM));
}

function shorten(text: string): string {
  const short = truncate(text, SIDE_ROOM);
  return (short.match(/```/g) ?? []).length % 2 === 1 ? `${short}\n\`\`\`` : short;
}
