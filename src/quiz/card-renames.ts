// What an edit of the knowledge does to cards that people have learned: renames are followed, and what lost its place is told.

import type { Knowledge, Rename } from '../knowledge/types.ts';
import type { Orphan } from '../study/orphans.ts';
import type { Catalogue } from './catalogue.ts';

export interface CardRename {
  readonly from: string;
  readonly to: string;
}

export interface CardRenameStore {
  /** How many people remember each card, by its id; 0 where only forms of it were accepted. */
  peopleByCard(): Promise<ReadonlyMap<string, number>>;
  /** Moves all that is kept of a card to its new id; where a person has both, the new one stands. Safe to repeat. */
  renameCards(renames: readonly CardRename[]): Promise<void>;
}

/** Which entry a card is made from, by the first part of its id: `kubectl-meaning:restart-a-deployment`. */
const SUBJECTS: Readonly<Record<string, Rename['subject']>> = {
  concept: 'concept',
  kubectl: 'kubectl',
  'kubectl-meaning': 'kubectl',
  cloud: 'cloud',
};

/** Call it with the knowledge of the start and of every reload, and with the cards that it gives. */
export async function takeOverCards(
  store: CardRenameStore,
  knowledge: Pick<Knowledge, 'renames'>,
  catalogue: Catalogue,
): Promise<readonly Orphan[]> {
  const { renames, orphans } = followCards(knowledge, catalogue, await store.peopleByCard());
  if (renames.length > 0) await store.renameCards(renames);
  return orphans;
}

/**
 * Cards that the knowledge no longer gives: those whose entry has a new id, and the others, which stay stored in case they come
 * back. An id that is still in use is not followed.
 */
export function followCards(
  knowledge: Pick<Knowledge, 'renames'>,
  { byId }: Pick<Catalogue, 'byId'>,
  peopleByCard: ReadonlyMap<string, number>,
): { readonly renames: readonly CardRename[]; readonly orphans: readonly Orphan[] } {
  const gone = [...peopleByCard].filter(([id]) => !byId.has(id));
  const renames: CardRename[] = [];
  const orphans: Orphan[] = [];
  for (const [id, people] of gone) {
    const to = renamed(id, knowledge.renames ?? []);
    if (byId.has(to)) renames.push({ from: id, to });
    else if (people > 0) orphans.push({ subject: 'card', id, people });
  }
  return {
    renames,
    orphans: orphans.sort((left, right) => right.people - left.people || (left.id < right.id ? -1 : 1)),
  };
}

/** The card's id after the renames, in the order of the files. */
function renamed(cardId: string, renames: readonly Rename[]): string {
  const [kind = '', entryId = '', ...rest] = cardId.split(':');
  const subject = SUBJECTS[kind];
  const to = renames.reduce(
    (id, rename) => (rename.subject === subject && rename.from === id ? rename.to : id),
    entryId,
  );
  return [kind, to, ...rest].join(':');
}
