// The log: one JSON line an event, with references and ids, never message text or secrets.

import { type DestinationStream, type Logger, pino } from 'pino';

export type Log = Pick<Logger, 'debug' | 'info' | 'warn' | 'error' | 'fatal'>;

/** Keys whose values are never written, wherever they stand. */
const REDACTED = [
  'token',
  '*.token',
  'authorization',
  '*.authorization',
  'headers',
  '*.headers',
  'requestBody',
  '*.requestBody',
];

/** @param destination where lines go; standard output when absent. */
export function createLog(level: string, destination?: DestinationStream): Log {
  return pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime, redact: { paths: REDACTED, censor: '(hidden)' } },
    destination ?? pino.destination({ fd: 1, sync: true }),
  );
}
