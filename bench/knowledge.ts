// How well and how fast look-ups answer: the questions of learners, and the time on our own and on grown knowledge; and reloads.

import { createKnowledgeIndex } from '../src/knowledge/create-index.ts';
import { loadKnowledge } from '../src/knowledge/load-knowledge.ts';
import type { Concept, Knowledge, KnowledgeIndex } from '../src/knowledge/types.ts';
import { readQuestions } from '../tests/knowledge/questions/question-set.ts';
import { createJudge, scoreOf } from '../tests/knowledge/questions/score-questions.ts';
import type { Figure } from './figure.ts';
import { benchReload } from './reload.ts';

const ROUNDS = 20;
/** Rounds before the clock counts: the compiler needs some to settle. */
const WARM_UP = 3;
/** Words put before grown titles, so that some terms become frequent and others stay rare. */
const WORDS =
  'alpha batch broker cache chart claim event graph group index layer proxy queue quota route shard table token trace vault'.split(
    ' ',
  );

/** @param grownSize entries of the grown knowledge; 50,000 takes some ten seconds to build. */
export async function benchKnowledge(grownSize: number): Promise<readonly Figure[]> {
  const { knowledge } = await loadKnowledge('knowledge');
  const questions = questionsAbout(knowledge);
  const index = createKnowledgeIndex(knowledge);
  const own = measure(index, questions);
  const grown = measure(createKnowledgeIndex(grow(knowledge, grownSize)), questions);
  const sizes = { own: knowledge.concepts.length, grown: grownSize };
  return [
    ...scoreFigures(index),
    { name: 'look-ups timed', value: questions.length * ROUNDS, unit: '' },
    ...Object.entries({ own, grown }).flatMap(([name, { medianMs, p99Ms, cpuP99Ms }]) => [
      {
        name: `look-up, ${name} knowledge (${sizes[name === 'own' ? 'own' : 'grown']} concepts), median`,
        value: medianMs,
        unit: 'ms',
      },
      { name: `look-up, ${name} knowledge, 99th percentile`, value: p99Ms, unit: 'ms' },
      { name: `look-up, ${name} knowledge, 99th percentile of processor time`, value: cpuP99Ms, unit: 'ms' },
    ]),
    { name: 'grown to own, processor time', value: grown.cpuP99Ms / own.cpuP99Ms, unit: '×' },
    ...(await benchReload()),
  ];
}

/** The shares of right answers: all questions, those that tuning looked at, those held out from it. */
function scoreFigures(index: KnowledgeIndex): Figure[] {
  const verdicts = readQuestions().map(createJudge(index));
  const parts = {
    all: verdicts,
    tuned: verdicts.filter(({ question }) => !question.isHeldOut),
    'held out': verdicts.filter(({ question }) => question.isHeldOut),
    'written without sight of the knowledge': verdicts.filter(({ question }) => question.field.startsWith('fresh')),
  };
  return Object.entries(parts).flatMap(([name, part]) => {
    const score = scoreOf(part);
    const percent = (share: number): number => Math.round(share * 1000) / 10;
    return [
      { name: `questions of learners, ${name}`, value: score.asked, unit: '' },
      { name: '  right entry first', value: percent(score.first), unit: '%' },
      { name: '  right entry in three', value: percent(score.inThree), unit: '%' },
      { name: '  another entry in its place', value: percent(score.wrongEntry), unit: '%' },
      { name: '  both sides of a comparison', value: percent(score.bothSides), unit: '%' },
      { name: '  unknowns wrongly answered', value: percent(score.wronglyAnswered), unit: '%' },
    ];
  });
}

interface Timing {
  readonly medianMs: number;
  readonly p99Ms: number;
  readonly cpuP99Ms: number;
}

function measure(index: KnowledgeIndex, questions: readonly string[]): Timing {
  const wallMs: number[] = [];
  const cpuMs: number[] = [];
  for (let round = -WARM_UP; round < ROUNDS; round += 1) {
    for (const question of questions) {
      const cpuBefore = process.cpuUsage();
      const before = performance.now();
      index.lookUp(question);
      const wall = performance.now() - before;
      const { user, system } = process.cpuUsage(cpuBefore);
      if (round < 0) continue;
      wallMs.push(wall);
      cpuMs.push((user + system) / 1000);
    }
  }
  return { medianMs: percentile(wallMs, 0.5), p99Ms: percentile(wallMs, 0.99), cpuP99Ms: percentile(cpuMs, 0.99) };
}

/** Names, sentences, comparisons, slips and strangers, made from what there is. */
function questionsAbout({ concepts }: Knowledge): string[] {
  const titles = concepts.slice(0, 60).map(({ title }) => title);
  return titles.flatMap((title, at) => [
    title,
    `what is a ${title} and when do I need it`,
    `difference between ${title} and ${titles[(at + 1) % titles.length] ?? title}`,
    `${title.slice(0, 3)}${title.slice(4)}`,
    `${title} for horses`,
    `how do I restart my ${title}`,
  ]);
}

function grow(knowledge: Knowledge, size: number): Knowledge {
  const { concepts } = knowledge;
  const grown = Array.from({ length: Math.max(0, size - concepts.length) }, (_, at): Concept[] => {
    const model = concepts[at % concepts.length];
    if (model === undefined) return [];
    const word = WORDS[at % WORDS.length] ?? '';
    return [
      { ...model, id: `grown-${at}`, title: `${word} ${model.title} ${at.toString(36)}`, aliases: [`${word} ${at}`] },
    ];
  });
  return { ...knowledge, concepts: [...concepts, ...grown.flat()] };
}

function percentile(values: readonly number[], share: number): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length * share)] ?? 0;
}
