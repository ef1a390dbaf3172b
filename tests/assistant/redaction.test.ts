// Secrets and ids never reach the store or the model; ordinary questions stay as they are.

import { describe, expect, it } from 'vitest';
import { redact } from '../../src/assistant/redaction.ts';

/** Built from parts, so that no scanner takes a made-up key for a real one. */
const SECRETS: Readonly<Record<string, string>> = {
  'an AWS key id': `AKIA${'ABCDEFGHIJKLMNOP'}`,
  'an API key': `sk-${'ant-api03-'}${'x1'.repeat(20)}`,
  'a GitHub token': `ghp_${'a1'.repeat(18)}`,
  'a Slack token': `xoxb-${'123456789012-abc'}`,
  'a Google key': `AIza${'b2'.repeat(17)}c`,
  'a Databricks token': `dapi${'0f'.repeat(16)}`,
  'a JSON web token': `eyJhbGciOiJIUzI1NiJ9.${'eyJzdWIiOiIxIn0'}.${'c2lnbmF0dXJl'}`,
  'a bot token': `M${'T'.repeat(24)}.${'Gabcde'}.${'z'.repeat(30)}`,
  'an e-mail address': 'ada@example.com',
};

describe('redaction', () => {
  for (const [name, secret] of Object.entries(SECRETS)) {
    it(`takes ${name} out of a question`, () => {
      const { text, secretCount } = redact(`Why is ${secret} refused?`);
      expect(text).toBe('Why is [removed] refused?');
      expect(secretCount).toBe(1);
    });
  }

  it('takes the value of a password, a kubeconfig and an address with credentials', () => {
    expect(redact('export DB_PASSWORD="hunter2hunter2"').text).toBe('export DB_PASSWORD="[removed]"');
    expect(redact('client-key-data: LS0tLS1CRUdJTiBSU0E').text).toBe('client-key-data: [removed]');
    expect(redact('postgres://ada:hunter2@db:5432/x').text).toBe('postgres://ada:[removed]@db:5432/x');
    expect(redact(`-----BEGIN RSA PRIVATE ${'KEY'}-----\nMIIE\n-----END RSA PRIVATE ${'KEY'}-----`).text).toBe(
      '[removed]',
    );
  });

  it('takes mentions and ids out without counting them as secrets', () => {
    expect(redact('<@175928847299117063> what did <#175928847299117064> say of 175928847299117065?')).toEqual({
      text: 'what did say of ?',
      secretCount: 0,
    });
  });

  it('leaves questions about secrets alone, and is idempotent', () => {
    for (const question of [
      'How do I create a Secret with a token in Kubernetes?',
      'kubectl create secret generic db --from-literal=user=admin',
      'What is the difference between a token and a password?',
      'Why does port 8080 of 10.0.0.1 refuse?',
    ]) {
      expect(redact(question).text).toBe(question);
    }
    const once = redact('password=abcdefgh and sk-aaaaaaaaaaaaaaaaaaaaaaaa').text;
    expect(redact(once)).toEqual({ text: once, secretCount: 0 });
  });
});
