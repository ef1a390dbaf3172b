// Holds an answer against the knowledge: citations that do not stand there are dropped, what has none is marked as general.

import type { Citation } from './model-port.ts';
import { describePlace, type Passage } from './passages.ts';

/** A stretch of the model's text and what it cites for it. */
export interface Segment {
  readonly text: string;
  readonly citations: readonly Citation[];
}

export interface AnswerSource {
  /** From 1, in order of first use; the text refers to it as `[1]`. */
  readonly number: number;
  /** File and headings, e.g. `concepts/kubernetes.md › Networking › Service`. */
  readonly label: string;
  readonly url: string | undefined;
}

export interface GroundedText {
  /** The model's text with `[n]` behind what source n says, and GENERAL_MARK behind what no source says. */
  readonly text: string;
  readonly sources: readonly AnswerSource[];
  /** How much of it no source of ours says. With `all`, single statements are not marked. */
  readonly general: 'none' | 'some' | 'all';
}

/** Stands behind a statement that no source of ours carries. */
export const GENERAL_MARK = '◇';

/** A shorter stretch is a connecting phrase rather than a statement. */
const LEAST_STATEMENT_WORDS = 6;

/**
 * @param findPassage looks a cited source up in the knowledge as it is now, not as the model says it is.
 */
export function groundAnswer(
  segments: readonly Segment[],
  findPassage: (source: string) => Passage | undefined,
): GroundedText {
  const numbers = new Map<string, AnswerSource>();
  const cite = (citation: Citation): AnswerSource | undefined => {
    const passage = findPassage(citation.source);
    if (passage === undefined || !saysThat(passage, citation.citedText)) return undefined;
    const label = describePlace(passage.place);
    const known = numbers.get(label);
    if (known !== undefined) return known;
    const source = { number: numbers.size + 1, label, url: passage.url };
    numbers.set(label, source);
    return source;
  };

  const joined = joinSegments(segments, cite);
  const sources = [...numbers.values()];
  if (joined.generalCount === 0) return { text: joined.text, sources, general: 'none' };
  if (sources.length > 0) return { text: joined.text, sources, general: 'some' };
  return { text: segments.map((segment) => segment.text).join(''), sources, general: 'all' };
}

/** Whether the passage holds the cited words, whatever the white space. */
function saysThat(passage: Passage, citedText: string): boolean {
  const wanted = squeeze(citedText);
  return (
    wanted !== '' &&
    (squeeze(passage.blocks.join(' ')).includes(wanted) || squeeze(passage.blocks.join('')).includes(wanted))
  );
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function joinSegments(
  segments: readonly Segment[],
  cite: (citation: Citation) => AnswerSource | undefined,
): { readonly text: string; readonly generalCount: number } {
  let text = '';
  let pending: string[] = [];
  let generalCount = 0;
  for (const [index, segment] of segments.entries()) {
    const wasInFence = isInFence(text);
    const marks = segment.citations.flatMap((citation) => {
      const source = cite(citation);
      return source === undefined ? [] : [`[${source.number}]`];
    });
    if (marks.length === 0 && !wasInFence) {
      const marked = markGeneral(segment.text, index === segments.length - 1);
      text += marked.text;
      generalCount += marked.count;
    } else {
      text += segment.text;
    }
    pending.push(...marks.filter((mark) => !pending.includes(mark)));
    // Inside a fence a mark would become part of the code, so it waits for the end of the fence.
    if (pending.length > 0 && !isInFence(text)) {
      text = appendMarks(text, pending.join(''));
      pending = [];
    }
  }
  return { text: pending.length === 0 ? text : appendMarks(closeFence(text), pending.join('')), generalCount };
}

/** Puts marks behind the last word; behind a fence they get a line of their own. */
function appendMarks(text: string, marks: string): string {
  const body = text.trimEnd();
  const space = text.slice(body.length);
  return `${body}${body.endsWith('```') ? '\n' : ' '}${marks}${space}`;
}

/** Marks each statement of a stretch without a citation; code and questions are none. */
function markGeneral(text: string, isLast: boolean): { readonly text: string; readonly count: number } {
  let isFenced = false;
  let count = 0;
  const lines = text.split('\n').map((line, index, all) => {
    if (line.trimStart().startsWith('```')) {
      isFenced = !isFenced;
      return line;
    }
    const isWhole = index < all.length - 1 || isLast || /[.!)]["'*_]*\s*$/.test(line);
    if (isFenced || !isWhole || !isStatement(line)) return line;
    count += 1;
    return `${line.trimEnd()} ${GENERAL_MARK}${line.slice(line.trimEnd().length)}`;
  });
  return { text: lines.join('\n'), count };
}

function isStatement(line: string): boolean {
  const words = line.match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.length >= LEAST_STATEMENT_WORDS && !/[?:]["'*_]*\s*$/.test(line);
}

function isInFence(text: string): boolean {
  return (text.match(/^\s*```/gm) ?? []).length % 2 === 1;
}

function closeFence(text: string): string {
  return isInFence(text) ? `${text.trimEnd()}\n\`\`\`` : text;
}
