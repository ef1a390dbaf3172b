// Parts of a message as Discord completes them: whom it mentions, embeds with their pictures, components with their numbers.

import {
  type APIActionRowComponent,
  type APIAttachment,
  type APIComponentInMessageActionRow,
  type APIEmbed,
  type APIEmbedImage,
  type APIUser,
  ComponentType,
  EmbedType,
} from 'discord-api-types/v10';
import type { RowBody } from '../validation/component-schema.ts';
import type { EmbedBody } from '../validation/embed-schema.ts';
import type { MessageInput } from '../validation/message-schema.ts';
import { findUser, type World } from '../world.ts';

export type MentionRules = NonNullable<MessageInput['allowed_mentions']> | undefined;

/** Users that the text pings, under the rules of `allowed_mentions`; without rules everybody who is named. */
export function mentionedUsers(world: World, content: string, rules: MentionRules): APIUser[] {
  const ids = new Set([...content.matchAll(/<@!?(\d{1,20})>/g)].map((match) => match[1] ?? ''));
  const isAllowed = (id: string) => rules === undefined || rules.parse?.includes('users') || rules.users?.includes(id);
  return [...ids]
    .filter(isAllowed)
    .map((id) => findUser(world, id))
    .filter((user) => user !== undefined);
}

export function mentionsEveryone(content: string, rules: MentionRules): boolean {
  return /@(everyone|here)\b/.test(content) && (rules === undefined || rules.parse?.includes('everyone') === true);
}

/** Completes embeds. `attachment://name` becomes the address of that file; its attachment no longer stands apart. */
export function completeEmbeds(
  embeds: readonly EmbedBody[],
  attachments: readonly APIAttachment[],
): { readonly embeds: APIEmbed[]; readonly usedIds: ReadonlySet<string> } {
  const usedIds = new Set<string>();
  const resolve = (url: string): APIEmbedImage => {
    const file = url.startsWith('attachment://')
      ? attachments.find((each) => `attachment://${each.filename}` === url)
      : attachments.find((each) => each.url === url);
    if (file === undefined) return { url, proxy_url: url };
    usedIds.add(file.id);
    const size = file.width && file.height ? { width: file.width, height: file.height } : {};
    return { url: file.url, proxy_url: file.url, ...size };
  };
  const completed = embeds.map((embed) => completeEmbed(embed, resolve));
  return { embeds: completed, usedIds };
}

function completeEmbed(embed: EmbedBody, resolve: (url: string) => APIEmbedImage): APIEmbed {
  const { image, thumbnail, footer, author, fields, timestamp, ...rest } = embed;
  const icon = (url: string | undefined) => {
    const resolved = url === undefined ? undefined : resolve(url).url;
    return resolved === undefined ? {} : { icon_url: resolved, proxy_icon_url: resolved };
  };
  return {
    type: EmbedType.Rich,
    ...rest,
    ...(timestamp === undefined ? {} : { timestamp: new Date(timestamp).toISOString() }),
    ...(image === undefined ? {} : { image: resolve(image.url) }),
    ...(thumbnail === undefined ? {} : { thumbnail: resolve(thumbnail.url) }),
    ...(footer === undefined ? {} : { footer: { text: footer.text, ...icon(footer.icon_url) } }),
    ...(author === undefined ? {} : { author: { ...author, ...icon(author.icon_url) } }),
    ...(fields === undefined ? {} : { fields: fields.map((field) => ({ inline: false, ...field })) }),
  };
}

/** Numbers the components from 1, in reading order, and fills in what Discord fills in. */
export function completeRows(rows: readonly RowBody[]): APIActionRowComponent<APIComponentInMessageActionRow>[] {
  let last = 0;
  const nextId = () => {
    last += 1;
    return last;
  };
  return rows.map((row) => {
    const id = row.id ?? nextId();
    const components = row.components.map((component) => {
      const numbered = { ...component, id: component.id ?? nextId() };
      return component.type === ComponentType.Button ? numbered : { min_values: 1, max_values: 1, ...numbered };
    });
    // The schema has checked each component; a union that was spread loses the tie between its type and its fields.
    return { type: ComponentType.ActionRow, id, components: components as APIComponentInMessageActionRow[] };
  });
}
