// What drawing one message needs besides the message: names, the time, who looks, and what a press does.

import type { SandboxMessage, SandboxUser } from '../../protocol.ts';
import type { Names } from '../markdown/draw.ts';
import type { OpenInteraction } from '../state/page-state.ts';

export interface SelectChoice {
  readonly label: string;
  readonly value: string;
  readonly description?: string;
  readonly emoji?: string;
}

export interface MessageContext {
  readonly me: SandboxUser | undefined;
  readonly names: Names;
  /** The sandbox's time, epoch ms. */
  readonly nowMs: number;
  /** This person's interactions from components of this message that wait or failed. */
  readonly interactions: readonly OpenInteraction[];
  /** Custom id of the component that was used last on this message. */
  readonly usedCustomId: string | undefined;
  readonly people: readonly SelectChoice[];
  readonly channels: readonly SelectChoice[];
  readonly actions: MessageActions;
}

export interface MessageActions {
  pressButton(message: SandboxMessage, customId: string): void;
  pick(message: SandboxMessage, customId: string, values: readonly string[]): void;
  dismiss(message: SandboxMessage): void;
  openMenu(message: SandboxMessage, x: number, y: number): void;
  showPicture(url: string, alt: string): void;
  forgetInteraction(interactionId: string): void;
}
