// What Studypod can do, in the order in which a newcomer needs it.

import type { MessageBody } from './message.ts';
import { COLOURS } from './theme.ts';

interface HelpEntry {
  readonly command: string;
  readonly does: string;
}

interface HelpSection {
  readonly title: string;
  readonly entries: readonly HelpEntry[];
  /** What is done without a command, e.g. from a menu. */
  readonly beside?: string;
}

/** Every command stands here once; a test holds this list against the registry. */
export const HELP_SECTIONS: readonly HelpSection[] = [
  {
    title: '1 · Find out what to learn',
    entries: [
      { command: '/next-topic', does: 'what to study next, and why' },
      { command: '/topic', does: 'one topic: what to cover, how hard, how long; tick it off, set its status' },
    ],
  },
  {
    title: '2 · Understand it',
    entries: [
      { command: '/explain', does: 'a concept, “service vs ingress”, an error message, or a how-to' },
      {
        command: '/ask',
        does: 'a free question, answered from the knowledge; writing to the bot or mentioning it does the same',
      },
      { command: '/cloud', does: 'the same service at AWS, Azure and Google Cloud, and the difference that bites' },
    ],
    beside:
      '**Explain this**: right-click a message (on a phone, hold it), then Apps, and I explain what it names or what its error means',
  },
  {
    title: '3 · Make it stick',
    entries: [
      { command: '/quiz', does: 'a few cards, typed or chosen; the ones you miss come back sooner' },
      { command: '/daily-quiz', does: 'a card a day in a channel of your server, for those who manage it' },
      { command: '/remind', does: 'a daily message with the next small step, at your time in your zone' },
    ],
  },
  {
    title: '4 · See how far you are',
    entries: [
      { command: '/progress', does: 'tiers, topics, streak, cards due and a forecast' },
      { command: '/plan', does: 'the whole list week by week at your pace, with a calendar file' },
      { command: '/project', does: 'the capstone project, to tick off step by step' },
    ],
  },
  {
    title: 'And',
    entries: [
      { command: '/usage', does: 'what is left of today’s assistant budget' },
      { command: '/data', does: 'everything stored about you: take it with you, or delete it' },
      { command: '/help', does: 'this page' },
    ],
  },
];

/** @param sources how many topics and entries are loaded, so that people see what stands behind the answers. */
export function helpView(sources: { readonly topicCount: number; readonly entryCount: number }): MessageBody {
  return {
    embeds: [
      {
        title: 'Studypod, your study companion',
        description: [
          'Pick a topic, understand it, quiz yourself, come back tomorrow.',
          'New here? Start with `/next-topic`, then try `/explain query:service vs ingress` and `/quiz deck:kubectl`.',
        ].join('\n'),
        color: COLOURS.study,
        fields: HELP_SECTIONS.map((section) => ({
          name: section.title,
          value: [
            ...section.entries.map((entry) => `\`${entry.command}\`: ${entry.does}`),
            ...(section.beside === undefined ? [] : [section.beside]),
          ].join('\n'),
        })),
        footer: {
          text: `${count(sources.topicCount, 'topic', 'topics')} · ${count(sources.entryCount, 'entry', 'entries')} in the knowledge base · every answer names its source · your progress is only shown to you`,
        },
      },
    ],
  };
}

function count(amount: number, one: string, many: string): string {
  return `${amount} ${amount === 1 ? one : many}`;
}
