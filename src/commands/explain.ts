// `/explain` and the message menu `Explain this`: a concept, a comparison, an error or a how-to, from the knowledge alone.

import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord-api-types/v10';
import { MAX_QUESTION } from '../knowledge/create-index.ts';
import { titleOf } from '../knowledge/search/listing.ts';
import type { KnowledgeIndex, KnowledgeSource, LookupResult } from '../knowledge/types.ts';
import { EXPLAIN_OPEN } from '../views/explain-custom-ids.ts';
import { explainView, goneEntryView, nothingToExplainView } from '../views/explain-view.ts';
import { LIMITS } from '../views/limits.ts';
import type { Button } from '../views/study-controls.ts';
import { type Choice, type Command, type ComponentHandler, EVERYWHERE, handleComponent } from './command.ts';

export interface ExplainDependencies {
  readonly knowledge: KnowledgeSource;
  /** Told each query that found nothing; who asked is not said. */
  readonly onUnanswered?: (query: string, nowMs: number) => Promise<void>;
  /** A button that takes the question further, for its owner; undefined when nothing would answer it. */
  readonly deeperButton?: (query: string, ownerId: string) => Button | undefined;
}

/** Near titles that "Explain this" offers beside what it found in a message. */
const MENTIONED = 4;

export function createExplainCommand(deps: ExplainDependencies): Command {
  return {
    payload: {
      name: 'explain',
      description: 'A concept, “X vs Y”, an error message, or how to do something',
      ...EVERYWHERE,
      options: [
        {
          type: ApplicationCommandOptionType.String,
          name: 'query',
          description: 'For example: service vs ingress, CrashLoopBackOff, restart a deployment',
          required: true,
          max_length: MAX_QUESTION,
          autocomplete: true,
        },
      ],
    },
    ack: 'immediate',
    visibility: 'public',
    async run({ person, options, nowMs }) {
      const query = String(options.query ?? '');
      const index = deps.knowledge.current();
      const result = index.lookUp(query);
      if (result.kind === 'unknown') await deps.onUnanswered?.(query, nowMs);
      return { kind: 'message', message: answerView(query, result, index, person.id, deps) };
    },
    async complete({ focused }) {
      const titles = deps.knowledge.current().suggest(focused.value, LIMITS.choices);
      return titles.filter((title) => title.length <= LIMITS.choiceValue).map(toChoice);
    },
    components: [openHandler(deps)],
  };
}

export function createExplainMessageCommand(deps: ExplainDependencies): Command {
  return {
    payload: { name: 'Explain this', type: ApplicationCommandType.Message, ...EVERYWHERE },
    ack: 'immediate',
    visibility: 'personal',
    async run({ person, targetText = '' }) {
      const text = targetText.trim();
      if (text === '') return { kind: 'message', message: nothingToExplainView() };
      const index = deps.knowledge.current();
      return { kind: 'message', message: answerView(text, lookUpMessage(index, text), index, person.id, deps, true) };
    },
    // Its buttons are those of `/explain`, which handles them.
    components: [],
  };
}

/** Somebody's message is seldom a question: what answers it as one comes first, then what it mentions. */
function lookUpMessage(index: KnowledgeIndex, text: string): LookupResult {
  const result = index.lookUp(text);
  if (result.kind !== 'unknown' && result.kind !== 'entry') return result;
  const mentioned = index.findInText(text, MENTIONED);
  const entry = result.kind === 'entry' ? result.entry : mentioned[0];
  if (entry === undefined) return result;
  const near = [...mentioned.map(titleOf), ...result.near].filter((title) => title !== titleOf(entry));
  return { kind: 'entry', entry, near: [...new Set(near)].slice(0, MENTIONED) };
}

function answerView(
  query: string,
  result: LookupResult,
  index: KnowledgeIndex,
  ownerId: string,
  { deeperButton }: ExplainDependencies,
  isNearFirst = false,
): ReturnType<typeof explainView> {
  const deeper = deeperButton?.(query, ownerId);
  return explainView(query, result, {
    knowledge: index.knowledge,
    ownerId,
    isNearFirst,
    ...(deeper === undefined ? {} : { moreButtons: [deeper] }),
  });
}

function openHandler(deps: ExplainDependencies): ComponentHandler {
  return handleComponent(EXPLAIN_OPEN, { ack: 'immediate', visibility: 'personal' }, async ({ person, args }) => {
    const index = deps.knowledge.current();
    const result = index.lookUp(args.title);
    if (result.kind === 'unknown') return { kind: 'message', message: goneEntryView(args.title) };
    const message = answerView(args.title, result, index, person.id, deps);
    // The edited message must lose what the one before had beyond this one.
    return { kind: 'edit', message: { content: '', components: [], ...message } };
  });
}

function toChoice(title: string): Choice {
  return { name: title, value: title };
}
