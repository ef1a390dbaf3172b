// Cards from the kubectl tasks: write or pick the command for a goal, and say what a command does.

import type { Knowledge } from '../knowledge/types.ts';
import type { Card } from './card.ts';
import { wordCommand } from './command-goal.ts';
import { drawCommandSiblings } from './command-siblings.ts';
import { readWords, verbOf } from './command-words.ts';
import { unsaidParts } from './goal.ts';
import { compareCommands } from './kubectl/compare.ts';
import { describeCommand } from './kubectl/describe-command.ts';
import { drawValues, fillMarks, type ParameterisedTask, type ParameterValues, parameterise } from './parameters.ts';
import type { CommandQuestion, MeaningQuestion } from './question.ts';
import { type Random, shuffle } from './random.ts';

/** Options of a choice, the right one among them. */
const OPTION_COUNT = 4;

/**
 * Cards of every task whose own key kubectl would take and whose goal can be put into words; a task that fails either gives
 * no card, since nobody could answer it rightly.
 */
export function kubectlCards(knowledge: Knowledge): readonly Card[] {
  const tasks = knowledge.kubectlTasks.map(parameterise).filter(isAskable);
  const topicId = kubectlTopicId(knowledge);
  return tasks.flatMap((task) => {
    const siblings = tasks.filter((other) => other !== task);
    const common = { deck: 'kubectl' as const, topicId: task.task.topicId ?? topicId, family: task.task.id };
    const command: Card = {
      ...common,
      id: `kubectl:${task.task.id}`,
      modes: ['typed', 'choice'],
      draw: (mode, random) => drawCommand(task, siblings, mode, random),
    };
    const meaning: Card = {
      ...common,
      id: `kubectl-meaning:${task.task.id}`,
      modes: ['choice'],
      draw: (_mode, random) => drawMeaning(task, siblings, random),
    };
    // With fewer than three others there is no fair choice.
    return siblings.length < OPTION_COUNT - 1 ? [{ ...command, modes: ['typed'] }] : [command, meaning];
  });
}

/** Values with which a task is tried out: the first of each list. */
export function firstValues(parameters: ParameterisedTask['parameters']): ParameterValues {
  return drawValues(parameters, () => 0);
}

function isAskable(task: ParameterisedTask): boolean {
  return isAskableWith(task, firstValues(task.parameters));
}

function isAskableWith(task: ParameterisedTask, values: ParameterValues): boolean {
  const key = fillMarks(task.command, values);
  return compareCommands(key, key).verdict === 'exact' && wordGoal(task, values) !== undefined;
}

/** Drawn values, or the first ones where those drawn do not give a question. */
function drawAskableValues(task: ParameterisedTask, random: Random): ParameterValues {
  const drawn = drawValues(task.parameters, random);
  return isAskableWith(task, drawn) ? drawn : firstValues(task.parameters);
}

interface WordedGoal {
  /** With `{parameter}` marks. */
  readonly goal: string;
  /** What the goal leaves out; undefined when it leaves out nothing. */
  readonly precisely: string | undefined;
  /** All of it in one, with its values in place. */
  readonly inFull: string;
}

/** The goal in words with all that is graded; undefined when there are no words for it. */
function wordGoal({ task, command }: ParameterisedTask, values: ParameterValues): WordedGoal | undefined {
  const key = fillMarks(command, values);
  const worded = wordCommand(key);
  if (task.goal === undefined) {
    const goal = worded ?? describeCommand(key);
    return goal === undefined ? undefined : { goal, precisely: undefined, inFull: goal };
  }
  const filled = fillMarks(task.goal, values);
  const unsaid = unsaidParts(filled, key);
  if (unsaid.length === 0) return { goal: task.goal, precisely: undefined, inFull: filled };
  if (worded !== undefined) return { goal: task.goal, precisely: worded, inFull: worded };
  const rest = `with ${unsaid.map((part) => `\`${part}\``).join(', ')}`;
  return { goal: task.goal, precisely: rest, inFull: `${filled} (${rest})` };
}

function drawCommand(
  task: ParameterisedTask,
  siblings: readonly ParameterisedTask[],
  mode: 'typed' | 'choice',
  random: Random,
): CommandQuestion {
  const values = drawAskableValues(task, random);
  const key = fillMarks(task.command, values);
  const accepted = task.accepted.map((line) => fillMarks(line, values));
  const wrong =
    mode === 'choice' ? drawCommandSiblings({ key, accepted, values, siblings }, OPTION_COUNT - 1, random) : [];
  const options = mode === 'choice' ? shuffle([key, ...wrong], random) : [];
  const worded = wordGoal(task, values);
  return {
    kind: 'command',
    cardId: `kubectl:${task.task.id}`,
    ...commonOf(task),
    mode,
    options,
    rightOption: options.indexOf(key),
    goal: worded?.goal ?? '',
    ...(worded?.precisely === undefined ? {} : { precisely: worded.precisely }),
    values,
    key,
    accepted,
    ...(task.task.sinceVersion === undefined ? {} : { sinceVersion: task.task.sinceVersion }),
  };
}

function drawMeaning(task: ParameterisedTask, siblings: readonly ParameterisedTask[], random: Random): MeaningQuestion {
  const values = drawAskableValues(task, random);
  const command = fillMarks(task.command, values);
  const right = meaningOf(task, values);
  const verb = verbOf(readWords(command));
  const others = shuffle(siblings, random).map((sibling) => {
    const shared = Object.fromEntries(Object.entries(values).filter(([name]) => name in sibling.parameters));
    const drawn = { ...drawValues(sibling.parameters, random), ...shared };
    const line = fillMarks(sibling.command, drawn);
    return { line, isClose: verbOf(readWords(line)) === verb, sibling, drawn };
  });
  const wrong: string[] = [];
  for (const other of [...others.filter((one) => one.isClose), ...others.filter((one) => !one.isClose)]) {
    if (wrong.length === OPTION_COUNT - 1) break;
    // Put into words only as they are needed: it is most of the work.
    const meaning = meaningOf(other.sibling, other.drawn);
    const isNew = meaning !== right && !wrong.includes(meaning);
    if (isNew && compareCommands(command, other.line).verdict === 'different') wrong.push(meaning);
  }
  const options = shuffle([right, ...wrong], random);
  const cardId = `kubectl-meaning:${task.task.id}`;
  const rightOption = options.indexOf(right);
  return { kind: 'meaning', cardId, ...commonOf(task), mode: 'choice', options, rightOption, command };
}

function meaningOf(task: ParameterisedTask, values: ParameterValues): string {
  return wordGoal(task, values)?.inFull ?? fillMarks(task.command, values);
}

function commonOf({ task, command }: ParameterisedTask) {
  const type = readWords(command).find((word) => word.role === 'type' || word.role === 'typed-name')?.text;
  return {
    place: task.place,
    ...(task.source === undefined ? {} : { sourceUrl: task.source.url }),
    ...(task.explanation === undefined ? {} : { explanation: task.explanation }),
    lookUp: type === undefined ? 'kubectl' : (type.split('/')[0] ?? type),
  };
}

/** The topic that kubectl belongs to: the one whose title, aliases or focus name it or Kubernetes. */
function kubectlTopicId(knowledge: Knowledge): string | undefined {
  const names = (texts: readonly string[]): boolean => texts.some((text) => /kubectl|kubernetes/i.test(text));
  return knowledge.topics.find((topic) => names([topic.title, ...topic.aliases]))?.id;
}
