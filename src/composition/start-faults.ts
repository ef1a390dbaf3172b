// What the operator reads when the start fails for a reason that they can mend; anything else is a bug and goes to the log.

import type { Config } from '../config.ts';
import { FaultyKnowledgeError } from '../knowledge/knowledge-source.ts';
import { DatabaseOpenError } from '../store/database.ts';

/** Codes of the network and of the file system, in words. */
const CODES: Readonly<Record<string, (config: Config) => string>> = {
  ENOENT: (config) => `KNOWLEDGE_DIR: got "${config.knowledgeDir}", takes a folder of Markdown files`,
  ENOTDIR: (config) => `KNOWLEDGE_DIR: got "${config.knowledgeDir}", takes a folder of Markdown files`,
  ECONNREFUSED: (config) => `DISCORD_API_URL: nothing answers at ${config.discordApiUrl}`,
  ENOTFOUND: (config) => `DISCORD_API_URL: there is no host ${config.discordApiUrl}`,
  ERR_MODULE_NOT_FOUND: () =>
    'DISCORD_TOKEN: got nothing, and the local sandbox needs the development dependencies (npm ci); takes a bot token',
  EADDRINUSE: () => 'HTTP_PORT, SANDBOX_PORT: the port is taken',
  TokenInvalid: () => 'DISCORD_TOKEN: Discord refused it',
  DisallowedIntents: () => 'DISCORD_TOKEN: the application may not use the intents that Studypod asks for',
};
const UNAUTHORISED = 401;

/** One line a fault, fit to be printed (no secrets); undefined for what nobody but us can mend. */
export function explainStartFault(fault: unknown, config: Config): string | undefined {
  if (fault instanceof DatabaseOpenError || fault instanceof FaultyKnowledgeError) return fault.message;
  if (!(fault instanceof Error)) return undefined;
  if ('status' in fault && fault.status === UNAUTHORISED) return CODES.TokenInvalid?.(config);
  const code = 'code' in fault ? String(fault.code) : '';
  return CODES[code]?.(config) ?? (fault.cause === undefined ? undefined : explainStartFault(fault.cause, config));
}
