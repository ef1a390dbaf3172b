// What the local Discord holds at its start: Ada and Linus, the server Study Hall, and a second server without bots.

import type { APIUser } from 'discord-api-types/v10';
import { snowflakeAt } from './snowflake.ts';
import {
  type Application,
  EMPTY_WORLD,
  findDm,
  putApplication,
  putChannel,
  putGuild,
  putPerson,
  type World,
} from './world.ts';

/** Typed as a number: an empty bit field is none of the enum's single bits. */
const NO_FLAGS: number = 0;

/** Ids are fixed, so that a bot that remembers them meets the same people in the next sandbox. */
const BIRTH_MS = Date.UTC(2024, 0, 1);
const id = (step: number) => snowflakeAt(BIRTH_MS, step);

export const ADA_ID = id(1);
export const LINUS_ID = id(2);
export const STUDY_HALL_ID = id(10);
export const BOOK_CLUB_ID = id(20);

const CHANNELS = [
  { id: id(11), guildId: STUDY_HALL_ID, name: 'general', topic: 'Everything and nothing', isReadOnly: false },
  { id: id(12), guildId: STUDY_HALL_ID, name: 'study', topic: 'Learning together', isReadOnly: false },
  { id: id(13), guildId: STUDY_HALL_ID, name: 'announcements', topic: 'Only Ada writes here', isReadOnly: true },
  { id: id(21), guildId: BOOK_CLUB_ID, name: 'lounge', topic: 'Bots come only along with a person', isReadOnly: false },
];

/** Builds a user with every field that Discord answers. */
export function createUser(userId: string, username: string, displayName: string, isBot: boolean): APIUser {
  return {
    id: userId,
    username,
    discriminator: isBot ? '0000' : '0',
    global_name: isBot ? null : displayName,
    avatar: null,
    banner: null,
    accent_color: null,
    public_flags: NO_FLAGS,
    flags: NO_FLAGS,
    primary_guild: null,
    avatar_decoration_data: null,
    collectibles: null,
    ...(isBot ? { bot: true } : {}),
  };
}

export function createSeedWorld(): World {
  let world = EMPTY_WORLD;
  world = putPerson(world, { user: createUser(ADA_ID, 'ada', 'Ada', false), areDmsClosed: false });
  world = putPerson(world, { user: createUser(LINUS_ID, 'linus', 'Linus', false), areDmsClosed: false });
  const personIds = [ADA_ID, LINUS_ID];
  world = putGuild(world, { id: STUDY_HALL_ID, name: 'Study Hall', ownerId: ADA_ID, personIds, areBotsMembers: true });
  world = putGuild(world, { id: BOOK_CLUB_ID, name: 'Book Club', ownerId: LINUS_ID, personIds, areBotsMembers: false });
  for (const [position, channel] of CHANNELS.entries())
    world = putChannel(world, { kind: 'text', position, ...channel });
  return putChannel(world, { kind: 'dm', id: id(30), userIds: [ADA_ID, LINUS_ID] });
}

/** Adds a bot with a DM to each person. */
export function addApplication(world: World, application: Application, newId: () => string): World {
  let next = putApplication(world, application);
  for (const personId of world.people.keys()) {
    if (findDm(next, personId, application.id) !== undefined) continue;
    next = putChannel(next, { kind: 'dm', id: newId(), userIds: [personId, application.id] });
  }
  return next;
}
