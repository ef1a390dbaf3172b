// The tools that the model may call. They read, or propose; none of them changes anything.

import { z } from 'zod';
import type { CloudProvider, KnowledgeIndex } from '../knowledge/types.ts';
import type { Proposal } from './answer.ts';
import type { ModelTool, ToolOutput } from './model-port.ts';
import { cloudPassage, type Passage } from './passages.ts';
import type { CardDrawer, LearnerState } from './ports.ts';
import { type ProposedChange, proposedChangeSchema } from './proposed-change.ts';
import { passageSearchOf } from './retrieval.ts';
import type { CommandChecker } from './shown-commands.ts';

/** What the tools may reach for one question: the knowledge, and the state of the one who asks. */
export interface ToolScope {
  readonly index: KnowledgeIndex;
  readonly personId: string;
  readonly nowMs: number;
  /** False where others read along: then the learner's state is not told. */
  readonly isPrivate: boolean;
  readonly learner: LearnerState;
  readonly cards: CardDrawer;
  readonly commands: CommandChecker;
  /** Keeps a proposal for the person to decide; undefined when there is one already. */
  readonly propose: (change: ProposedChange) => Promise<Proposal | undefined>;
}

const FOUND_LIMIT = 4;
const words = z.string().min(1).max(300);
const NOT_HERE: ToolOutput = {
  kind: 'text',
  text: 'Not shown here, because others would read it. The learner can ask in a direct message or with /ask.',
};

/** Tools about the learner: an answer that rests on them needs no source. */
export const LEARNER_TOOLS: ReadonlySet<string> = new Set([
  'my_progress',
  'next_topic',
  'draw_quiz_card',
  'propose_change',
]);

/** Always the same tools in the same order, so that the cached prefix stays the same for everybody. */
export function createTools(scope: ToolScope): readonly ModelTool[] {
  return [...knowledgeTools(scope), ...learnerTools(scope), proposalTool(scope)];
}

function knowledgeTools({ index, commands }: ToolScope): readonly ModelTool[] {
  const search = passageSearchOf(index);
  return [
    defineTool(
      'search_knowledge',
      'Searches the study knowledge base. Use the names that the index lists. Returns passages that can be cited.',
      z.object({ query: words }),
      async ({ query }) => results(search.find(query, FOUND_LIMIT), 'The knowledge base has nothing on this.'),
    ),
    defineTool(
      'compare_concepts',
      'Finds what the knowledge base says of two things that are easily mixed up, and its rule of thumb.',
      z.object({ left: words, right: words }),
      async ({ left, right }) =>
        results(
          search.of(index.lookUp(`${left} vs ${right}`)),
          'The knowledge base does not know both. Search for each on its own.',
        ),
    ),
    defineTool(
      'map_cloud_service',
      'Finds the equivalents of a cloud service at AWS, Azure and Google Cloud, graded, with the difference that bites.',
      z.object({ service: words, to: z.enum(['aws', 'azure', 'gcp']).optional() }),
      async ({ service, to }) => mapService(index, service, to),
    ),
    defineTool(
      'check_kubectl',
      'Reads one kubectl command line with the verb and flag table of kubectl, and says whether it would be taken.',
      z.object({ command: z.string().min(1).max(1_000) }),
      async ({ command }) => {
        const check = commands.check(command);
        if (check.kind === 'runs') return { kind: 'text', text: 'kubectl takes this command.' };
        return { kind: 'text', text: `kubectl refuses this command: ${check.reason} ${check.subject}`.trim() };
      },
    ),
  ];
}

function learnerTools({ personId, nowMs, isPrivate, learner, cards }: ToolScope): readonly ModelTool[] {
  return [
    defineTool(
      'my_progress',
      'Reads the progress of the learner you talk with: topics, streak, cards due.',
      z.object({}),
      async () => (isPrivate ? { kind: 'text', text: await learner.progress(personId, nowMs) } : NOT_HERE),
    ),
    defineTool(
      'next_topic',
      'Reads what the learner you talk with should study next, and why.',
      z.object({}),
      async () => (isPrivate ? { kind: 'text', text: await learner.nextTopic(personId, nowMs) } : NOT_HERE),
    ),
    defineTool(
      'draw_quiz_card',
      'Draws a quiz card for the learner, with hints and without the answer. Ask its question; give hints one at a time.',
      z.object({ about: words.optional() }),
      async ({ about }) => {
        const card = await cards.draw(isPrivate ? personId : undefined, about, nowMs);
        if (card === undefined) return { kind: 'text', text: 'There is no card on this.' };
        return {
          kind: 'text',
          text: [`Question: ${card.question}`, ...card.hints.map((hint) => `Hint: ${hint}`)].join('\n'),
        };
      },
    ),
  ];
}

function proposalTool({ index, propose }: ToolScope): ModelTool {
  return defineTool(
    'propose_change',
    'Shows the learner a proposal with the buttons Accept and Decline: a daily reminder, a pause of it, or the status of a topic of the list by its id. Nothing changes unless they accept.',
    z.object({ change: proposedChangeSchema }),
    async ({ change }) => {
      if (change.kind === 'topic-status' && !index.knowledge.topics.some((topic) => topic.id === change.topicId)) {
        return { kind: 'text', text: 'There is no topic with this id in the list.' };
      }
      const proposal = await propose(change);
      return {
        kind: 'text',
        text:
          proposal === undefined
            ? 'There is a proposal under this answer already. Nothing was added.'
            : 'The proposal will stand under your answer. Nothing has changed yet; say so.',
      };
    },
  );
}

function mapService(index: KnowledgeIndex, service: string, to: CloudProvider | undefined): ToolOutput {
  const found = index.mapService(service);
  if (found.kind === 'unknown') {
    return { kind: 'text', text: `Not in the table of services. Near names: ${found.near.join(', ') || 'none'}.` };
  }
  const rows = found.matches
    .map((match) => match.row)
    .filter((row) => to === undefined || row.services[to] !== undefined);
  const search = passageSearchOf(index);
  const places = new Set(rows.map((row) => cloudPassage(row).title));
  return results(
    search.all.filter(
      (passage) => rows.some((row) => row.place.line === passage.place.line) && places.has(passage.title),
    ),
    `The table has no equivalent at ${to}.`,
  );
}

function results(passages: readonly Passage[], otherwise: string): ToolOutput {
  if (passages.length === 0) return { kind: 'text', text: otherwise };
  return {
    kind: 'results',
    results: passages.slice(0, FOUND_LIMIT).map(({ source, title, blocks }) => ({ source, title, blocks })),
  };
}

function defineTool<S extends z.ZodObject>(
  name: string,
  description: string,
  inputSchema: S,
  run: (input: z.output<S>) => Promise<ToolOutput>,
): ModelTool {
  return { name, description, inputSchema, call: async (input) => run(inputSchema.parse(input)) };
}
