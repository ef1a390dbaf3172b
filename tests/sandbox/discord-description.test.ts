// That holding requests against Discord's description can fail at all.

import { describe, expect, it } from 'vitest';
import type { RecordedRequest } from '../../sandbox/rest/rest-app.ts';
import { checkAgainstDescription, hasDescription } from './discord-description.ts';

const request: RecordedRequest = {
  method: 'POST',
  route: '/users/@me/channels',
  path: '/users/@me/channels',
  query: {},
  body: { recipient_id: '1' },
  files: [],
  status: 200,
  answer: { id: '2', type: 1, flags: 0, recipients: [] },
};

function describeChecks(): void {
  it('takes a request and an answer that it describes', () => {
    expect(checkAgainstDescription([request])).toEqual({ checked: 1, faults: [] });
  });

  it.each([
    ['a body with a field of the wrong type', { body: { recipient_id: true } }, 'request/recipient_id'],
    ['an answer without a required field', { answer: { id: '2', type: 1, flags: 0 } }, 'recipients'],
    ['a route that Discord does not have', { route: '/users/@me/enemies' }, 'not in Discord'],
    ['a status that is not described', { status: 202 }, 'described for status 202'],
  ])('finds %s', (_what, change, words) => {
    const { faults } = checkAgainstDescription([{ ...request, ...change }]);
    expect(faults.join()).toContain(words);
  });
}

if (hasDescription) describe("Discord's description", describeChecks);
else {
  it('is absent, so requests were not held against it', () => {
    console.warn("Discord's OpenAPI description is not at hand; set DISCORD_OPENAPI to its place.");
    expect(() => checkAgainstDescription([request])).toThrow('ENOENT');
  });
}
