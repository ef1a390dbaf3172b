// What the page makes of the server's events: messages, unread marks, running interactions, and the window that is drawn.

import { describe, expect, it } from 'vitest';
import type { ChannelView, Hello, InteractionEvent, SandboxMessage } from '../../sandbox/protocol.ts';
import { applyEvent } from '../../sandbox/web/state/apply-event.ts';
import { drawnMessages, NEWEST, slideDown, slideUp } from '../../sandbox/web/state/drawn-window.ts';
import type { PageState } from '../../sandbox/web/state/page-state.ts';
import { createPageState } from '../../sandbox/web/state/page-state.ts';
import { sandboxNowMs, unreadOf } from '../../sandbox/web/state/selectors.ts';

type Told = Parameters<typeof applyEvent>[1];

const ADA = { id: '101', username: 'ada', global_name: 'Ada', discriminator: '0', avatar: null };
const LINUS = { ...ADA, id: '102', username: 'linus', global_name: 'Linus' };
const GENERAL: ChannelView = { id: '201', kind: 'text', name: 'general', guildId: '301', canWrite: true };
const STUDY: ChannelView = { id: '202', kind: 'text', name: 'study', guildId: '301', canWrite: true };
const DM: ChannelView = { id: '203', kind: 'dm', name: 'Studypod', recipientId: '103', canWrite: true };
const NOW_MS = 1_000_000;

describe('messages', () => {
  it('are added once, changed in place and taken away', () => {
    let state = after(hello(), created('1', 'one'), created('2', 'two'), created('2', 'two again'));
    expect(contents(state)).toEqual(['one', 'two again']);
    state = apply(state, { type: 'message-update', message: message('1', 'one, edited') });
    state = apply(state, { type: 'message-delete', channelId: GENERAL.id, messageId: '2' });
    expect(contents(state)).toEqual(['one, edited']);
  });

  it('are unread in other channels only, and not one’s own', () => {
    const state = after(
      hello(),
      created('1', 'x', STUDY.id),
      created('2', 'y', STUDY.id, ADA.id),
      created('3', 'z'),
      created('4', 'psst', DM.id),
    );
    expect(unreadOf(state, STUDY)).toEqual({ count: 1, mentions: 0 });
    expect(unreadOf(state, GENERAL)).toEqual({ count: 0, mentions: 0 });
    expect(unreadOf(state, DM)).toEqual({ count: 1, mentions: 1 });
  });

  it('that were there at the first visit count as read, those that came while one was somebody else do not', () => {
    const before = { [STUDY.id]: [message('1', 'old', STUDY.id)] };
    let state = after(hello({ messages: before }));
    expect(unreadOf(state, STUDY).count).toBe(0);
    state = apply(state, hello({ you: LINUS, messages: before }));
    const more = { [STUDY.id]: [message('1', 'old', STUDY.id), message('2', 'new', STUDY.id)] };
    state = apply(state, hello({ messages: more }));
    expect(unreadOf(state, STUDY).count).toBe(1);
  });
});

describe('interactions', () => {
  it('stay while they wait or have failed, and go when they are answered', () => {
    let state = after(hello(), interaction('pending'));
    expect(state.interactions.map((one) => one.state)).toEqual(['pending']);
    state = apply(state, { ...interaction('failed'), reason: 'The application did not respond' });
    expect(state.interactions).toMatchObject([
      { state: 'failed', reason: 'The application did not respond', startedAtMs: NOW_MS },
    ]);
    expect(apply(state, interaction('answered')).interactions).toEqual([]);
  });

  it('of a connection that is gone are forgotten with it', () => {
    expect(after(hello(), interaction('pending'), hello()).interactions).toEqual([]);
  });
});

describe('typing', () => {
  it('ends with the message that was typed', () => {
    const state = after(hello(), { type: 'typing', channelId: GENERAL.id, userId: LINUS.id });
    expect(state.typing).toEqual([{ channelId: GENERAL.id, userId: LINUS.id, untilMs: NOW_MS + 10_000 }]);
    expect(apply(state, created('9', 'here')).typing).toEqual([]);
  });
});

describe('the sandbox’s time', () => {
  it('runs on from what the server last said', () => {
    const clock = { nowMs: 50_000, offsetMs: 0, knowsNextReminder: false };
    const state = after(hello(), { type: 'clock', clock });
    expect(sandboxNowMs(state, NOW_MS + 1_500)).toBe(51_500);
  });
});

describe('the window of drawn messages', () => {
  const many = (count: number) =>
    after(
      hello({
        messages: {
          [GENERAL.id]: Array.from({ length: count }, (_, index) => message(String(1000 + index), `m${index}`)),
        },
      }),
    );
  const shown = (state: PageState) => windowOf(state).messages.map((one) => one.content);

  it('begins at the newest and takes in what comes', () => {
    const state = apply(many(100), created('5000', 'new'));
    expect(shown(state)).toHaveLength(60);
    expect(shown(state).at(-1)).toBe('new');
  });

  it('slides up to the first message and down again, never holding more than 180, and misses none', () => {
    let state = many(500);
    const seen = new Set(shown(state));
    while (windowOf(state).hasOlder) {
      state = { ...state, drawn: slideUp(state.messages[GENERAL.id] ?? [], state.drawn) };
      for (const one of shown(state)) seen.add(one);
      expect(shown(state).length).toBeLessThanOrEqual(180);
    }
    expect(shown(state)[0]).toBe('m0');
    expect(seen.size).toBe(500);
    while (windowOf(state).hasNewer) {
      state = { ...state, drawn: slideDown(state.messages[GENERAL.id] ?? [], state.drawn) };
      expect(shown(state).length).toBeLessThanOrEqual(180);
    }
    expect(shown(state).at(-1)).toBe('m499');
    expect(state.drawn.newestId).toBeUndefined();
  });

  it('stays where the reader is when something comes or the newest drawn one is deleted', () => {
    let state = many(500);
    for (let step = 0; step < 4; step += 1)
      state = { ...state, drawn: slideUp(state.messages[GENERAL.id] ?? [], state.drawn) };
    const before = shown(state);
    expect(shown(apply(state, created('9000', 'later')))).toEqual(before);
    const newest = windowOf(state).messages.at(-1)?.id ?? '';
    const gone = apply(state, { type: 'message-delete', channelId: GENERAL.id, messageId: newest });
    expect(shown(gone).length).toBeGreaterThan(0);
  });

  it('is the same object at its ends, so that nothing is drawn anew', () => {
    const state = many(10);
    expect(slideUp(state.messages[GENERAL.id] ?? [], state.drawn)).toBe(state.drawn);
    expect(slideDown(state.messages[GENERAL.id] ?? [], state.drawn)).toBe(state.drawn);
    expect(state.drawn).toBe(NEWEST);
  });
});

function apply(state: PageState, event: Told): PageState {
  return { ...state, ...applyEvent(state, event, NOW_MS) };
}

function after(...events: readonly Told[]): PageState {
  return events.reduce(apply, createPageState({ theme: 'dark', isToolsOpen: false }));
}

function windowOf(state: PageState) {
  return drawnMessages(state.messages[GENERAL.id] ?? [], state.drawn);
}

function contents(state: PageState): readonly string[] {
  return (state.messages[GENERAL.id] ?? []).map((one) => one.content);
}

function hello(more: Partial<Hello> = {}): Hello {
  return {
    type: 'hello',
    you: ADA,
    people: [ADA, LINUS],
    bots: [],
    guilds: [{ id: '301', name: 'Study Hall', memberIds: [ADA.id, LINUS.id], permissions: '0' }],
    channels: [GENERAL, STUDY, DM],
    commands: [],
    messages: {},
    clock: { nowMs: NOW_MS, offsetMs: 0, knowsNextReminder: false },
    faults: {
      refuseSocketsUntilMs: 0,
      serverErrorProbability: 0,
      rateLimitStormUntilMs: 0,
      slowRestMs: 0,
      areRateLimitsOn: false,
    },
    areDmsClosed: false,
    ...more,
  };
}

function created(id: string, content: string, channelId = GENERAL.id, authorId = LINUS.id): Told {
  return { type: 'message-create', message: message(id, content, channelId, authorId) };
}

function interaction(state: InteractionEvent['state']): InteractionEvent {
  return { type: 'interaction', interactionId: '7', channelId: GENERAL.id, applicationId: '8', state, name: '/quiz' };
}

function message(id: string, content: string, channelId = GENERAL.id, authorId = LINUS.id): SandboxMessage {
  return {
    id,
    channel_id: channelId,
    author: authorId === ADA.id ? ADA : LINUS,
    content,
    timestamp: '2026-01-01T00:00:00.000Z',
    edited_timestamp: null,
    tts: false,
    mention_everyone: false,
    mentions: [],
    mention_roles: [],
    attachments: [],
    embeds: [],
    pinned: false,
    type: 0,
  };
}
