// What the log may say: no tokens, no request bodies.

import { describe, expect, it } from 'vitest';
import { describeFault } from '../../src/operations/describe-fault.ts';

describe('a fault in the log', () => {
  it('keeps name, code, status and causes, and drops bodies and tokens', () => {
    const fault = Object.assign(new Error('POST /interactions/123/aSecretToken/callback refused'), {
      code: 50035,
      status: 400,
      requestBody: { json: { content: 'what somebody wrote' } },
      url: 'https://discord.com/api/v10/webhooks/1/aSecretToken',
    });
    const described = describeFault(new Error('outer', { cause: fault }));
    expect(described.cause).toMatchObject({ code: 50035, status: 400 });
    expect(JSON.stringify(described)).not.toMatch(/aSecretToken|what somebody wrote/);
  });

  it('ends for causes that run in a circle', () => {
    const fault = new Error('again');
    fault.cause = fault;
    expect(JSON.stringify(describeFault(fault)).length).toBeGreaterThan(0);
  });
});
