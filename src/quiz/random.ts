// Chance as an argument: what is drawn, shuffled or named takes its numbers from here, so that tests can fix them.

/** A number in [0, 1), like Math.random. */
export type Random = () => number;

const ID_ALPHABET = '0123456789abcdefghijklmnopqrstuvwxyz';

/** One item, each as likely as the others; undefined of an empty list. */
export function pickOne<T>(items: readonly T[], random: Random): T | undefined {
  return items[Math.floor(random() * items.length)];
}

/** A new list in an order drawn by Fisher and Yates. */
export function shuffle<T>(items: readonly T[], random: Random): readonly T[] {
  const left = [...items];
  const drawn: T[] = [];
  while (left.length > 0) drawn.push(...left.splice(Math.floor(random() * left.length), 1));
  return drawn;
}

/** As `shuffle`, but an item stays among the `span` that it stood with: what comes first still comes early. */
export function shuffleNearby<T>(items: readonly T[], span: number, random: Random): readonly T[] {
  const spans = Array.from({ length: Math.ceil(items.length / span) }, (_, at) =>
    items.slice(at * span, (at + 1) * span),
  );
  return spans.flatMap((part) => shuffle(part, random));
}

/** Short text of digits and small letters; 10 characters hold 51 bits. */
export function drawId(length: number, random: Random): string {
  return Array.from({ length }, () => ID_ALPHABET[Math.floor(random() * ID_ALPHABET.length)] ?? '0').join('');
}
