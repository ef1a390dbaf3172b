// Gathers the model's events into segments, and makes of them what may be shown.

import { estimateTokens } from './conversation.ts';
import { type GroundedText, groundAnswer, type Segment } from './grounding.ts';
import { hideSolution } from './hide-solution.ts';
import type { Citation, ModelEvent } from './model-port.ts';
import { addUsage, type ModelStop, type ModelUsage, NO_USAGE } from './model-port.ts';
import type { Passage } from './passages.ts';
import type { OpenCard } from './ports.ts';
import { disarmMarkdown, recitesRules } from './safe-text.ts';

/** The answer as it has come so far. */
export interface Draft {
  readonly segments: readonly Segment[];
  /** What was told, and an estimate for what was said since: a stream that is stopped does not tell. */
  readonly usage: ModelUsage;
  readonly stop: ModelStop | undefined;
  /** Names of the tools that the model has called. */
  readonly toolNames: ReadonlySet<string>;
  /** The model's own words, without marks. */
  text(): string;
  add(event: ModelEvent): void;
}

export function createDraft(): Draft {
  let blocks = new Map<number, { text: string; citations: Citation[] }>();
  let usage = NO_USAGE;
  let stop: ModelStop | undefined;
  const toolNames = new Set<string>();
  /** Said since the model last told what it had said. */
  let untold = '';
  const blockOf = (number: number): { text: string; citations: Citation[] } => {
    const block = blocks.get(number) ?? { text: '', citations: [] };
    blocks.set(number, block);
    return block;
  };
  return {
    get segments() {
      return [...blocks.values()];
    },
    get usage() {
      return addUsage(usage, { ...NO_USAGE, output: estimateTokens(untold) });
    },
    get stop() {
      return stop;
    },
    toolNames,
    text: () => [...blocks.values()].map((block) => block.text).join(''),
    add(event) {
      if (event.kind === 'text') {
        blockOf(event.block).text += event.text;
        untold += event.text;
      } else if (event.kind === 'citation') blockOf(event.block).citations.push(event.citation);
      // What was said before a tool is called is a lead-in ("Let me look that up"), not a part of the answer.
      else if (event.kind === 'tool') {
        blocks = new Map();
        toolNames.add(event.name);
      } else if (event.kind === 'usage') {
        usage = addUsage(usage, event.usage);
        if (event.usage.output > 0) untold = '';
      } else if (event.kind === 'end') stop = event.stop;
    },
  };
}

/**
 * The draft with its citations checked, its Markdown disarmed and the open card's answer taken out; undefined when it
 * recites the rules.
 */
export function presentDraft(
  draft: Draft,
  findPassage: (source: string) => Passage | undefined,
  card: OpenCard | undefined,
): GroundedText | undefined {
  if (recitesRules(draft.text())) return undefined;
  const grounded = groundAnswer(draft.segments, findPassage);
  const urls = new Set(grounded.sources.flatMap((source) => source.url ?? []));
  const safe = disarmMarkdown(grounded.text, urls).trim();
  return { ...grounded, text: card === undefined ? safe : hideSolution(safe, card.isSolution).trim() };
}
