// What `/cloud` shows: the services that answer the same need, how alike they are, and the difference that bites.

import type { APIEmbed, APIEmbedField } from 'discord-api-types/v10';
import type { CloudLookup, CloudProvider, CloudRow } from '../knowledge/types.ts';
import { gradeBetween, gradesText, gradeWords, PROVIDER_NAMES, PROVIDERS, serviceText } from './cloud-words.ts';
import { proseText, whereFrom } from './knowledge-text.ts';
import { LIMITS } from './limits.ts';
import type { MessageBody } from './message.ts';
import { namesText } from './study-words.ts';
import { escapeMarkdown, truncate } from './text.ts';
import { COLOURS } from './theme.ts';

interface Match {
  readonly row: CloudRow;
  readonly provider: CloudProvider | undefined;
}

/** Rows shown in full; the rest is named. Three keep below Discord's 6,000 characters a message. */
const SHOWN = 3;
const ROOM = { service: 260, difference: 700, query: 100, access: 200 } as const;

/** @param to the only provider to map to; undefined shows all. */
export function cloudView(service: string, lookup: CloudLookup, to: CloudProvider | undefined): MessageBody {
  if (lookup.kind === 'unknown') return unknownServiceView(service, lookup.near);
  const [first] = lookup.matches;
  if (first !== undefined && to !== undefined && lookup.matches.every(({ provider }) => provider === to)) {
    return alreadyThereView(first, to);
  }
  const useful = to === undefined ? lookup.matches : lookup.matches.filter(({ provider }) => provider !== to);
  const shown = useful.slice(0, SHOWN);
  const rest = useful.slice(SHOWN).map(({ row }) => `**${escapeMarkdown(row.need)}**`);
  const more = rest.length === 0 ? {} : { content: `It also stands under ${namesText(rest, 6)}.` };
  return { ...more, embeds: shown.map((match) => rowEmbed(match, to)) };
}

function rowEmbed({ row, provider }: Match, to: CloudProvider | undefined): APIEmbed {
  const asked = provider === undefined ? undefined : row.services[provider];
  const targets = PROVIDERS.filter((each) => each !== provider && (to === undefined || each === to));
  return {
    color: COLOURS.knowledge,
    title: truncate(escapeMarkdown(row.need), LIMITS.embedTitle),
    ...(asked === undefined || provider === undefined
      ? {}
      : { description: `On ${PROVIDER_NAMES[provider]}: ${truncate(serviceText(asked), ROOM.service)}` }),
    fields: [
      ...targets.map((target) => targetField(row, provider, target)),
      ...(provider === undefined ? field('How alike they are', gradesText(row), ROOM.access) : []),
      ...field('The difference that bites', row.difference, ROOM.difference),
      ...field('Reached by', row.accessInterface, ROOM.access),
      ...field('Data gets in by', row.pipelineApproach, ROOM.access),
      { name: 'From', value: whereFrom(row.place, row.source).slice(0, LIMITS.embedFieldValue) },
    ],
  };
}

function targetField(row: CloudRow, from: CloudProvider | undefined, target: CloudProvider): APIEmbedField {
  const service = row.services[target];
  const grade = from === undefined ? undefined : gradeBetween(row, from, target);
  const name = PROVIDER_NAMES[target];
  if (service === undefined) {
    const value = grade === 'none' ? 'Nothing of the kind.' : 'This knowledge base names none.';
    return { name, value, inline: true };
  }
  const graded =
    from === undefined ? '' : `\n${grade === undefined ? 'not graded here' : gradeWords(row, grade, [from, target])}`;
  return { name, value: `${truncate(serviceText(service), ROOM.service)}${graded}`, inline: true };
}

function field(name: string, text: string | undefined, room: number): APIEmbedField[] {
  return text === undefined || text === ''
    ? []
    : [{ name, value: truncate(proseText(text.charAt(0).toUpperCase() + text.slice(1)), room) }];
}

function alreadyThereView({ row }: Match, to: CloudProvider): MessageBody {
  const service = row.services[to];
  const name = service === undefined ? escapeMarkdown(row.need) : `**${escapeMarkdown(service.name)}**`;
  const others = PROVIDERS.filter((each) => each !== to && row.services[each] !== undefined);
  const hint =
    others.length === 0
      ? ''
      : ` Choose ${others.map((each) => PROVIDER_NAMES[each]).join(' or ')}, or leave \`to\` out.`;
  return {
    embeds: [
      {
        color: COLOURS.neutral,
        title: 'It is there already',
        description: `${name} is a service of ${PROVIDER_NAMES[to]} itself.${hint}`,
        fields: [{ name: 'From', value: whereFrom(row.place, row.source).slice(0, LIMITS.embedFieldValue) }],
      },
    ],
  };
}

function unknownServiceView(service: string, near: readonly string[]): MessageBody {
  const asked = escapeMarkdown(truncate(service.replace(/\s+/g, ' ').trim(), ROOM.query));
  const close =
    near.length === 0 ? '' : `\nClose to it: ${near.map((name) => `**${escapeMarkdown(name)}**`).join(', ')}.`;
  return {
    embeds: [
      {
        color: COLOURS.neutral,
        title: 'Nothing on this here',
        description: `The knowledge base has no cloud service called “${asked}”.${close}`,
      },
    ],
  };
}
