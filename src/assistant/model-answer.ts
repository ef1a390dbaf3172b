// One answer of the model: its request put together, its stream shown as it grows, its end judged.

import type { KnowledgeIndex } from '../knowledge/types.ts';
import { describeFault } from '../operations/describe-fault.ts';
import type { Log } from '../operations/log.ts';
import type { AnswerProgress, EndedAnswer, Proposal } from './answer.ts';
import type { AssistantLimits } from './answer-settings.ts';
import { type Draft, presentDraft } from './answer-text.ts';
import type { AssistantStore } from './assistant-store.ts';
import { conversationOf, KEPT_MS, MAX_TURNS, trimTurns } from './conversation.ts';
import { ModelFault, type ModelPort, type ModelRequest } from './model-port.ts';
import type { CardDrawer, LearnerState, OpenCard } from './ports.ts';
import { buildPrefix } from './prompt.ts';
import type { ProposedChange } from './proposed-change.ts';
import { AnswerAborted, type Asked, fallBack } from './question.ts';
import { passageSearchOf } from './retrieval.ts';
import { type CommandChecker, checkShownCommands } from './shown-commands.ts';
import { createTools, LEARNER_TOOLS } from './tools.ts';
import { tutoringNote } from './tutoring.ts';

export interface ModelAnswerDeps {
  readonly store: AssistantStore;
  readonly learner: LearnerState;
  readonly cards: CardDrawer;
  readonly commands: CommandChecker;
  readonly log: Log;
  readonly newId: () => string;
}

/** Yields states of the growing text and returns how it ended; throws only what is not the model's fault. */
export async function* answerWithModel(
  asked: Asked,
  model: ModelPort,
  draft: Draft,
  deps: ModelAnswerDeps,
  limits: AssistantLimits,
): AsyncGenerator<AnswerProgress, EndedAnswer> {
  const proposals: Proposal[] = [];
  const { get } = passageSearchOf(asked.index);
  // Where others read along, nothing is said of the learner's quiz.
  const card = asked.isPrivate ? await deps.cards.open(asked.personId, asked.channelId) : undefined;
  const request = await prepareRequest(asked, card, proposals, deps, limits);
  let shownAt = Number.NEGATIVE_INFINITY;
  let aborted: AnswerAborted | undefined;
  try {
    for await (const event of model.answer(request, asked.abort.signal)) {
      draft.add(event);
      if (event.kind !== 'text' || performance.now() - shownAt < limits.progressEveryMs) continue;
      const shown = presentDraft(draft, get, card);
      if (shown === undefined) return fallBack(asked, 'withheld');
      if (shown.text === '') continue;
      shownAt = performance.now();
      yield { kind: 'streaming', answerId: asked.answerId, text: shown.text, sources: shown.sources };
    }
  } catch (fault) {
    if (fault instanceof ModelFault) {
      deps.log.warn(
        { answerId: asked.answerId, code: fault.code, fault: describeFault(fault) },
        'model did not answer',
      );
      return fallBack(asked, fault.code);
    }
    if (!(fault instanceof AnswerAborted)) throw fault;
    aborted = fault;
  }
  return judgeEnd(asked, { draft, card, proposals, aborted }, deps.commands);
}

function judgeEnd(
  asked: Asked,
  {
    draft,
    card,
    proposals,
    aborted,
  }: {
    readonly draft: Draft;
    readonly card: OpenCard | undefined;
    readonly proposals: readonly Proposal[];
    readonly aborted: AnswerAborted | undefined;
  },
  commands: CommandChecker,
): EndedAnswer {
  const presented = presentDraft(draft, passageSearchOf(asked.index).get, card);
  if (presented === undefined) return fallBack(asked, 'withheld');
  if (aborted?.reason === 'interrupted') return fallBack(asked, 'interrupted');
  if (draft.stop === 'refusal') return fallBack(asked, 'refusal');
  if (presented.text === '') return fallBack(asked, aborted === undefined ? 'empty' : 'cancelled');
  const cutShort = draft.stop === 'length' ? 'length' : undefined;
  return {
    mode: 'assistant',
    answerId: asked.answerId,
    redactedCount: asked.redactedCount,
    ...presented,
    general: presented.general === 'all' && !draft.toolNames.isDisjointFrom(LEARNER_TOOLS) ? 'own' : presented.general,
    warnings: checkShownCommands(presented.text, commands),
    proposals: aborted === undefined ? proposals : [],
    cut: aborted === undefined ? cutShort : 'cancelled',
  };
}

async function prepareRequest(
  asked: Asked,
  card: OpenCard | undefined,
  proposals: Proposal[],
  deps: ModelAnswerDeps,
  limits: AssistantLimits,
): Promise<ModelRequest> {
  const { index, personId, askedAtMs, isPrivate, text } = asked;
  const history = trimTurns(await deps.store.listTurns(conversationOf(asked), askedAtMs - KEPT_MS, MAX_TURNS));
  const search = passageSearchOf(index);
  const found = search.find(text, limits.passages);
  // "And when not?" names nothing: then it is about what was asked before.
  const passages = found.length > 0 ? found : search.find(history.at(-1)?.question ?? '', limits.passages);
  const propose = async (change: ProposedChange): Promise<Proposal | undefined> => {
    if (proposals.length > 0) return undefined;
    const proposal = { id: deps.newId(), change, topicTitle: topicTitle(index, change) };
    proposals.push(proposal);
    await deps.store.saveProposal({
      id: proposal.id,
      answerId: asked.answerId,
      personId,
      change,
      proposedAtMs: askedAtMs,
    });
    return proposal;
  };
  return {
    prefix: prefixOf(index),
    tools: createTools({ ...deps, index, personId, nowMs: askedAtMs, isPrivate, propose }),
    results: passages.map(({ source, title, blocks }) => ({ source, title, blocks })),
    learner: isPrivate ? await deps.learner.describe(personId, askedAtMs) : undefined,
    history,
    note: tutoringNote(text, card),
    question: text,
  };
}

const prefixes = new WeakMap<KnowledgeIndex, string>();

/** Built once for each state of the knowledge. */
function prefixOf(index: KnowledgeIndex): string {
  const known = prefixes.get(index);
  if (known !== undefined) return known;
  const built = buildPrefix(index.knowledge);
  prefixes.set(index, built);
  return built;
}

function topicTitle(index: KnowledgeIndex, change: ProposedChange): string | undefined {
  if (change.kind !== 'topic-status') return undefined;
  return index.knowledge.topics.find((topic) => topic.id === change.topicId)?.shortTitle;
}
