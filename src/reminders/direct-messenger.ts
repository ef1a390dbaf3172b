// What the reminders need from whatever carries direct messages.

export type SendOutcome =
  | { readonly kind: 'sent'; readonly messageId: string; readonly channelId: string }
  /** Discord will not deliver to this person: 50007 (DMs closed) or 50278 (no server in common). */
  | { readonly kind: 'closed' }
  /** Anything else, also when it is unknown whether the message arrived. `retryAfterMs`: Discord's own wish. */
  | { readonly kind: 'failed'; readonly retryAfterMs?: number };

export type FindOutcome =
  | { readonly kind: 'found'; readonly messageId: string; readonly channelId: string }
  | { readonly kind: 'none' }
  /** It could not be read, so nothing may be concluded. */
  | { readonly kind: 'unavailable'; readonly retryAfterMs?: number };

/** `Body` is the message as the views make it; the reminders only carry it. */
export interface DirectMessenger<Body> {
  /**
   * Sends with the nonce enforced, so that a repeat within Discord's window of some minutes makes no second message.
   * Never throws for what Discord or the network answers.
   * @param options.channelId the DM channel where it is known; otherwise it is opened first.
   */
  sendDirectMessage(
    personId: string,
    body: Body,
    options: { readonly nonce: string; readonly channelId: string | undefined },
  ): Promise<SendOutcome>;
  /**
   * Looks through the bot's own messages to the person since an instant for one whose buttons carry the delivery's id.
   * (The nonce itself is not in the history that Discord returns.)
   */
  findSentMessage(
    personId: string,
    deliveryId: string,
    options: { readonly sinceMs: number; readonly channelId: string | undefined },
  ): Promise<FindOutcome>;
  /** Opens the DM channel without a message; undefined when that failed. */
  openChannel(personId: string): Promise<string | undefined>;
}
