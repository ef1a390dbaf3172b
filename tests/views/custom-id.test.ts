// Custom ids: what was written comes back, and what was not written by us is refused without a throw.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { defineCustomId, encodeCustomId, parseCustomIdArgs, readCustomId } from '../../src/views/custom-id.ts';

const PICK = defineCustomId('sample-pick', 2, { session: z.string(), position: z.coerce.number<string>().int() });
const OWNER = '175928847299117063';

describe('custom ids', () => {
  it('come back as they were written, whatever the text holds', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 8 }), fc.integer({ min: -99999, max: 99999 }), (session, position) => {
        fc.pre(session.isWellFormed() && encodeURIComponent(session).length < 50);
        const raw = readCustomId(encodeCustomId(PICK, OWNER, { session, position }));
        expect(raw?.ownerId).toBe(OWNER);
        expect(raw === undefined ? undefined : parseCustomIdArgs(PICK, raw)).toEqual({ session, position });
      }),
    );
  });

  it('of another version, another number of values or another form are stale', () => {
    for (const text of [`sample-pick|1|${OWNER}|a|1`, `sample-pick|2|${OWNER}|a`, `sample-pick|2|${OWNER}|a|b`]) {
      const raw = readCustomId(text);
      expect(raw).toBeDefined();
      expect(raw && parseCustomIdArgs(PICK, raw)).toBeUndefined();
    }
  });

  it('that others wrote never throw', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('|', '%', 'a', '1', '0', '-', 'é') }), (text) => {
        const raw = readCustomId(text);
        if (raw !== undefined) parseCustomIdArgs(PICK, raw);
      }),
    );
    expect(readCustomId('sample|1|1|%E0%A4%A')).toBeUndefined();
  });

  it('too long for Discord are refused when they are written', () => {
    expect(() => encodeCustomId(PICK, OWNER, { session: 'x'.repeat(90), position: 1 })).toThrow(RangeError);
  });
});
