// Holds the answers of an index against what the questions want, and counts; it knows nothing of how answers are found.

import { type Listing, listEntries, titleOf, writtenOf } from '../../../src/knowledge/search/listing.ts';
import type { KnowledgeEntry, KnowledgeIndex, LookupResult } from '../../../src/knowledge/types.ts';
import type { Question } from './question-set.ts';

/** How one answer stands to what was wanted. */
export interface Verdict {
  readonly question: Question;
  readonly result: LookupResult;
  /** The right entry, both sides (or one entry that is wanted for both), or rightly nothing. */
  readonly isRight: boolean;
  /** The right entry is among the first three that are shown: the entry and the near titles. */
  readonly isInThree: boolean;
}

/** Shares from 0 to 1. */
export interface Score {
  readonly asked: number;
  readonly first: number;
  readonly inThree: number;
  /** Of the questions for one entry: answered with another one. */
  readonly wrongEntry: number;
  readonly bothSides: number;
  readonly wronglyAnswered: number;
}

export type Judge = (question: Question) => Verdict;

export function createJudge(index: KnowledgeIndex): Judge {
  const fitting = createFinder(index);
  const isOneOf = (entry: KnowledgeEntry, wanted: readonly string[]): boolean =>
    wanted.some((want) => fitting(want).some((listing) => writtenOf(listing.entry) === writtenOf(entry)));

  return (question) => {
    const result = index.lookUp(question.ask);
    if ('unknown' in question) {
      const isRight = result.kind === 'unknown';
      return { question, result, isRight, isInThree: isRight };
    }
    if ('sides' in question) {
      const [left, right] = question.sides;
      const isRight =
        result.kind === 'comparison'
          ? isOneOf(result.left, left) && isOneOf(result.right, right)
          : result.kind === 'entry' && isOneOf(result.entry, left) && isOneOf(result.entry, right);
      return { question, result, isRight, isInThree: isRight };
    }
    const isRight = result.kind === 'entry' && isOneOf(result.entry, question.entry);
    const titles = new Set(question.entry.flatMap(fitting).map(({ title }) => title));
    const shown = [
      ...(result.kind === 'entry' ? [titleOf(result.entry)] : []),
      ...('near' in result ? result.near : []),
    ];
    return { question, result, isRight, isInThree: isRight || shown.slice(0, 3).some((title) => titles.has(title)) };
  };
}

/** Wanted entries that nobody wrote, as `question: choices`: every choice of it names nothing. */
export function findUnwritten(questions: readonly Question[], index: KnowledgeIndex): readonly string[] {
  const fitting = createFinder(index);
  return questions.flatMap((question) => {
    if ('unknown' in question) return [];
    const choices = 'sides' in question ? question.sides : [question.entry];
    const unwritten = choices.filter((choice) => choice.every((wanted) => fitting(wanted).length === 0));
    return unwritten.map((choice) => `${question.ask}: ${choice.join(' | ')}`);
  });
}

export function scoreOf(verdicts: readonly Verdict[]): Score {
  const single = verdicts.filter(({ question }) => 'entry' in question);
  const pairs = verdicts.filter(({ question }) => 'sides' in question);
  const strangers = verdicts.filter(({ question }) => 'unknown' in question);
  return {
    asked: verdicts.length,
    first: share(single, ({ isRight }) => isRight),
    inThree: share(single, ({ isInThree }) => isInThree),
    wrongEntry: share(single, ({ isRight, result }) => !isRight && result.kind !== 'unknown'),
    bothSides: share(pairs, ({ isRight }) => isRight),
    wronglyAnswered: share(strangers, ({ isRight }) => !isRight),
  };
}

function share(verdicts: readonly Verdict[], counts: (verdict: Verdict) => boolean): number {
  return verdicts.length === 0 ? 0 : verdicts.filter(counts).length / verdicts.length;
}

/** What a wanted name fits: tasks of kubectl by their commands, everything else by any of its names. */
function createFinder({ knowledge }: KnowledgeIndex): (wanted: string) => readonly Listing[] {
  const listings = listEntries(knowledge);
  const named = listings.flatMap((listing) => {
    const names = new Set(listing.names.map((name) => `${listing.entry.kind}: ${bare(name)}`));
    return [...names].map((name) => ({ name, listing }));
  });
  const byName = Map.groupBy(named, ({ name }) => name);
  const isTask = ({ entry }: Listing, wanted: string): boolean =>
    entry.kind === 'kubectl' &&
    [entry.task.command, ...entry.task.accepted].some((command) => isCommand(command, wanted));

  return (wanted) => {
    const [, kind, name = ''] = /^(\w+): (.+)$/.exec(wanted) ?? [];
    if (kind === 'kubectl') return listings.filter((listing) => isTask(listing, name));
    return byName.get(`${kind}: ${bare(name)}`)?.map(({ listing }) => listing) ?? [];
  };
}

function isCommand(command: string, wanted: string): boolean {
  const has = commandTokens(command);
  const needs = commandTokens(wanted.replace(/^= | (?:\.\.\.|…)$/g, ''));
  if (!needs.every((token) => has.includes(token))) return false;
  return !wanted.startsWith('= ') || has.length === needs.length;
}

const SHORT_RESOURCES: Readonly<Record<string, string>> = { deploy: 'deployment', po: 'pod', svc: 'service' };

/** The words of a command line without `kubectl`, parameters, the namespace, and plurals; flags apart from their values. */
function commandTokens(command: string): string[] {
  const words = command
    .replace(/^kubectl\s+/, '')
    .replace(/\{[a-z0-9-]+\}/g, ' ')
    .replace(/\s(?:-n|--namespace)(?=[\s=]|$)/g, ' ')
    .split(/[\s=/]+/)
    .filter((word) => word !== '' && word !== '--');
  return words.map((word) => SHORT_RESOURCES[word] ?? (word.length > 3 ? word.replace(/s$/, '') : word));
}

function bare(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
