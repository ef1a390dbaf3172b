// What a person sees of one of their interactions: the answer as it stands now, its edits and follow-ups.

import type { APIMessage, APIModalInteractionResponseCallbackData } from 'discord-api-types/v10';
import type { Hub } from '../hub.ts';
import type { InteractionEvent } from '../protocol.ts';
import { findMessage } from '../world.ts';
import { textOf } from './message-text.ts';
import { DEFAULT_WAIT_MS, waitUntil } from './wait.ts';

/** The application did not respond in time, as the person is told. */
export class InteractionFailed extends Error {
  override readonly name = 'InteractionFailed';
  readonly interactionId: string;

  constructor(event: InteractionEvent) {
    super(`${event.name}: ${event.reason ?? 'failed'}`);
    this.interactionId = event.interactionId;
  }
}

export interface Reply {
  readonly kind: 'message' | 'modal';
  readonly interactionId: string;
  /** The answer as it is now. @throws Error when a modal was the answer, or the message was deleted */
  readonly message: APIMessage;
  /** All that can be read in `message`. */
  readonly text: string;
  /** @throws Error when a message was the answer */
  readonly modal: APIModalInteractionResponseCallbackData;
  /** Messages that came after the first, as they are now. */
  readonly followUps: readonly APIMessage[];
  /** The answer once it is as wanted, after any number of edits. */
  waitFor(predicate: (message: APIMessage) => boolean, timeoutMs?: number): Promise<APIMessage>;
  /** The first follow-up that is as wanted; any when there is no predicate. */
  waitForFollowUp(predicate?: (message: APIMessage) => boolean, timeoutMs?: number): Promise<APIMessage>;
}

/** Keeps the course of every interaction, since the world forgets them when their tokens end. */
export interface InteractionLog {
  eventsOf(interactionId: string): readonly InteractionEvent[];
  modalOf(interactionId: string): APIModalInteractionResponseCallbackData | undefined;
}

export function createInteractionLog(hub: Hub): InteractionLog {
  const events = new Map<string, InteractionEvent[]>();
  const modals = new Map<string, APIModalInteractionResponseCallbackData>();
  hub.on((event) => {
    if (event.kind === 'modal-shown') modals.set(event.interactionId, event.modal);
    if (event.kind !== 'interaction-changed') return;
    const { interactionId } = event.event;
    events.set(interactionId, [...(events.get(interactionId) ?? []), event.event]);
  });
  return {
    eventsOf: (interactionId) => events.get(interactionId) ?? [],
    modalOf: (interactionId) => modals.get(interactionId),
  };
}

/**
 * Resolves when the answer is there: a reply, an edit of what was deferred, an update of the pressed message, a modal.
 * @throws InteractionFailed when the application did not respond
 */
export async function waitForReply(
  hub: Hub,
  log: InteractionLog,
  interactionId: string,
  timeoutMs: number,
): Promise<Reply> {
  const final = await waitUntil(
    hub,
    `an answer to ${log.eventsOf(interactionId)[0]?.name}`,
    () => log.eventsOf(interactionId).find((event) => ['answered', 'modal', 'failed'].includes(event.state)),
    timeoutMs,
  );
  if (final.state === 'failed') throw new InteractionFailed(final);
  return createReply(hub, log, final);
}

function createReply(hub: Hub, log: InteractionLog, final: InteractionEvent): Reply {
  const { interactionId, channelId } = final;
  const read = (id: string | undefined) => findMessage(hub.world, channelId, id ?? '')?.message;
  const current = (): APIMessage => {
    const message = read(final.messageId);
    if (message === undefined) throw new Error(`${final.name} has no message to show.`);
    return message;
  };
  const followUps = (): readonly APIMessage[] => {
    const ids = log.eventsOf(interactionId).flatMap((event) => event.messageId ?? []);
    return [...new Set(ids)].filter((id) => id !== final.messageId).flatMap((id) => read(id) ?? []);
  };
  return {
    kind: final.state === 'modal' ? 'modal' : 'message',
    interactionId,
    get message() {
      return current();
    },
    get text() {
      return textOf(current());
    },
    get modal() {
      const modal = log.modalOf(interactionId);
      if (modal === undefined) throw new Error(`${final.name} showed no modal.`);
      return modal;
    },
    get followUps() {
      return followUps();
    },
    waitFor(predicate, timeoutMs = DEFAULT_WAIT_MS) {
      const probe = () => [read(final.messageId)].find((message) => message !== undefined && predicate(message));
      return waitUntil(hub, `the wanted edit of the answer to ${final.name}`, probe, timeoutMs);
    },
    waitForFollowUp(predicate = () => true, timeoutMs = DEFAULT_WAIT_MS) {
      return waitUntil(hub, `a follow-up of ${final.name}`, () => followUps().find(predicate), timeoutMs);
    },
  };
}
