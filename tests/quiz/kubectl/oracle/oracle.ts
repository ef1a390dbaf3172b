// The judge: says from two real runs whether two command lines are one, as the product contract defines it.

import { protobufText } from './protobuf-body.ts';
import type { KubectlRun, RealKubectl } from './real-kubectl.ts';
import type { RecordedRequest } from './recording-server.ts';

/** `unjudged`: kubectl refused for what the pretended cluster or folder holds, which the words do not tell. */
export type OracleVerdict = 'same' | 'different' | 'invalid' | 'unjudged';

export interface Judgement {
  readonly verdict: OracleVerdict;
  /** Why, for the report of a disagreement. */
  readonly reason: string;
}

/** `invalid` where kubectl refuses the answer. Words come without `kubectl`. */
export async function judge(
  kubectl: RealKubectl,
  expected: readonly string[],
  answer: readonly string[],
): Promise<Judgement> {
  const [wanted, given] = await Promise.all([kubectl.run(expected), kubectl.run(answer)]);
  const circumstance = [wanted, given].map((run) => (isRefused(run) ? CIRCUMSTANCES.exec(run.stderr)?.[0] : undefined));
  const found = circumstance.find((text) => text !== undefined);
  if (found !== undefined) return { verdict: 'unjudged', reason: found };
  if (isRefused(given)) return { verdict: 'invalid', reason: given.stderr.split('\n').slice(0, 2).join(' ') };
  if (isRefused(wanted)) return { verdict: 'different', reason: `expected is refused: ${wanted.stderr.slice(0, 120)}` };
  const reason = firstUnlike(wanted, given);
  if (reason !== undefined) return { verdict: 'different', reason };
  if (isOutOfSight(wanted) && isOutOfSight(given)) return { verdict: 'unjudged', reason: 'out of sight' };
  const isHidden = isOnlyRehearsed(wanted) && isOnlyRehearsed(given);
  return isHidden ? { verdict: 'unjudged', reason: 'a dry run that shows no object' } : { verdict: 'same', reason: '' };
}

/** What depends on which objects, containers and files there are. */
const CIRCUMSTANCES =
  /is not valid for pod|is different from the running revision|" not found|does not exist|already has a value|no objects passed|A copy of your changes|no such file|unable to find container|failed to download openapi|a container name must be specified|already exists|is not paused|already paused|ports? are in use|address already in use|doesn't exist in local filesystem|does not have a service port|for a directory path|failed to find any PEM data|Expected replicas to be|unable to find (?:the )?specified revision \d|taint\(s\) with same effect|no last-applied-configuration annotation|(?:^|: )cannot (?:delete|rename)|no context exists|context \S+ not found|unable to find any kubectl plugins|unable to find one of 'kustomization|more than one authentication method|current map key|invalid template, missing/m;

/** `kustomize -o` writes a file, and in the pretended cluster every type has every verb that `api-resources` is asked for. */
function isOutOfSight({ words }: KubectlRun): boolean {
  const has = (pattern: RegExp) => words.some((word) => pattern.test(word));
  return has(/^kustomize$/) ? has(/^(?:-o|--output)/) : has(/^api-resources$/) && has(/^--verbs/);
}

/** A client-side dry run that prints `… created (dry run)` alone shows little of what was asked for. */
function isOnlyRehearsed(run: KubectlRun): boolean {
  const isDryRun = run.words.some((word) => /^--dry[-_]run/.test(word)) && run.stdout.includes('(dry run)');
  return isDryRun && run.requests.every((request) => request.method === 'GET');
}

/** What is exit code 1 without being a refusal: `proxy` is stopped, and a remote session that old clients lose. */
function isRefused(run: KubectlRun): boolean {
  if (run.exitCode === 0 || run.exitCode === 'stopped') return false;
  // `diff` says with 1 that there is a difference.
  if (run.exitCode === 1 && run.words.includes('diff') && run.requests.length > 0) return false;
  return !run.requests.some((request) => request.isUpgrade);
}

/** A run in the form in which two are compared. */
interface Outcome {
  readonly requests: readonly string[];
  readonly requestSet: string;
  readonly requestOrder: string;
  readonly output: string;
  readonly outputLines: string;
}

const outcomes = new WeakMap<KubectlRun, Outcome>();

function outcomeOf(run: KubectlRun): Outcome {
  const known = outcomes.get(run);
  if (known !== undefined) return known;
  const requests = run.requests.filter(isCertain).map(requestText);
  // `label --list` and `config get-clusters` print in the order of Go's maps, which is none; `drain` evicts several pods
  // at once and tells of each as it goes, and `logs -f` follows several: two runs of one line differ in the order of lines.
  const printed = neutral(run.stdout);
  const isUnordered =
    run.words.includes('port-forward') ||
    run.words.includes('drain') ||
    run.words.includes('logs') ||
    run.words.some((word) => word.startsWith('--list')) ||
    run.words.includes('get-clusters');
  const output = isUnordered ? sorted(printed.split('\n')) : printed;
  const outcome: Outcome = {
    requests,
    requestSet: sorted(requests),
    requestOrder: requests.join('\n'),
    output,
    outputLines: sorted(output.split('\n')),
  };
  outcomes.set(run, outcome);
  return outcome;
}

function firstUnlike(left: KubectlRun, right: KubectlRun): string | undefined {
  const wanted = outcomeOf(left);
  const given = outcomeOf(right);
  if (wanted.requestSet !== given.requestSet) {
    return `requests: ${onlyIn(wanted.requests, given.requests)} | ${onlyIn(given.requests, wanted.requests)}`;
  }
  // Where the same requests come in another order, so do the lines that their answers print.
  const isSameOrder = wanted.requestOrder === given.requestOrder;
  const isSameOutput = isSameOrder ? wanted.output === given.output : wanted.outputLines === given.outputLines;
  if (!isSameOutput) return `output: ${left.stdout.slice(0, 80)} | ${right.stdout.slice(0, 80)}`;
  // How a stream ends is the pretended server's doing.
  const hasStream = [left, right].some((run) => run.requests.some((request) => request.isUpgrade));
  if (!hasStream && left.exitCode !== right.exitCode) return `exit code: ${left.exitCode} | ${right.exitCode}`;
  if (signsOf(left) !== signsOf(right)) return `signs: ${signsOf(left)} | ${signsOf(right)}`;
  return left.kubeconfig === right.kubeconfig ? undefined : 'kubeconfig';
}

/** An informer's watch comes or not, as the command ends sooner or later; the list before it says the same. */
function isCertain(request: RecordedRequest): boolean {
  return !request.query.some((part) => part.startsWith('allowWatchBookmarks='));
}

function requestText(request: RecordedRequest): string {
  const query = request.query.map(neutralSelector);
  const isBinaryTime = request.path.endsWith('/approval') && !request.body.startsWith('{');
  const body = isBinaryTime ? readableText(request.body) : neutralBody(request.body, request.path);
  return [request.method, request.path, neutral(query.join('&')), body, ...request.headers].join(' ');
}

/** A selector is a set of requirements to the server: their order and the spelling `==` change nothing. */
function neutralSelector(part: string): string {
  const [, name, selector] = /^(labelSelector|fieldSelector)=(.*)$/s.exec(part) ?? [];
  if (name === undefined || selector === undefined) return part;
  const requirements = selector
    .split(/,(?![^(]*\))/)
    .map((one) =>
      one
        .trim()
        .replace('==', '=')
        .replace(/^([^\s=!<>()]+)\s*(=|!=|<|>)\s*/, '$1$2'),
    )
    .map(neutralChoice);
  return `${name}=${requirements.sort().join(',')}`;
}

/** `a in (y,x)` is `a in (x,y)`, and `a in (x)` is `a=x`. */
function neutralChoice(requirement: string): string {
  const [, key, word, list] = /^(\S+)\s+(in|notin)\s+\(([^()]*)\)$/.exec(requirement) ?? [];
  if (key === undefined || list === undefined) return requirement;
  const values = list
    .split(',')
    .map((value) => value.trim())
    .sort();
  return word === 'in' && values.length === 1 ? `${key}=${list}` : `${key} ${word} (${values.join(',')})`;
}

/** An approval holds the time of day in protobuf, where no pattern finds it. */
function readableText(body: string): string {
  return (body.match(/[ -~]{4,}/g) ?? []).join(' ');
}

/** JSON is compared as a value; kubectl passes a patch on as it was typed. */
function neutralBody(body: string, path: string): string {
  if (!/^\s*[{[]/.test(body)) return neutral(protobufText(body) ?? body);
  try {
    const text = Buffer.from(body, 'latin1').toString('utf8');
    return neutral(JSON.stringify(sortKeys(withoutNamespace(JSON.parse(text), path))));
  } catch {
    return neutral(body);
  }
}

/** A namespace that the path names already; some commands repeat it where `-n` is given. */
function withoutNamespace(value: unknown, path: string): unknown {
  if (typeof value !== 'object' || value === null || !('metadata' in value)) return value;
  const { metadata } = value;
  if (typeof metadata !== 'object' || metadata === null || !('namespace' in metadata)) return value;
  const { namespace, ...rest } = metadata;
  return path.includes(`/namespaces/${String(namespace)}/`) ? { ...value, metadata: rest } : value;
}

function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sortKeys(inner)]));
}

/** Takes out what differs between two runs of one command: times and names drawn by chance. */
function neutral(text: string): string {
  return (
    text
      .replaceAll(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/g, '<time>')
      .replaceAll(/\/(LIVE|MERGED)-\d+/g, '/$1')
      .replaceAll(/\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d+ [+-]\d{4}/g, '<time>')
      .replaceAll(/debugger-([a-z0-9.-]+-)?[a-z0-9]{5}\b/g, 'debugger-$1<chance>')
      .replaceAll(/(change-cause":")(?:[^"\\]|\\.)*/g, '$1<as typed>')
      .replaceAll(/(kubernetes\.io\/change-cause: ).*/g, '$1<as typed>')
      .replaceAll(/\d+(?:\.\d+)?(?:ms|µs)\b/g, '<duration>')
      // A local port that was left to the system.
      .replaceAll(/(Forwarding from \S+:)[34567]\d{4}\b/g, '$1<any>')
  );
}

/** What the error stream tells of a setting: klog's lines of a raised `-v`, and that a terminal was asked for. */
function signsOf(run: KubectlRun): string {
  const verbosity = /^I\d{4} /m.test(run.stderr) ? 'verbose ' : '';
  return verbosity + (run.stderr.includes('Unable to use a TTY') && run.requests.some(isTyped) ? 'tty' : '');
}

/** Without standard input a terminal is asked for in vain. */
function isTyped(request: RecordedRequest): boolean {
  return request.isUpgrade && request.query.includes('stdin=true');
}

function sorted(lines: readonly string[]): string {
  return [...lines].sort().join('\n');
}

function onlyIn(lines: readonly string[], others: readonly string[]): string {
  return lines
    .filter((line) => !others.includes(line))
    .join(' ; ')
    .slice(0, 300);
}
