// The words of `/next-topic`: the reasons for a topic, and what would change them.

import type { Change, NextTopic, Reason } from '../study/next-topic-reasons.ts';
import { statusOf } from '../study/study-record.ts';
import type { StudyState } from '../study/study-service.ts';
import { capitalised, countOf, difficultyText, hoursCount, hoursText, namesText, topicName } from './study-words.ts';
import { escapeMarkdown, truncate } from './text.ts';

/** Focus items shown; the rest stands on the topic's own card. */
const FOCUS_SHOWN = 3;

/** How the sentence on the tier begins, by what is before it. */
const EARLIER_WORDS: Readonly<Record<Extract<Reason, { kind: 'first-in-tier' }>['earlier'], string>> = {
  none: 'It comes first in the first tier,',
  closed: 'The tiers before are finished, and it comes first in',
  waiting: 'What is open in the tiers before must wait, and it comes first in',
};

type OpenTopic = Extract<NextTopic, { kind: 'topic' | 'choose' }>;

/** Everything about an open topic below its name; Markdown. */
export function openTopicText(next: OpenTopic, state: StudyState): string {
  const { topic } = next;
  const tier = state.knowledge.tiers.find((candidate) => candidate.id === topic.tierId);
  const facts = [
    ...(tier === undefined ? [] : [`**${escapeMarkdown(truncate(tier.title, 100))}**`]),
    difficultyText(topic.difficulty),
    hoursText(topic),
  ];
  return [
    capitalised(facts.join(' · ')),
    ...(next.kind === 'choose' ? [chooseText(topic.alternatives)] : []),
    ...(topic.why === undefined ? [] : [escapeMarkdown(truncate(topic.why, 400))]),
    section('Why this one', next.reasons.map(reasonText)),
    section('What would change that', next.changes.map(changeText)),
    focusText(next, state),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function chooseText(alternatives: readonly string[]): string {
  const names = alternatives.map((name) => escapeMarkdown(truncate(name, 100)));
  return `One of these is enough: ${namesText(names, 10, 'or')}. Pick one below; it is asked once, and \`/topic\` changes it.`;
}

/** One reason as a sentence; Markdown. */
export function reasonText(reason: Reason): string {
  switch (reason.kind) {
    case 'started':
      return reason.focusTotal === 0
        ? 'You have started it, and what is started comes first.'
        : `You have started it (${reason.ticked} of ${reason.focusTotal} focus items ticked), and what is started comes first.`;
    case 'needed-by-started':
      return `${topicName(reason.started)}, which you have started, builds on it.`;
    case 'weak-evidence':
      return `You finished it, but got only ${reason.right} of ${reason.answered} quiz answers right.`;
    case 'first-in-tier':
      return `${EARLIER_WORDS[reason.earlier]} ${tierName(reason.tier.title)} (${reason.openInTier} open there).`;
    case 'refresh-before-next-tier':
      return `Nothing else in ${tierName(reason.tier.title)} can be taken up now, and refreshing comes before the next tier.`;
    case 'list-order':
      return 'It comes first in the order of the list.';
    case 'prerequisites-met':
      return `It builds on ${namesText(reason.met.map(topicName))}, which you have behind you.`;
    case 'unlocks':
      return `It opens the way to ${namesText(reason.topics.map(topicName))}.`;
    case 'goal-presses':
      return `Your goal date is close, so ${countOf(reason.postponed, 'topic')} to refresh can wait.`;
    case 'fits-goal':
      return `It can be finished in the ${hoursCount(reason.hoursUntilGoal)} that your plan leaves until your goal date; ${topicName(reason.instead)} cannot.`;
  }
}

export function changeText(change: Change): string {
  switch (change.kind) {
    case 'finish':
      return change.next === undefined
        ? 'Finishing or skipping it completes the list.'
        : `Finishing or skipping it brings ${topicName(change.next)}.`;
    case 'start':
      return `Starting ${topicName(change.topic)} instead puts that first.`;
    case 'unblock':
      return `${topicName(change.topic)} would come first if you had ${namesText(change.missing.map(topicName))} behind you.`;
    case 'without-goal':
      return `Without your goal date ${topicName(change.topic)} would come first.`;
    case 'answer-right':
      return `${countOf(change.cards, 'more right answer')} in its quiz takes it off again.`;
  }
}

function focusText({ topic }: OpenTopic, state: StudyState): string {
  const ticks = state.record.ticks.get(topic.id);
  const open = topic.focus.filter((item) => !(ticks?.has(item.id) ?? false));
  if (open.length === 0) {
    return topic.focus.length > 0 && statusOf(state.record, topic.id) !== 'done'
      ? 'Every focus item is ticked: press **Finish** when it feels finished.'
      : '';
  }
  const shown = open.slice(0, FOCUS_SHOWN).map((item) => escapeMarkdown(truncate(item.text, 250)));
  const more = open.length - shown.length;
  const rest = more === 0 ? [] : [`and ${more} more on \`/topic\``];
  return section('Begin with', [...shown, ...rest]);
}

function section(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : `**${title}**\n${lines.map((line) => `- ${line}`).join('\n')}`;
}

function tierName(title: string): string {
  return `“${escapeMarkdown(truncate(title, 100))}”`;
}
