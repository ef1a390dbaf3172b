// What `/explain` shows: one entry, two side by side, one of two, or that there is nothing, with what it comes from.

import type { APIEmbedField } from 'discord-api-types/v10';
import type { Knowledge, KnowledgeEntry, LookupResult, Topic } from '../knowledge/types.ts';
import { comparisonFields, comparisonTitle } from './comparison-fields.ts';
import { type Aspect, type EntryParts, partsOf } from './entry-aspects.ts';
import { explainOpenId } from './explain-custom-ids.ts';
import { proseText, whereFrom } from './knowledge-text.ts';
import { LIMITS } from './limits.ts';
import type { MessageBody } from './message.ts';
import { type Button, button, buttonRows } from './study-controls.ts';
import { namesText } from './study-words.ts';
import { escapeMarkdown, inlineCode, truncate } from './text.ts';
import { COLOURS } from './theme.ts';

export interface ExplainContext {
  readonly knowledge: Knowledge;
  readonly ownerId: string;
  /** More buttons behind those for other entries, such as one that asks the assistant. */
  readonly moreButtons?: readonly Button[];
  /** Near titles are what a message names besides, and come before what merely stands beside the answer. */
  readonly isNearFirst?: boolean;
}

/** Room for the parts of one embed, so that all of it stays below Discord's 6,000 characters. */
const ROOM = { lead: 1700, aspect: 900, query: 120, unknown: 80, from: 500, compared: 5 } as const;
const MAX_BUTTONS = 5;

/** The answer to a query. */
export function explainView(query: string, result: LookupResult, context: ExplainContext): MessageBody {
  switch (result.kind) {
    case 'entry':
      return entryView(result.entry, result.near, context);
    case 'comparison':
      return { ...comparisonView(result, context), ...leftOut(query) };
    case 'half-known':
      return halfKnownView(result, context);
    case 'unknown':
      return unknownView(query, result.near, context);
  }
}

/** The menu command was used on a message without any text. */
export function nothingToExplainView(): MessageBody {
  return { content: 'That message has no text that I could look up.' };
}

/** A button led to an entry that has left the knowledge since. */
export function goneEntryView(title: string): MessageBody {
  return { content: `“${escapeMarkdown(title)}” has left the knowledge since this message was sent.` };
}

function entryView(entry: KnowledgeEntry, near: readonly string[], context: ExplainContext): MessageBody {
  const own = partsOf(entry);
  const topic = topicOf(entry, context.knowledge);
  const parts = topic === undefined ? own : { ...own, aspects: [...own.aspects, whyAspect(topic)] };
  const related = relatedTitles(entry, context.knowledge);
  const titles = (context.isNearFirst === true ? [...near, ...related] : [...related, ...near]).filter(
    (title) => title !== parts.title,
  );
  return {
    embeds: [
      {
        color: COLOURS.knowledge,
        title: truncate(escapeMarkdown(parts.title), LIMITS.embedTitle),
        ...(parts.lead === '' ? {} : { description: cut(parts.lead, ROOM.lead) }),
        fields: [
          ...aspectFields(parts),
          fromField([parts, ...(topic === undefined ? [] : [{ place: topic.place, source: undefined }])]),
        ],
      },
    ],
    ...withButtons(titles, context),
    ...wholeEntry(parts),
  };
}

function comparisonView(
  { left, right, ruleOfThumb }: Extract<LookupResult, { kind: 'comparison' }>,
  context: ExplainContext,
): MessageBody {
  const sides = [partsOf(left), partsOf(right)] as const;
  const rule = ruleOfThumb === undefined ? [] : [{ place: ruleOfThumb.place, source: ruleOfThumb.source }];
  return {
    embeds: [
      {
        color: COLOURS.knowledge,
        title: truncate(comparisonTitle(sides), LIMITS.embedTitle),
        ...(ruleOfThumb === undefined
          ? {}
          : { description: `**Rule of thumb**\n${cut(proseText(ruleOfThumb.ruleOfThumb), ROOM.aspect)}` }),
        fields: [...comparisonFields(left, right, sides).slice(0, ROOM.compared), fromField([...sides, ...rule])],
      },
    ],
    ...withButtons(
      sides.map(({ title }) => title),
      context,
    ),
  };
}

/** Two are compared; a third is named, with what to type for it. */
function leftOut(query: string): Pick<MessageBody, 'content'> {
  const sides = query.split(/\s+(?:vs\.?|v\.?|versus|v\/s)\s+/i).map((side) => side.replace(/[\s?!.]+$/, '').trim());
  const rest = sides.slice(2).filter((side) => side !== '');
  const [second, third] = sides.slice(1);
  if (second === undefined || third === undefined || rest.length === 0) return {};
  const names = rest.map((side) => `“${escapeMarkdown(truncate(side, ROOM.unknown))}”`);
  const next = inlineCode(truncate(`/explain query:${second} vs ${third}`, ROOM.query));
  return {
    content: truncate(
      `I compare two at a time, so ${namesText(names)} ${rest.length === 1 ? 'is' : 'are'} left out: ask ${next} next.`,
      900,
    ),
  };
}

function halfKnownView(
  { known, unknown, near }: Extract<LookupResult, { kind: 'half-known' }>,
  context: ExplainContext,
): MessageBody {
  const message = entryView(known, near, context);
  const name = escapeMarkdown(truncate(unknown, ROOM.unknown));
  return { ...message, content: `There is nothing on “${name}” here, so here is the one side that is known.` };
}

function unknownView(query: string, near: readonly string[], context: ExplainContext): MessageBody {
  const asked = escapeMarkdown(truncate(query.replace(/\s+/g, ' ').trim(), ROOM.query));
  const close =
    near.length === 0 ? '' : `\nClose to it: ${near.map((title) => `**${escapeMarkdown(title)}**`).join(', ')}.`;
  return {
    embeds: [
      {
        color: COLOURS.neutral,
        title: 'Nothing on this here',
        description: `The knowledge base has nothing on “${asked}”.${close}`,
      },
    ],
    ...withButtons(near, context),
  };
}

function aspectFields({ aspects }: EntryParts): APIEmbedField[] {
  const room = Math.min(
    ROOM.aspect,
    Math.floor((LIMITS.embedTotal - ROOM.lead - ROOM.from - LIMITS.embedTitle) / Math.max(1, aspects.length)) - 40,
  );
  return aspects.map(({ label, text }) => ({ name: label, value: cut(text, room) }));
}

function fromField(parts: readonly Pick<EntryParts, 'place' | 'source'>[]): APIEmbedField {
  const lines = [...new Set(parts.map(({ place, source }) => whereFrom(place, source)))];
  return { name: 'From', value: joinWithin(lines, LIMITS.embedFieldValue - 100) };
}

/** Whole lines only: half a link would show its address. */
function joinWithin(lines: readonly string[], limit: number): string {
  let text = '';
  for (const line of lines.flatMap((each) => each.split('\n'))) {
    if (text.length + line.length + 1 <= limit) text += `${text === '' ? '' : '\n'}${line}`;
  }
  return text === '' ? 'the knowledge base' : text;
}

/** Shortens without leaving a fence open. */
function cut(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const short = truncate(text, limit - 4);
  const isFenceOpen = (short.match(/```/g) ?? []).length % 2 === 1;
  return isFenceOpen ? `${short}\n\`\`\`` : short;
}

/** The entry as a file, where the embed could not hold all of it. */
function wholeEntry(parts: EntryParts): Pick<MessageBody, 'files'> {
  const isCut =
    parts.lead.length > ROOM.lead ||
    parts.aspects.some(({ text }, index) => aspectFields(parts)[index]?.value !== text);
  if (!isCut) return {};
  const sections = parts.aspects.map(({ label, text }) => `## ${label}\n\n${text}`);
  const text = [`# ${parts.title}`, parts.lead, ...sections, whereFrom(parts.place, parts.source)].join('\n\n');
  return { files: [{ name: 'whole-entry.md', data: new TextEncoder().encode(`${text}\n`) }] };
}

/** The topic of the list that goes by a concept's name. */
function topicOf(entry: KnowledgeEntry, { topics }: Knowledge): Topic | undefined {
  if (entry.kind !== 'concept') return undefined;
  const title = entry.concept.title.toLowerCase();
  return topics.find(({ shortTitle, why }) => why !== undefined && shortTitle.toLowerCase() === title);
}

function whyAspect({ why = '' }: Topic): Aspect {
  return { label: 'Why', text: `${proseText(why)}\n\`/topic\` shows what there is to learn.` };
}

function relatedTitles(entry: KnowledgeEntry, knowledge: Knowledge): string[] {
  if (entry.kind !== 'concept') return [];
  const titles = new Map(knowledge.concepts.map(({ id, title }) => [id, title]));
  return entry.concept.relatedIds.flatMap((id) => titles.get(id) ?? []);
}

function withButtons(
  titles: readonly string[],
  { ownerId, moreButtons = [] }: ExplainContext,
): Pick<MessageBody, 'components'> {
  const open = [...new Set(titles)].flatMap((title) => {
    const id = explainOpenId(ownerId, title);
    return id === undefined ? [] : [button(title, id)];
  });
  const rows = buttonRows([...open.slice(0, MAX_BUTTONS), ...moreButtons]);
  return rows.length === 0 ? {} : { components: rows };
}
