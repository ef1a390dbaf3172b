// A coarse reading of our own keys as words (verb, type, values, flags), enough to hint and to check what a goal names.

/** Verbs that are followed by a subcommand. */
const GROUPS = new Set(['rollout', 'set', 'config', 'auth', 'top', 'certificate', 'cluster-info', 'plugin', 'create']);
/** Verbs whose first operand is a type of resource; for the others it is a name, a file or a key. */
const TYPED_VERBS = new Set([
  ...['get', 'describe', 'delete', 'edit', 'scale', 'autoscale', 'expose', 'label', 'annotate', 'patch', 'wait'],
  ...['rollout status', 'rollout history', 'rollout undo', 'rollout restart', 'rollout pause', 'rollout resume'],
  ...['set image', 'set env', 'set resources', 'explain', 'taint'],
]);

/** Flags whose value may stand in the next word. */
const VALUE_FLAG =
  /^(?:-[nflockpL]|--(?:namespace|filename|selector|output|container|context|image|replicas|tail|since|patch))$/;

export interface CommandWord {
  readonly text: string;
  /** `type` is `deployment` in `deployment web`; `typed-name` is `deployment/web`; `value` is anything a goal has to name. */
  readonly role: 'program' | 'verb' | 'type' | 'typed-name' | 'value' | 'flag' | 'flag-with-value' | 'separator';
}

/** The words of a command line of ours, which is known to be valid. Quotes stay on their words. */
export function readWords(command: string): readonly CommandWord[] {
  const texts = command.match(/(?:[^\s"']+|"[^"]*"|'[^']*')+/g) ?? [];
  const words: CommandWord[] = [];
  let isAfterSeparator = false;
  for (const text of texts) {
    words.push({ text, role: roleOf(text, words, isAfterSeparator) });
    if (text === '--') isAfterSeparator = true;
  }
  return words;
}

/** The verb with its subcommand, e.g. `rollout undo`. */
export function verbOf(words: readonly CommandWord[]): string {
  return words
    .filter((word) => word.role === 'verb')
    .map((word) => word.text)
    .join(' ');
}

/** What a goal has to name for the question to be fair: names, files, numbers and the values of flags. */
export function gradedValues(words: readonly CommandWord[]): readonly string[] {
  return words.flatMap((word) => {
    if (word.role === 'value') return splitList(word.text);
    if (word.role === 'typed-name') return [word.text.slice(word.text.indexOf('/') + 1)];
    if (word.role === 'flag-with-value') return splitList(word.text.slice(word.text.indexOf('=') + 1));
    return [];
  });
}

function roleOf(text: string, before: readonly CommandWord[], isAfterSeparator: boolean): CommandWord['role'] {
  if (before.length === 0) return 'program';
  if (isAfterSeparator) return 'value';
  if (text === '--') return 'separator';
  if (text.startsWith('-')) return text.includes('=') ? 'flag-with-value' : 'flag';
  if (VALUE_FLAG.test(before.at(-1)?.text ?? '')) return 'value';
  const operands = before.filter((word) => !word.role.startsWith('flag'));
  if (operands.length === 1) return 'verb';
  const isSubcommand = operands.length === 2 && GROUPS.has(operands[1]?.text ?? '');
  if (isSubcommand) return 'verb';
  const hasOperand = operands.some((word) => word.role !== 'program' && word.role !== 'verb');
  if (hasOperand || !TYPED_VERBS.has(verbOf(before))) {
    return /^[a-z.]+\/[\w.-]+$/.test(text) ? 'typed-name' : 'value';
  }
  return text.includes('/') ? 'typed-name' : 'type';
}

/** The parts of `app=web,tier=front` and the like. */
function splitList(text: string): readonly string[] {
  return text
    .replace(/["']/g, '')
    .split(/[,=:]/)
    .filter((part) => part !== '');
}
