// All cards of the knowledge in force, by id; made anew when the knowledge changes.

import type { Knowledge, KnowledgeSource } from '../knowledge/types.ts';
import type { Card } from './card.ts';
import { cloudCards } from './cloud-cards.ts';
import { conceptCards } from './concept-cards.ts';
import { kubectlCards } from './kubectl-cards.ts';

export interface Catalogue {
  /** By deck, each in the order in which new cards are best met. */
  readonly cards: readonly Card[];
  readonly byId: ReadonlyMap<string, Card>;
}

/** Every card that the knowledge gives. */
export function deriveCatalogue(knowledge: Knowledge): Catalogue {
  const cards = [...kubectlCards(knowledge), ...conceptCards(knowledge), ...cloudCards(knowledge)];
  return { cards, byId: new Map(cards.map((card) => [card.id, card])) };
}

/** Gives the catalogue of the knowledge in force, deriving it once for each knowledge. */
export function followCatalogue(source: KnowledgeSource): () => Catalogue {
  let held: { readonly knowledge: Knowledge; readonly catalogue: Catalogue } | undefined;
  return () => {
    const { knowledge } = source.current();
    if (held?.knowledge !== knowledge) held = { knowledge, catalogue: deriveCatalogue(knowledge) };
    return held.catalogue;
  };
}
