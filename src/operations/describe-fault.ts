// What the log may say about a fault: names, codes and the stack; never request bodies, tokens or what people wrote.

export interface FaultDescription {
  readonly name: string;
  readonly message: string;
  /** Discord's or SQLite's code, where there is one. */
  readonly code?: string | number;
  readonly status?: number;
  readonly stack?: string;
  readonly cause?: FaultDescription;
}

/** Interaction and webhook tokens stand in addresses; they let anybody answer in the bot's name for 15 minutes. */
const ADDRESS_TOKEN = /((?:interactions|webhooks)\/\d+\/)[^/\s?"']+/g;
const MAX_CAUSES = 4;

/** Describes anything thrown, with its causes, picking only fields known to be safe. */
export function describeFault(fault: unknown, depth = 0): FaultDescription {
  if (!(fault instanceof Error)) return { name: typeof fault, message: 'something that is no Error was thrown' };
  const code = readField(fault, 'code');
  const status = readField(fault, 'status');
  return {
    name: fault.name,
    message: hideTokens(fault.message),
    ...(typeof code === 'string' || typeof code === 'number' ? { code } : {}),
    ...(typeof status === 'number' ? { status } : {}),
    ...(fault.stack === undefined ? {} : { stack: hideTokens(fault.stack) }),
    ...(fault.cause === undefined || depth >= MAX_CAUSES ? {} : { cause: describeFault(fault.cause, depth + 1) }),
  };
}

function hideTokens(text: string): string {
  return text.replace(ADDRESS_TOKEN, '$1(hidden)');
}

function readField(fault: Error, name: string): unknown {
  return name in fault ? Reflect.get(fault, name) : undefined;
}
