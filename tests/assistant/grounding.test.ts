// Grounding: what the knowledge does not say is never cited, and what nobody said is marked.

import { describe, expect, it } from 'vitest';
import { groundAnswer, type Segment } from '../../src/assistant/grounding.ts';
import { passageSearchOf } from '../../src/assistant/retrieval.ts';
import { sampleIndex } from './sample-knowledge.ts';

const search = passageSearchOf(sampleIndex());
const service = search.all.find((passage) => passage.title === 'Service');
const ingress = search.all.find((passage) => passage.title === 'Ingress');
if (service === undefined || ingress === undefined) throw new Error('the sample knowledge lost its entries');

const cites = (passage: typeof service, block = 0) => ({
  source: passage.source,
  citedText: passage.blocks[block] ?? '',
});
const ground = (...segments: readonly Segment[]) => groundAnswer(segments, search.get);

describe('grounding an answer', () => {
  it('numbers sources in the order in which the text uses them, each once', () => {
    const grounded = ground(
      { text: 'An Ingress routes HTTP.', citations: [cites(ingress)] },
      { text: ' A Service has one address.', citations: [cites(service)] },
      { text: ' It is not for other traffic.', citations: [cites(ingress, 1)] },
    );
    expect(grounded.text).toBe(
      'An Ingress routes HTTP. [1] A Service has one address. [2] It is not for other traffic. [1]',
    );
    expect(grounded.sources.map((source) => source.number)).toEqual([1, 2]);
    expect(grounded.general).toBe('none');
  });

  it('takes a citation over several blocks, with or without space between them', () => {
    const joined = service.blocks.slice(0, 2);
    for (const citedText of [joined.join(''), joined.join(' '), joined.join('\n')]) {
      expect(ground({ text: 'One address.', citations: [{ source: service.source, citedText }] }).sources).toHaveLength(
        1,
      );
    }
  });

  it('drops a citation of an unknown source, of other words, of another entry’s words, and of none', () => {
    for (const citation of [
      { source: 'concepts/kubernetes.md:9999', citedText: service.blocks[0] ?? '' },
      { source: service.source, citedText: 'A Service is free of charge.' },
      { source: service.source, citedText: ingress.blocks[0] ?? '' },
      { source: service.source, citedText: '   ' },
    ]) {
      const grounded = ground({ text: 'A Service is free of charge in every cloud.', citations: [citation] });
      expect(grounded).toMatchObject({ sources: [], general: 'all' });
    }
  });

  it('marks each statement without a source, but neither questions nor lead-ins nor code', () => {
    const grounded = ground(
      { text: 'A Service has one address.', citations: [cites(service)] },
      {
        text: '\n\nMany teams put a mesh in front of it.\nWould you like to see how that looks in practice?\nFor example, run this on your own machine:\n```sh\nkubectl get service name --output yaml --namespace mine\n```\nThat is a thing to try on a quiet day.',
        citations: [],
      },
    );
    expect(grounded.text.split('\n').filter((line) => line.includes('◇'))).toEqual([
      'Many teams put a mesh in front of it. ◇',
      'That is a thing to try on a quiet day. ◇',
    ]);
    expect(grounded.general).toBe('some');
  });

  it('never puts a mark inside a code fence', () => {
    const grounded = ground(
      { text: 'Like so:\n```yaml\nkind: Service\n', citations: [cites(service)] },
      { text: 'spec: {}\n```\nDone.', citations: [] },
    );
    expect(grounded.text).toBe('Like so:\n```yaml\nkind: Service\nspec: {}\n```\nDone. [1]');
  });
});
