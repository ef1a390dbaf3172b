// Stable ids made of titles and sentences, where a file does not give one.

const FILLER = new Set(
  'a an the of in on to for and or with your you how what is are be its it as by from into them they this that when'.split(
    ' ',
  ),
);
const MAX_WORDS_OF_A_SENTENCE = 5;

/** Form of every id: kebab-case, from a letter or digit. */
export const ID_PATTERN = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** Kebab-case of a title, e.g. `Weights & Biases` → `weights-biases`; `entry` when nothing is left. */
export function slugOf(title: string): string {
  const slug = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return slug === '' ? 'entry' : slug;
}

/** Id of a sentence: its first five words that carry meaning, so that small edits further on keep it. */
export function slugOfSentence(sentence: string): string {
  const words = slugOf(sentence).split('-');
  const telling = words.filter((word) => !FILLER.has(word));
  return (telling.length === 0 ? words : telling).slice(0, MAX_WORDS_OF_A_SENTENCE).join('-');
}

/** The id, or the id with `-2`, `-3` … where it was taken; remembers what it gave. */
export function createIdGiver(): (wanted: string) => string {
  const given = new Set<string>();
  return (wanted) => {
    let id = wanted;
    for (let count = 2; given.has(id); count += 1) id = `${wanted}-${count}`;
    given.add(id);
    return id;
  };
}

/** The id, or the id with `-2`, `-3` … where an entry has it already; for entries that nobody gave an id on purpose. */
export function freeId(wanted: string, entries: readonly { readonly id: string }[]): string {
  const taken = new Set(entries.map(({ id }) => id));
  let id = wanted;
  for (let count = 2; taken.has(id); count += 1) id = `${wanted}-${count}`;
  return id;
}
