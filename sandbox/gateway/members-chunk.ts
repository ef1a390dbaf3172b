// Answers a request for the members of a guild with one GUILD_MEMBERS_CHUNK; the sandbox's guilds are small.

import { z } from 'zod';
import { memberIdsOf, memberPayload } from '../payloads/guild-payload.ts';
import type { World } from '../world.ts';
import { dispatch, type Session } from './session.ts';

const requestSchema = z.object({
  guild_id: z.string(),
  query: z.string().optional(),
  limit: z.number().int().optional(),
  user_ids: z.union([z.string(), z.array(z.string())]).optional(),
  nonce: z.string().optional(),
});

export function sendMembers(world: World, session: Session, data: unknown): void {
  const request = requestSchema.safeParse(data).data;
  const guild = world.guilds.get(request?.guild_id ?? '');
  if (request === undefined || guild === undefined) return;
  const wanted = request.user_ids === undefined ? undefined : [request.user_ids].flat();
  const members = memberIdsOf(world, guild)
    .filter((id) => wanted?.includes(id) ?? true)
    .flatMap((id) => memberPayload(world, id) ?? [])
    .filter((member) => member.user.username.startsWith(request.query?.toLowerCase() ?? ''))
    .slice(0, request.limit === undefined || request.limit === 0 ? undefined : request.limit);
  dispatch(session, 'GUILD_MEMBERS_CHUNK', {
    guild_id: guild.id,
    members,
    chunk_index: 0,
    chunk_count: 1,
    not_found: wanted?.filter((id) => !members.some((member) => member.user.id === id)) ?? [],
    ...(request.nonce === undefined ? {} : { nonce: request.nonce }),
  });
}
