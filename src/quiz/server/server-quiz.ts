// The quiz of a server: a card a day in a channel, private answers, a reveal, and a ranking that people join themselves. Types only.

import type { CardDeck } from '../card.ts';

export interface ServerQuizSettings {
  readonly guildId: string;
  readonly channelId: string;
  /** `HH:MM`. */
  readonly time: string;
  /** IANA zone. */
  readonly timezone: string;
  readonly deck: CardDeck;
}

export interface ServerQuiz extends ServerQuizSettings {
  /** When the next card comes, epoch ms; undefined when it is off. */
  readonly nextAtMs: number | undefined;
  /** True when Discord refused the last card there, which switched it off. */
  readonly isRefused: boolean;
}

/** `claimed`: on its way. `posted`: open for answers. `revealed` and `failed` are final. */
export type ServerPostState = 'claimed' | 'posted' | 'revealed' | 'failed';

export interface ServerPost {
  /** Random; also the message's nonce. */
  readonly id: string;
  readonly guildId: string;
  readonly channelId: string;
  readonly cardId: string;
  /** Written by `writeQuestion`; always a choice. */
  readonly question: string;
  readonly state: ServerPostState;
  /** How often it was tried to post or to reveal it. */
  readonly attempts: number;
  readonly claimedAtMs: number;
  readonly messageId: string | undefined;
  /** When the answer is shown. */
  readonly revealAtMs: number;
}

export interface Tally {
  readonly answers: number;
  readonly right: number;
}

export interface RankedPerson {
  readonly personId: string;
  readonly right: number;
  readonly answers: number;
}

export interface NewServerPost {
  readonly id: string;
  readonly revealAtMs: number;
  readonly cardId: string;
  readonly question: string;
}

/** `late`: the first answer counts and this was another; `over`: the answer was shown before. */
export type ServerAnswerOutcome =
  | { readonly kind: 'counted' | 'late'; readonly option: number; readonly revealAtMs: number }
  | { readonly kind: 'over'; readonly option: number | undefined };

export interface ServerQuizStore {
  set(settings: ServerQuizSettings & { readonly nextAtMs: number }, atMs: number): Promise<void>;
  /** False when there was nothing to switch off. */
  turnOff(guildId: string): Promise<boolean>;
  read(guildId: string): Promise<ServerQuiz | undefined>;
  /** Quizzes whose card is due, the longest due first. */
  findDue(nowMs: number, limit: number): Promise<readonly ServerQuiz[]>;
  /** Cards shown in the server, the newest first. */
  recentCards(guildId: string, limit: number): Promise<readonly string[]>;
  /** Moves the quiz on and stores its post, unless it was moved on already. `post` is undefined where a day is left out. */
  claim(
    quiz: ServerQuiz,
    change: { readonly nextAtMs: number; readonly post: NewServerPost | undefined; readonly nowMs: number },
  ): Promise<boolean>;
  /** Takes posts that are due to be sent, sent again or revealed, and holds them until `leaseUntilMs`. */
  take(nowMs: number, leaseUntilMs: number, limit: number): Promise<readonly ServerPost[]>;
  recordPosted(postId: string, messageId: string): Promise<void>;
  recordRevealed(postId: string): Promise<void>;
  /** Final; `switchOff` also ends the quiz of its server, as Discord does not let us write there. */
  recordFailed(postId: string, switchOff: boolean): Promise<void>;
  postpone(postId: string, actAtMs: number): Promise<void>;
  readPost(postId: string): Promise<ServerPost | undefined>;
  /** Counts a person's first answer to a post that is not revealed. */
  answer(answer: {
    readonly postId: string;
    readonly personId: string;
    readonly option: number;
    readonly isRight: boolean;
    readonly atMs: number;
  }): Promise<ServerAnswerOutcome | undefined>;
  tally(postId: string): Promise<Tally>;
  /** True when it changed anything. */
  setRanked(guildId: string, personId: string, isRanked: boolean, atMs: number): Promise<boolean>;
  /** Only people who joined, the most right answers first; posts not yet revealed do not count. */
  ranking(guildId: string, nowMs: number, limit: number): Promise<readonly RankedPerson[]>;
}

export type PostOutcome =
  | { readonly kind: 'sent'; readonly messageId: string }
  /** The channel is gone, or the bot may not write there. */
  | { readonly kind: 'refused' }
  | { readonly kind: 'failed'; readonly retryAfterMs?: number };

/** Carries messages into channels. `Body` is the message as the views make it. Never throws for what Discord or the network answers. */
export interface ChannelMessenger<Body> {
  /** Sends with the nonce enforced: a repeat within some minutes makes no second message. */
  post(channelId: string, body: Body, nonce: string): Promise<PostOutcome>;
  /** Looks among the bot's messages since an instant for one whose buttons carry the post's id; undefined when there is none. */
  find(channelId: string, postId: string, sinceMs: number): Promise<PostOutcome | undefined>;
  edit(channelId: string, messageId: string, body: Body): Promise<PostOutcome>;
}
