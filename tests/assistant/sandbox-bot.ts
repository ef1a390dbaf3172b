// The bot with its assistant beside a sandbox, in one process: the real router, client, SDK, database and services.

import type { Sandbox } from '../../sandbox/sandbox.ts';
import { startStudypod } from '../e2e/studypod.ts';

export interface SandboxBot {
  readonly sandbox: Sandbox;
  readonly logLines: readonly string[];
  /** Ends the bot and starts it again on the same database. */
  restart(): Promise<void>;
  dispose(): Promise<void>;
}

/** @param environment settings beyond the sandbox's own, e.g. `ANTHROPIC_BASE_URL`. */
export async function startSandboxBot(environment: Readonly<Record<string, string>>): Promise<SandboxBot> {
  return startStudypod({ environment });
}
