// The answer of an open card is hidden in whatever code it stands, and nothing else is.

import { describe, expect, it } from 'vitest';
import { hideSolution } from '../../src/assistant/hide-solution.ts';

const isSolution = (line: string) => line === 'kubectl scale deployment web --replicas=3';
const hide = (text: string) => hideSolution(text, isSolution);

describe('the answer of an open card', () => {
  it('is hidden in inline code and in fences, with prompt, continuation and pipe', () => {
    expect(hide('Use `kubectl scale deployment web --replicas=3`, then `kubectl get pods`.')).toBe(
      'Use `▒▒▒`, then `kubectl get pods`.',
    );
    expect(hide('```sh\n$ kubectl scale deployment web \\\n  --replicas=3 | cat\nkubectl get pods\n```\nDone.')).toBe(
      '```sh\n▒▒▒\nkubectl get pods\n```\nDone.',
    );
  });

  it('is not shown while it is being written', () => {
    const text = 'Use `kubectl scale deployment web --replicas=3`';
    for (let end = 0; end < text.length; end += 1) expect(hide(text.slice(0, end))).not.toContain('kubectl');
    const fenced = 'Like so:\n```sh\nkubectl scale deployment web --replicas=3\n```';
    for (let end = 0; end <= fenced.length; end += 1) expect(hide(fenced.slice(0, end))).not.toContain('scale');
  });

  it('leaves every other text as it is', () => {
    for (const text of [
      'Think of the verb that changes how many there are.',
      'A word with ``two`` ticks, and `kubectl scale deployment web --replicas=2`.',
      '```yaml\nkind: Service\n```\n\nand `done`',
    ]) {
      expect(hide(text)).toBe(text);
    }
  });
});
