// Rules of the verbs that go into pods: logs, exec, attach, port-forward, cp, debug.

import { isImageName } from '../image-name.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { findResourceType } from '../resources.ts';
import type { CommandLine } from './command-line.ts';
import { type Draft, firstRefusal, type VerbRule } from './draft.ts';
import { allArgs } from './reading-verbs.ts';
import { isPathSegment, readResourceArguments, type Targets } from './resource-arguments.ts';
import { canonicalPath, hasFiles } from './shared-flags.ts';
import { checkTypes, readOneObject, setTargetFacets, settleNamespace } from './target-rules.ts';

/** What a pod can be found behind (polymorphichelpers' SelectorsForObject). */
const WITH_PODS = new Set([
  'pods',
  'services',
  'replicationcontrollers',
  'deployments.apps',
  'daemonsets.apps',
  'statefulsets.apps',
  'replicasets.apps',
  'jobs.batch',
]);

/** They refuse a time of nothing. */
const WAITS_FOR_A_WHILE = new Set(['logs', 'exec', 'attach', 'port-forward']);

export const logsRule: VerbRule = (line, draft) => {
  const args = allArgs(line);
  const hasSelector = line.value('selector') !== '';
  if (hasSelector && args.length > 0) return refuse('conflicting-flags', '--selector');
  if (!hasSelector && args.length === 0) return refuse('missing-argument', 'POD');
  if (args.length > 2) return refuse('too-many-arguments', args[2]);
  settleNamespace(line, draft, []);
  return firstRefusal(
    () => settleLogContainer(line, draft, args[1]),
    () => settleLogRange(line, draft, hasSelector),
    () => (args[0] === undefined ? undefined : settlePodTarget(line, draft, readOneObject(args[0], 'pods'))),
    () => checkTypeBeforeName(args),
  );
};

/** `logs pod web` reads the container `web` of a pod called `pod`; no pod is called so. */
function checkTypeBeforeName(args: readonly string[]): Refusal | undefined {
  const [first = '', second] = args;
  return second !== undefined && findResourceType(first) !== undefined ? refuse('bad-argument', first) : undefined;
}

function settleLogContainer(line: CommandLine, draft: Draft, inline: string | undefined): Refusal | undefined {
  if (inline !== undefined && line.value('container') !== '') return refuse('conflicting-flags', '--container');
  const container = inline ?? line.value('container');
  if (container !== '' && line.isOn('all-containers')) return refuse('conflicting-flags', '--all-containers');
  if (!/^[a-z0-9-]*$/.test(container)) return refuse('bad-argument', container);
  if (container !== '') draft.set('value', '--container', container);
  // Asking all pods for their logs puts each one's name before its lines, whatever else is said.
  if (line.isOn('all-pods')) draft.drop('--prefix');
  // Only what is followed is asked for at one time.
  if (!line.isOn('follow')) draft.drop('--max-log-requests');
  return undefined;
}

function settleLogRange(line: CommandLine, draft: Draft, hasSelector: boolean): Refusal | undefined {
  const tail = Number(line.value('tail'));
  if (tail < -1) return refuse('bad-flag-value', '--tail');
  draft.drop('--tail');
  // A selection is cut to ten lines each, unless told otherwise.
  const inForce = hasSelector && !line.isGiven('tail') ? 10 : tail;
  if (inForce !== (hasSelector ? 10 : -1)) draft.set('value', '--tail', String(inForce));
  if (Number(line.value('limit-bytes')) < 0) return refuse('bad-flag-value', '--limit-bytes');
  const since = Number(line.value('since').replace('ns', ''));
  if (since < 0) return refuse('bad-flag-value', '--since');
  if (since > 0) draft.set('value', '--since', `${Math.ceil(since / 1e9)}s`);
  const sinceTime = line.value('since-time');
  if (sinceTime === '') return undefined;
  if (since > 0) return refuse('conflicting-flags', '--since-time');
  const atMs = readTime(sinceTime);
  if (atMs === undefined) return refuse('bad-flag-value', '--since-time');
  draft.set('value', '--since-time', new Date(Math.floor(atMs / 1000) * 1000).toISOString());
  return undefined;
}

/** RFC 3339, as Go's time.Parse reads it. */
function readTime(text: string): number | undefined {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)$/.test(text)) return undefined;
  const atMs = Date.parse(text);
  return Number.isNaN(atMs) ? undefined : atMs;
}

export const execRule: VerbRule = (line, draft) => {
  const command = line.afterDash ?? [];
  if (line.afterDash === undefined && line.args.length > 1) return refuse('bad-argument', line.args[1]);
  const [target] = line.args;
  if (target === undefined && !hasFiles(line)) return refuse('missing-argument', 'POD');
  if (target !== undefined && hasFiles(line)) return refuse('conflicting-flags', '--filename');
  if (command.length === 0) return refuse('missing-argument', 'COMMAND');
  // More words before `--` are taken and not used.
  draft.set('argument', 'command', JSON.stringify(command));
  settleTerminal(line, draft);
  settleNamespace(line, draft, []);
  return target === undefined ? undefined : settlePodTarget(line, draft, readOneObject(target, 'pods'));
};

/** Without standard input there is no terminal either (StreamOptions.SetupTTY). */
function settleTerminal(line: CommandLine, draft: Draft): void {
  draft.drop('--quiet');
  if (!line.isOn('stdin')) draft.drop('--tty');
}

export const attachRule: VerbRule = (line, draft) => {
  const args = allArgs(line);
  const [first] = args;
  if (first === undefined) return refuse('missing-argument', 'POD');
  if (args.length > 2) return refuse('too-many-arguments', args[2]);
  settleTerminal(line, draft);
  settleNamespace(line, draft, []);
  return settlePodTarget(line, draft, args.length === 1 ? readOneObject(first, 'pods') : readResourceArguments(args));
};

export const portForwardRule: VerbRule = (line, draft) => {
  const [target, ...ports] = allArgs(line);
  if (target === undefined || ports.length === 0) return refuse('missing-argument', 'PORT');
  // Neither a type nor a pair of ports is what a pod is called.
  if (target.includes(':') || findResourceType(target) !== undefined) return refuse('bad-argument', target);
  const canonical = ports.map(canonicalPorts);
  const bad = ports[canonical.indexOf(undefined)];
  if (canonical.includes(undefined)) return refuse('bad-argument', bad);
  const isAddress = (text: string) =>
    text === 'localhost' || /^\d{1,3}(?:\.\d{1,3}){3}$/.test(text) || text.includes(':');
  if (!line.list('address').every(isAddress)) return refuse('bad-flag-value', '--address');
  if (draft.has('--address')) {
    const addresses = [...new Set(line.list('address'))].sort().join(', ');
    draft.drop('--address');
    if (addresses !== 'localhost') draft.set('value', '--address', addresses);
  }
  draft.set('argument', 'ports', [...new Set(canonical)].sort().join(' '));
  settleNamespace(line, draft, []);
  return settlePodTarget(line, draft, readOneObject(target, 'pods'));
};

const PORT_NAME = /^[a-z0-9-]*[a-z][a-z0-9-]*$/;

/** `8080` is `8080:8080`, `:80` takes any local port; a port's name alone is looked up for both sides. */
function canonicalPorts(text: string): string | undefined {
  const [local = '', second, ...more] = text.split(':');
  // With a second colon the first port alone counts (portforward's splitPort).
  const remote = more.length > 0 ? undefined : second;
  const isPort = (port: string) => /^\d{1,5}$/.test(port) && Number(port) <= 65_535;
  if (remote === undefined && PORT_NAME.test(local)) return local;
  if (remote === undefined) return isPort(local) && Number(local) > 0 ? `${Number(local)}:${Number(local)}` : undefined;
  const isRemote = isPort(remote) ? Number(remote) > 0 : PORT_NAME.test(remote);
  if (local === remote && PORT_NAME.test(local)) return local;
  if (!isRemote || (local !== '' && !isPort(local))) return undefined;
  return `${Number(local)}:${isPort(remote) ? Number(remote) : remote}`;
}

export const cpRule: VerbRule = (line, draft) => {
  const [from, to, ...more] = allArgs(line);
  if (from === undefined || to === undefined || more.length > 0) return refuse('missing-argument', 'DESTINATION');
  const places = [readPlace(from), readPlace(to)] as const;
  const [source, target] = places;
  if (source === undefined || target === undefined) return refuse('bad-argument', source === undefined ? from : to);
  if ((source.pod === '') === (target.pod === '')) return refuse('bad-argument', to);
  const pod = source.pod || target.pod;
  if (!isPathSegment(pod)) return refuse('bad-argument', pod);
  if (source.path === '' || target.path === '') return refuse('bad-argument', source.path === '' ? from : to);
  settleNamespace(line, draft, []);
  // Only what comes out of a pod is asked for again.
  if (target.pod !== '') draft.drop('--retries');
  for (const [key, place] of [
    ['from', source],
    ['to', target],
  ] as const) {
    draft.set('argument', key, place.pod === '' ? canonicalPath(place.path) : `:${withoutEndSlash(place.path)}`);
    if (place.pod === '') continue;
    draft.set('name', 'name', place.pod);
    if (place.namespace !== '') draft.set('namespace', '--namespace', place.namespace);
  }
  return undefined;
};

/** The path in the pod is sent as it was typed but for this. */
function withoutEndSlash(path: string): string {
  return path.length > 1 ? path.replace(/\/+$/, '') : path;
}

/** `[NAMESPACE/]POD:PATH`, or a path on this machine. */
function readPlace(text: string): { pod: string; namespace: string; path: string } | undefined {
  const colon = text.indexOf(':');
  if (colon === 0) return undefined;
  if (colon < 0) return { pod: '', namespace: '', path: text };
  const [first = '', second, ...more] = text.slice(0, colon).split('/');
  if (more.length > 0) return undefined;
  const path = text.slice(colon + 1);
  return second === undefined ? { pod: first, namespace: '', path } : { pod: second, namespace: first, path };
}

const DEBUG_PROFILES = new Set(['legacy', 'general', 'baseline', 'netadmin', 'restricted', 'sysadmin']);
const KEEP_FLAGS = [
  'keep-labels',
  'keep-annotations',
  'keep-liveness',
  'keep-readiness',
  'keep-startup',
  'keep-init-containers',
];
const COPY_FLAGS = ['share-processes', ...KEEP_FLAGS];
const DEBUGGED = new Set(['pods', 'nodes']);

export const debugRule: VerbRule = (line, draft) => {
  const isCopying = line.value('copy-to') !== '';
  const command = line.afterDash ?? [];
  const hasImage = line.value('image') !== '';
  if (hasImage && !isImageName(line.value('image'))) return refuse('bad-flag-value', '--image');
  if (!hasImage && !isCopying) return refuse('missing-flag', '--image');
  if (!hasImage && line.list('set-image').length === 0 && command.length === 0)
    return refuse('missing-flag', '--image');
  if (line.args.length === 0 && !hasFiles(line)) return refuse('missing-argument', 'POD');
  if (line.list('set-image').length > 0 && !isCopying) return refuse('missing-flag', '--copy-to');
  if ((line.isOn('replace') || line.isOn('same-node')) && !isCopying) return refuse('missing-flag', '--copy-to');
  if (line.value('target') !== '' && isCopying) return refuse('conflicting-flags', '--target');
  if (line.isOn('tty') && !line.isOn('stdin')) return refuse('missing-flag', '--stdin');
  if (!DEBUG_PROFILES.has(line.value('profile'))) return refuse('bad-flag-value', '--profile');
  const policy = line.value('image-pull-policy');
  if (!['', 'Always', 'IfNotPresent', 'Never'].includes(policy)) return refuse('bad-flag-value', '--image-pull-policy');
  settleDebugFlags(line, draft, isCopying, command);
  settleNamespace(line, draft, []);
  if (hasFiles(line)) return undefined;
  return settleDebugTargets(line, draft);
};

function settleDebugFlags(line: CommandLine, draft: Draft, isCopying: boolean, command: readonly string[]): void {
  // A copy with other images alone is as the pod was, whatever the profile.
  const isOnlyRenewed = line.value('image') === '' && command.length === 0;
  // What it leaves out is the name that the new container got.
  if (line.value('container') !== '') draft.drop('--quiet');
  if (!isCopying) draft.drop(...COPY_FLAGS.map((flag) => `--${flag}`));
  else if ((isOnlyRenewed || line.value('profile') === 'legacy') && line.isGiven('share-processes'))
    draft.set('flag', '--share-processes', line.value('share-processes'));
  if (isOnlyRenewed) draft.drop('--profile', ...KEEP_FLAGS.map((flag) => `--${flag}`));
  if (line.value('image') === '') draft.drop('--image-pull-policy');
  if (line.value('profile') === 'legacy') draft.drop(...KEEP_FLAGS.map((flag) => `--${flag}`));
  if (command.length > 0) draft.set('argument', 'command', JSON.stringify(command));
  else draft.drop('--arguments-only');
  // Standard input asks for attaching, unless told otherwise.
  const isAttached = line.isGiven('attach') ? line.isOn('attach') : line.isOn('stdin');
  draft.drop('--attach');
  if (isAttached !== line.isOn('stdin')) draft.set('flag', '--attach', String(isAttached));
}

function settleDebugTargets(line: CommandLine, draft: Draft): Refusal | undefined {
  const objects: Targets['objects'][number][] = [];
  for (const word of line.args) {
    const target = readOneObject(word, 'pods');
    if (target.kind === 'refused') return target;
    objects.push(...target.objects);
  }
  const targets: Targets = { kind: 'targets', types: objects.map((object) => object.type), objects };
  setTargetFacets(draft, targets);
  // A node is never copied.
  if (targets.types.every((type) => type.entry.plural === 'nodes'))
    draft.drop(...['copy-to', 'same-node', 'replace', 'set-image', ...COPY_FLAGS].map((flag) => `--${flag}`));
  return checkTypes(targets, DEBUGGED);
}

function settlePodTarget(line: CommandLine, draft: Draft, targets: Targets | Refusal): Refusal | undefined {
  if (targets.kind === 'refused') return targets;
  if (WAITS_FOR_A_WHILE.has(line.verb) && !/^[1-9]/.test(line.value('pod-running-timeout'))) {
    return refuse('bad-flag-value', '--pod-running-timeout');
  }
  // A pod that is named is not waited for.
  if (targets.types.every((type) => type.entry.plural === 'pods')) draft.drop('--pod-running-timeout');
  setTargetFacets(draft, targets);
  return checkTypes(targets, WITH_PODS);
}
