// Direct messages without a network: a history, a nonce that is remembered for some minutes only, and faults on demand.

import type { DirectMessenger, FindOutcome, SendOutcome } from '../../src/reminders/direct-messenger.ts';
import type { MessageBody } from '../../src/views/message.ts';

/** "The past few minutes" in Discord's words; three is on the short side. */
const NONCE_WINDOW_MS = 3 * 60_000;

export interface ReceivedMessage {
  readonly id: string;
  readonly personId: string;
  readonly nonce: string;
  readonly body: MessageBody;
  readonly atMs: number;
}

export interface FakeDiscord extends DirectMessenger<MessageBody> {
  readonly received: readonly ReceivedMessage[];
  receivedBy(personId: string): readonly ReceivedMessage[];
  /** People who take no DMs. */
  readonly closed: Set<string>;
  /** While true nothing reaches Discord. */
  isDown: boolean;
  /** Requests made, of any kind. */
  readonly requestCount: number;
}

export function createFakeDiscord(clock: { readonly nowMs: () => number }): FakeDiscord {
  const received: ReceivedMessage[] = [];
  const closed = new Set<string>();
  let requestCount = 0;
  const fake: FakeDiscord = {
    received,
    receivedBy: (personId) => received.filter((message) => message.personId === personId),
    closed,
    isDown: false,
    get requestCount() {
      return requestCount;
    },
    async sendDirectMessage(personId, body, { nonce }): Promise<SendOutcome> {
      requestCount += 1;
      if (fake.isDown) return { kind: 'failed' };
      if (closed.has(personId)) return { kind: 'closed' };
      const atMs = clock.nowMs();
      const known = received.find((message) => message.nonce === nonce && atMs - message.atMs <= NONCE_WINDOW_MS);
      const message = known ?? { id: `m${received.length}`, personId, nonce, body, atMs };
      if (known === undefined) received.push(message);
      return { kind: 'sent', messageId: message.id, channelId: `dm-${personId}` };
    },
    async findSentMessage(personId, deliveryId, { sinceMs }): Promise<FindOutcome> {
      requestCount += 1;
      if (fake.isDown) return { kind: 'unavailable' };
      const found = received.find(
        (message) =>
          message.personId === personId &&
          message.atMs >= sinceMs &&
          JSON.stringify(message.body.components ?? []).includes(deliveryId),
      );
      return found === undefined
        ? { kind: 'none' }
        : { kind: 'found', messageId: found.id, channelId: `dm-${personId}` };
    },
    async openChannel(personId) {
      requestCount += 1;
      return fake.isDown ? undefined : `dm-${personId}`;
    },
  };
  return fake;
}
