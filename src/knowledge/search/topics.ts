// Finds topics of the list by what people call them.

import type { Topic } from '../types.ts';
import { createSpellingCorrector } from './spelling.ts';
import { nameKey, subjectTermsOf } from './words.ts';

export interface TopicIndex {
  findTopic(name: string): Topic | undefined;
  suggestTopics(query: string, limit: number): readonly Topic[];
}

export function createTopicIndex(topics: readonly Topic[]): TopicIndex {
  const byKey = new Map<string, Set<Topic>>();
  for (const topic of topics) {
    for (const name of namesOf(topic)) {
      const key = nameKey(name);
      // A title of emoji alone leaves no key, and an empty one would be every other such name's.
      if (key !== '') byKey.set(key, (byKey.get(key) ?? new Set()).add(topic));
    }
  }
  const correct = createSpellingCorrector(byKey.keys());
  return {
    findTopic(name) {
      const key = nameKey(name);
      const exact = byKey.get(key) ?? byKey.get(correct(key) ?? '');
      return only([...(exact ?? withAllWords(topics, name))]);
    },
    suggestTopics(query, limit) {
      const wanted = query.trim().toLowerCase();
      const starting = topics.filter((topic) => namesOf(topic).some((name) => startsAWord(name, wanted)));
      const found = starting.length > 0 ? starting : [...(byKey.get(correct(nameKey(query)) ?? '') ?? [])];
      return found.slice(0, limit);
    },
  };
}

function namesOf(topic: Topic): string[] {
  return [topic.id, topic.shortTitle, topic.title, ...topic.aliases, ...topic.alternatives];
}

function withAllWords(topics: readonly Topic[], name: string): readonly Topic[] {
  const wanted = subjectTermsOf(name);
  if (wanted.length === 0) return [];
  return topics.filter((topic) => {
    const terms = subjectTermsOf(namesOf(topic).join(' '));
    return wanted.every((term) => terms.includes(term));
  });
}

function startsAWord(name: string, wanted: string): boolean {
  const lower = name.toLowerCase();
  return lower.startsWith(wanted) || lower.includes(` ${wanted}`);
}

function only<T>(items: readonly T[]): T | undefined {
  return items.length === 1 ? items[0] : undefined;
}
