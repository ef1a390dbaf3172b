// Puts a command into words as a goal to reach: everything graded is said, and the verb is given away as little as English allows.

import { type ReadCommand, readCommand } from './kubectl/read-command.ts';
import { findResourceTypes } from './kubectl/resources.ts';

/** A sentence without its full stop, and the flags that it already speaks of. */
interface Worded {
  readonly sentence: string;
  readonly flags?: readonly string[];
}

type Wording = (command: ReadCommand) => Worded | undefined;

/** Names and values stand between backticks, so that they are shown as code. */
const code = (value: string): string => `\`${value}\``;

const SENTENCES: Readonly<Record<string, Wording>> = {
  get: (command) => wordThings(command, 'List', 'Show in one line'),
  describe: (command) => wordThings(command, 'Show the details and events of', 'Show the details and events of'),
  delete: (command) => wordFile(command, 'Remove what is declared in') ?? wordThings(command, 'Remove', 'Remove'),
  edit: (command) => wordThings(command, 'Open in an editor', 'Open in an editor'),
  apply: (command) => wordFile(command, 'Bring the cluster to what is declared in', 'creating or changing as needed'),
  create: (command) => wordFile(command, 'Make what is declared in', 'failing where it exists already'),
  replace: (command) => wordFile(command, 'Put what is declared in', 'in the place of what exists already'),
  logs: (command) => wordPod(command, 'Print what the container of {pod} has written'),
  attach: (command) => wordPod(command, 'Connect to the main process that is running in {pod}'),
  exec: wordExec,
  scale: wordScale,
  'rollout status': (command) => wordThings(command, '', 'Wait for, and see the end of, the rollout of'),
  'rollout history': (command) => wordThings(command, '', 'List the earlier revisions of'),
  'rollout undo': wordUndo,
  'rollout restart': (command) => wordThings(command, '', 'Replace all pods, one after another, of'),
  'rollout pause': (command) => wordThings(command, '', 'Hold back further rollouts of'),
  'rollout resume': (command) => wordThings(command, '', 'Let rollouts go on again for'),
  cordon: (command) => wordName(command, 'Keep new pods off the node {name}'),
  uncordon: (command) => wordName(command, 'Let new pods onto the node {name} again'),
  drain: (command) => wordName(command, 'Move all pods off the node {name} and keep new ones off it'),
  'top pod': (command) => wordUsage(command, 'pod'),
  'top node': (command) => wordUsage(command, 'node'),
  'config use-context': (command) => wordName(command, 'Switch to the context {name}'),
  'config current-context': () => ({ sentence: 'Print the name of the context in use' }),
  'config get-contexts': () => ({ sentence: 'List the contexts in the kubeconfig' }),
  'config view': () => ({ sentence: 'Show the merged kubeconfig' }),
  'api-resources': () => ({ sentence: 'List the resource types that the cluster knows' }),
  'cluster-info': () => ({ sentence: 'Show the addresses of the control plane and its services' }),
};

const CLAUSES: Readonly<Record<string, (value: string) => string>> = {
  namespace: (value) => `in the namespace ${code(value)}`,
  'all-namespaces': () => 'in all namespaces',
  output: (value) => `in the output format ${code(value)}`,
  selector: (value) => `only those with the label ${code(value)}`,
  'field-selector': (value) => `only those whose field is ${code(value)}`,
  'sort-by': (value) => `sorted by ${code(value)}`,
  'show-labels': () => 'with their labels',
  watch: () => 'and go on watching for changes',
  container: (value) => `of the container ${code(value)}`,
  follow: () => 'and go on following it',
  previous: () => 'by its previous run, before the restart',
  tail: (value) => `only the last ${code(value)} lines`,
  since: (value) => `only of the last ${code(value)}`,
  timestamps: () => 'with timestamps',
  force: () => 'by force',
  'grace-period': (value) => `with a grace period of ${code(value)} seconds`,
  all: () => 'all of them',
  'dry-run': (value) => `as a dry run of the kind ${code(value)}`,
  'ignore-daemonsets': () => 'leaving those of DaemonSets',
  'delete-emptydir-data': () => 'even where their emptyDir data is lost',
  recursive: () => 'with the folders inside it',
};

/**
 * The goal of a command line in English, e.g. "List the pods, in the namespace `web`"; undefined where the line is not one that
 * kubectl takes, or holds something that there are no words for yet.
 */
export function wordCommand(text: string): string | undefined {
  const command = readCommand(text);
  if (command.kind === 'refused') return undefined;
  const worded = SENTENCES[command.verb]?.(command);
  if (worded === undefined) return undefined;
  const clauses: string[] = [];
  for (const [flag, values] of command.flags) {
    if (worded.flags?.includes(flag)) continue;
    const clause = CLAUSES[flag];
    const [value = ''] = values;
    if (clause === undefined || values.length !== 1 || value === 'false') return undefined;
    clauses.push(clause(value));
  }
  return [worded.sentence, ...clauses].join(', ');
}

/** `one` begins a sentence about named things, `all` about every one of a type. */
function wordThings({ args }: ReadCommand, all: string, one: string): Worded | undefined {
  const [first = '', ...names] = args;
  if (args.length === 1 && first === 'all' && all !== '') {
    return { sentence: `${all} everything of the usual kinds at once (pods, services, deployments and so on)` };
  }
  const pairs = args.filter((arg) => arg.includes('/'));
  if (pairs.length > 0) {
    if (pairs.length !== args.length) return undefined;
    const things = pairs.map((pair) => thing(pair.slice(0, pair.indexOf('/')), pair.slice(pair.indexOf('/') + 1)));
    return things.includes(undefined) ? undefined : { sentence: `${one} ${things.join(' and ')}` };
  }
  if (names.length > 0) {
    const things = names.map((name) => thing(first, name));
    return things.includes(undefined) ? undefined : { sentence: `${one} ${things.join(' and ')}` };
  }
  const plurals = first.split(',').map((word) => single(word)?.plural);
  if (all === '' || plurals.includes(undefined)) return undefined;
  return { sentence: `${all} the ${plurals.join(' and the ')}` };
}

function wordFile({ flags, args }: ReadCommand, sentence: string, addition?: string): Worded | undefined {
  const files = flags.get('filename');
  if (files === undefined || args.length > 0) return undefined;
  const named = files.map(code).join(' and ');
  return {
    sentence: [`${sentence} ${named}`, addition].filter((part) => part !== undefined).join(', '),
    flags: ['filename'],
  };
}

function wordPod({ args }: ReadCommand, sentence: string): Worded | undefined {
  const [pod] = args;
  if (pod === undefined || args.length > 1) return undefined;
  return { sentence: sentence.replace('{pod}', podOf(pod)) };
}

function wordExec({ args, flags }: ReadCommand): Worded | undefined {
  const [pod, ...words] = args;
  if (pod === undefined || words.length === 0) return undefined;
  const [hasInput, hasTerminal] = [flags.has('stdin'), flags.has('tty')];
  const manner = hasInput && hasTerminal ? ', interactively with a terminal' : hasInput ? ', passing on the input' : '';
  if (hasTerminal && !hasInput) return undefined;
  const container = flags.get('container')?.[0];
  const inside = container === undefined ? podOf(pod) : `the container ${code(container)} of ${podOf(pod)}`;
  return { sentence: `Run ${code(words.join(' '))} inside ${inside}${manner}`, flags: ['stdin', 'tty', 'container'] };
}

function wordScale(command: ReadCommand): Worded | undefined {
  const replicas = command.flags.get('replicas')?.[0];
  const things = wordThings(command, '', 'Set the number of replicas of');
  if (things === undefined || replicas === undefined) return undefined;
  return { sentence: `${things.sentence} to ${code(replicas)}`, flags: ['replicas'] };
}

function wordUndo(command: ReadCommand): Worded | undefined {
  const revision = command.flags.get('to-revision')?.[0];
  const things = wordThings(command, '', 'Go back, for');
  if (things === undefined) return undefined;
  const target = revision === undefined ? 'to the revision before this one' : `to the revision ${code(revision)}`;
  return { sentence: `${things.sentence}, ${target}`, flags: ['to-revision'] };
}

function wordUsage({ args }: ReadCommand, type: string): Worded {
  const names = args.map(code).join(' and ');
  return {
    sentence: `Show how much CPU and memory ${args.length === 0 ? `the ${type}s use` : `the ${type} ${names} uses`}`,
  };
}

function wordName({ args }: ReadCommand, sentence: string): Worded | undefined {
  const [name] = args;
  return name === undefined || args.length > 1 ? undefined : { sentence: sentence.replace('{name}', code(name)) };
}

/** `web-0` is a pod; `deployment/web` is any pod of that deployment. */
function podOf(target: string): string {
  if (!target.includes('/')) return `the pod ${code(target)}`;
  const [type = '', name = ''] = target.split('/');
  const noun = single(type)?.singular ?? type;
  return noun === 'pod' ? `the pod ${code(name)}` : `a pod of the ${noun} ${code(name)}`;
}

function thing(type: string, name: string): string | undefined {
  const noun = single(type)?.singular;
  return noun === undefined ? undefined : `the ${noun} ${code(name)}`;
}

function single(type: string): { readonly singular: string; readonly plural: string } | undefined {
  const [found, another] = findResourceTypes(type) ?? [];
  return another === undefined ? found?.entry : undefined;
}
