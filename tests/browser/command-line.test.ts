// How a line after a slash is read, offered and sent, without a browser.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BotView, ChannelView, CommandView } from '../../sandbox/protocol.ts';
import { readLine } from '../../sandbox/web/composer/command-line.ts';
import { type Draft, EMPTY_DRAFT } from '../../sandbox/web/composer/draft.ts';
import { type Directory, type Resolved, resolveLine } from '../../sandbox/web/composer/resolve-line.ts';
import { accept, type Suggestion, startNextOption, suggest } from '../../sandbox/web/composer/suggestions.ts';
import { messageCommands, usableCommands } from '../../sandbox/web/composer/usable-commands.ts';

const GUILD = { id: 'g1', name: 'Study Hall', memberIds: ['ada', 'bot'], permissions: '0' };
const OTHER_GUILD = { id: 'g2', name: 'Book Club', memberIds: ['ada'], permissions: '0' };
const CHANNEL: ChannelView = { id: 'c1', kind: 'text', name: 'general', guildId: 'g1', canWrite: true };
const DM: ChannelView = { id: 'd1', kind: 'dm', name: 'Studypod', recipientId: 'bot', canWrite: true };
const ADA = user('ada', 'Ada');
const BOT: BotView = { applicationId: 'app', user: user('bot', 'Studypod'), isOnline: true };
const DIRECTORY: Directory = { users: [ADA], channels: [CHANNEL, DM] };

const text = { type: 3, description: 'A text' } as const;
const COMMANDS: readonly CommandView[] = [
  command('cloud', {
    options: [
      { ...text, name: 'service', required: true, autocomplete: true },
      { ...text, name: 'to', choices: [choice('AWS', 'aws'), choice('Azure', 'azure')] },
    ],
  }),
  command('quiz', {
    options: [
      { ...text, name: 'deck', required: true, choices: [choice('kubectl', 'k'), choice('cloud', 'c')] },
      { type: 4, name: 'count', description: 'How many', min_value: 1, max_value: 20 },
      { type: 5, name: 'hard', description: 'Hard ones' },
    ],
  }),
  command('next-topic', {}),
  command('remind', {
    options: [
      {
        type: 1,
        name: 'daily',
        description: 'Each day',
        options: [
          { ...text, name: 'time', required: true },
          { ...text, name: 'timezone' },
        ],
      },
      { type: 1, name: 'off', description: 'No more' },
    ],
  }),
  command('who', {
    options: [
      { type: 6, name: 'person', description: 'Who', required: true },
      { type: 7, name: 'where', description: 'Where' },
    ],
  }),
  command('server-only', { contexts: [0] }),
  command('elsewhere', { guild_id: 'g2' }),
  command('Explain this', { type: 3 }),
];
const WORLD = { commands: COMMANDS, bots: [BOT], guilds: [GUILD, OTHER_GUILD] };
const USABLE = usableCommands(WORLD, CHANNEL);

describe('the commands that there are', () => {
  it('are those of the place, subcommands as lines of their own', () => {
    expect(USABLE.map(({ path }) => path)).toEqual([
      'cloud',
      'next-topic',
      'quiz',
      'remind daily',
      'remind off',
      'server-only',
      'who',
    ]);
    expect(usableCommands(WORLD, DM).map(({ path }) => path)).not.toContain('server-only');
    expect(messageCommands(WORLD, CHANNEL).map(({ name }) => name)).toEqual(['Explain this']);
  });

  it('need an installation for the person where the bot is no member', () => {
    const channel: ChannelView = { id: 'c2', kind: 'text', name: 'lounge', guildId: 'g2', canWrite: true };
    const forPeople = {
      ...WORLD,
      commands: [command('ask', { integration_types: [0, 1] }), command('kick', { integration_types: [0] })],
    };
    expect(usableCommands(forPeople, channel).map(({ path }) => path)).toEqual(['ask']);
  });
});

describe('between people', () => {
  it('there are the commands that a person brings along, and no others', () => {
    const between: ChannelView = { id: 'd2', kind: 'dm', name: 'Linus', recipientId: 'linus', canWrite: true };
    const commands = [
      command('ask', { integration_types: [0, 1], contexts: [0, 1, 2] }),
      command('inside', { integration_types: [0, 1], contexts: [0, 1] }),
      command('server', { integration_types: [0], contexts: [0, 1, 2] }),
    ];
    expect(usableCommands({ ...WORLD, commands }, between).map(({ path }) => path)).toEqual(['ask']);
  });
});

describe('a command with a permission', () => {
  // Manage Server is the bit 32, Administrator 8: https://discord.com/developers/docs/topics/permissions
  const world = (permissions: string) => ({
    ...WORLD,
    commands: [command('daily-quiz', { default_member_permissions: '32' })],
    guilds: [{ ...GUILD, permissions }],
  });

  it.each([
    ['0', 0],
    ['16', 0],
    ['48', 1],
    ['8', 1],
  ])('is there for a person with %s: %s', (permissions, count) => {
    expect(usableCommands(world(permissions), CHANNEL)).toHaveLength(count);
  });
});

describe('a line', () => {
  it.each([
    ['/cloud AKS', { service: 'AKS' }],
    ['/cloud service:AKS', { service: 'AKS' }],
    ['/cloud service:Azure ML to:aws', { service: 'Azure ML', to: 'aws' }],
    ['/cloud to:Azure service:Cloud Run', { service: 'Cloud Run', to: 'azure' }],
    ['/cloud what is a pod: the basics', { service: 'what is a pod: the basics' }],
    ['/quiz kubectl', { deck: 'k' }],
    ['/quiz KUBECTL count:7 hard:yes', { deck: 'k', count: 7, hard: true }],
    ['/next-topic', {}],
    ['/next-topic ', {}],
    ['/remind daily time:07:30', { time: '07:30' }],
    ['/remind daily 07:30 timezone:Europe/Berlin', { time: '07:30', timezone: 'Europe/Berlin' }],
    ['/who @Ada where:#general', { person: 'ada', where: 'c1' }],
  ])('%s is sent as it means', (line, options) => {
    expect(resolve(line)).toMatchObject({ kind: 'ready', input: { options } });
  });

  it('names the subcommand it uses', () => {
    expect(resolve('/remind daily 07:30')).toMatchObject({ input: { commandId: 'id-remind', subcommand: 'daily' } });
  });

  it.each([
    ['/cloud', '“service” is required'],
    ['/quiz count:3', '“deck” is required'],
    ['/quiz nosuch', 'takes one of: kubectl, cloud'],
    ['/quiz kubectl count:0', 'a number from 1 to 20'],
    ['/quiz kubectl count:many', 'takes a whole number, not “many”'],
    ['/quiz kubectl hard:perhaps', 'takes True or False'],
    ['/next-topic please', 'takes no options: “please”'],
    ['/who nobody', 'takes somebody who is here'],
    ['/remind', 'There is no command “/remind” here'],
    ['/nonsense', 'There is no command “/nonsense” here'],
  ])('%s is refused with what to mend', (line, message) => {
    expect(resolve(line)).toMatchObject({ kind: 'fault', message: expect.stringContaining(message) });
  });

  it('never fails to be read, and never loses a letter of what stands in it', () => {
    const piece = fc.constantFrom(
      '/cloud',
      '/quiz',
      '/remind daily',
      ' ',
      'service:',
      'to:',
      'AKS',
      'count:',
      '7',
      ':',
      'é',
      '/',
      '\n',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), fc.nat(40), (pieces, at) => {
        const written = pieces.join('');
        const draft: Draft = { ...EMPTY_DRAFT, text: written, caret: Math.min(at, written.length) };
        const line = readLine(draft, USABLE);
        suggest(line, draft, USABLE, DIRECTORY);
        if (line.kind !== 'command') return;
        let end = line.command.path.length + 1;
        for (const argument of line.arguments) {
          expect(argument.from).toBeGreaterThanOrEqual(end);
          expect(written.slice(end, argument.from).trim()).toBe('');
          end = argument.to;
        }
        expect(written.slice(end).trim()).toBe(line.surplus);
      }),
    );
  });
});

describe('the offers', () => {
  it('are commands, best fits first, while the name is typed', () => {
    expect(names('/')).toHaveLength(USABLE.length);
    expect(names('/re')).toEqual(['remind daily', 'remind off']);
    expect(names('/topic')).toEqual(['next-topic']);
  });

  it('are the choices of the option under the caret, then the options that are left', () => {
    expect(names('/quiz deck:')).toEqual(['kubectl', 'cloud']);
    expect(names('/quiz clo')).toEqual(['cloud']);
    expect(names('/quiz deck:kubectl ')).toEqual(['count', 'hard']);
    expect(names('/quiz deck:kubectl h')).toEqual(['hard']);
    expect(names('/quiz deck:kubectl hard:')).toEqual(['True', 'False']);
  });

  it('taken one after the other, make a whole line', () => {
    let draft = take('/qu', 'quiz');
    expect(draft.text).toBe('/quiz deck:');
    draft = takeFrom(draft, 'cloud');
    expect(draft.text).toBe('/quiz deck:cloud ');
    draft = takeFrom(draft, 'count');
    expect(draft.text).toBe('/quiz deck:cloud count:');
    expect(resolveDraft({ ...draft, text: '/quiz deck:cloud count:4' })).toMatchObject({
      kind: 'ready',
      input: { options: { deck: 'c', count: 4 } },
    });
  });

  it('keep a picked value whole, whatever it holds, and send what stands behind it', () => {
    const draft: Draft = {
      ...EMPTY_DRAFT,
      text: '/cloud service:Azure to: the moon to:AWS',
      caret: 40,
      accepted: { service: { name: 'Azure to: the moon', value: 'az' } },
    };
    expect(resolveDraft(draft)).toMatchObject({ kind: 'ready', input: { options: { service: 'az', to: 'aws' } } });
  });

  it('end with Tab in the next option, required ones first', () => {
    const draft = at('/quiz count:3');
    expect(startNextOption(draft, readLine(draft, USABLE))?.text).toBe('/quiz count:3 deck:');
    const full = at('/next-topic ');
    expect(startNextOption(full, readLine(full, USABLE))).toBeUndefined();
  });
});

function at(line: string): Draft {
  return { ...EMPTY_DRAFT, text: line, caret: line.length };
}

function resolve(line: string): Resolved {
  return resolveDraft(at(line));
}

function resolveDraft(draft: Draft): Resolved {
  return resolveLine(readLine(draft, USABLE), draft, DIRECTORY);
}

function offers(draft: Draft): readonly Suggestion[] {
  return suggest(readLine(draft, USABLE), draft, USABLE, DIRECTORY);
}

function names(line: string): readonly string[] {
  return offers(at(line)).map(nameOf);
}

function take(line: string, name: string): Draft {
  return takeFrom(at(line), name);
}

function takeFrom(draft: Draft, name: string): Draft {
  const offer = offers(draft).find((one) => nameOf(one) === name);
  if (offer === undefined) throw new Error(`${name} is not offered for ${draft.text}`);
  return accept(draft, readLine(draft, USABLE), offer);
}

function nameOf(offer: Suggestion): string {
  if (offer.kind === 'command') return offer.command.path;
  return offer.kind === 'option' ? offer.option.name : offer.choice.name;
}

function user(id: string, name: string): BotView['user'] {
  return { id, username: name.toLowerCase(), global_name: name, discriminator: '0', avatar: null };
}

function choice(name: string, value: string) {
  return { name, value };
}

function command(name: string, more: Partial<CommandView>): CommandView {
  return {
    id: `id-${name}`,
    application_id: 'app',
    name,
    description: `About ${name}`,
    type: 1,
    version: '1',
    default_member_permissions: null,
    ...more,
  };
}
