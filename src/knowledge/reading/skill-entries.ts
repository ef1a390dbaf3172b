// Reads the entries beneath "Skills": tiers, topics with their focus lists, and the capstone's steps.

import type { List } from 'mdast';
import { z } from 'zod';
import type { FocusItem, SourcePlace, Tier, Topic } from '../types.ts';
import type { Drafts } from './drafts.ts';
import { readDifficulty, readEffort } from './effort.ts';
import type { Entry, ListValue } from './entry.ts';
import type { FaultLog } from './faults.ts';
import {
  idField,
  linesField,
  namesField,
  parseFields,
  referencesField,
  textField,
  withoutUndefined,
} from './fields.ts';
import { createIdGiver, slugOf, slugOfSentence } from './identifiers.ts';
import { oneLine, placeWithin, plainText, type Section } from './outline.ts';
import { readTopicTitle } from './topic-title.ts';

const HOURS = /^(\d{1,4})(?:\s*(?:-|–|to)\s*(\d{1,4}))?$/;
const EXPLICIT_ID = /\s*\{#([a-z0-9-]+)\}\s*$/;
const TIER_TITLE = /^([^()]+?)\s*(?:\((.*)\))?$/;

const topicFields = z.strictObject({
  id: idField.optional(),
  aliases: namesField.optional(),
  difficulty: textField
    .transform(readDifficulty)
    .refine((difficulty) => difficulty !== undefined, 'takes easy, medium or high, or two of them with "to"')
    .optional(),
  hours: textField.pipe(z.string().regex(HOURS, 'takes hours such as 30 or 20–40')).optional(),
  effort: textField.optional(),
  'choose one': namesField.pipe(z.array(z.string()).min(2, 'takes two names or more')).optional(),
  prerequisites: referencesField.optional(),
  focus: linesField,
});

/** The tier that a heading names; its rank is its place among the tiers read so far. */
export function readTier(section: Section, drafts: Drafts): Tier {
  const [, title = section.title, note] = TIER_TITLE.exec(section.title) ?? [];
  const tier = {
    id: slugOf(title),
    rank: drafts.tiers.length + 1,
    title,
    ...(note === undefined ? {} : { note }),
    place: section.place,
  };
  drafts.tiers.push(tier);
  return tier;
}

export function readTopic(entry: Entry, tier: Tier, drafts: Drafts, log: FaultLog): void {
  const { place } = entry.section;
  const title = readTopicTitle(entry.title);
  if (title.title === '') log.fault(place, 'topic without a title');
  const fields = parseFields(topicFields, entry, log);
  if (fields === undefined || title.title === '') return;
  const chosen = (fields['choose one'] ?? []).map(readTopicTitle);
  const alternatives = chosen.length > 0 ? chosen.map(({ shortTitle }) => shortTitle) : title.alternatives;
  const aliases = [
    ...title.aliases,
    ...alternatives,
    ...chosen.flatMap((name) => name.aliases),
    ...(fields.aliases ?? []),
  ];
  const topic = withoutUndefined({
    ...title,
    id: fields.id ?? slugOf(title.shortTitle),
    aliases: [...new Set(aliases)].filter((alias) => alias !== title.shortTitle),
    alternatives,
    tierId: tier.id,
    focus: focusItems(fields.focus, place),
    why: entry.text === '' ? undefined : entry.text,
    difficulty: fields.difficulty,
    ...effortOf(fields.hours, fields.effort),
    place,
  });
  drafts.topics.push({ topic, prerequisites: fields.prerequisites ?? [] });
}

/** Adds the bullets beneath a capstone's heading. */
export function readSteps(list: List, section: Section, drafts: Drafts, log: FaultLog): void {
  const giveId = createIdGiver();
  for (const item of list.children) {
    const place = placeWithin(section, item);
    const { id, text } = withExplicitId(oneLine(plainText(item)));
    if (text === '') log.fault(place, 'project step without a text');
    else drafts.steps.push({ step: { id: giveId(id ?? slugOfSentence(text)), text, place }, topics: [] });
  }
}

function focusItems(lines: readonly ListValue[], topic: SourcePlace): FocusItem[] {
  const giveId = createIdGiver();
  return lines.map((line) => {
    const { id, text } = withExplicitId(line.text);
    return { id: giveId(id ?? slugOfSentence(text)), text, place: { ...topic, line: line.line } };
  });
}

function effortOf(hours: string | undefined, effort: string | undefined): Pick<Topic, 'effort' | 'effortHours'> {
  const [, low, high = low] = HOURS.exec(hours ?? '') ?? [];
  const inWords = effort === undefined ? {} : { effort, ...readEffort(effort) };
  return low === undefined ? inWords : { ...inWords, effortHours: { low: Number(low), high: Number(high) } };
}

/** Takes the id off a line's end: `Log a run {#log-a-run}`. */
function withExplicitId(line: string): { readonly id: string | undefined; readonly text: string } {
  return { id: EXPLICIT_ID.exec(line)?.[1], text: line.replace(EXPLICIT_ID, '') };
}
