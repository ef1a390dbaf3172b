// Says in plain English what a command achieves, stating every value that an answer is graded on.

import type { Facet } from './meaning.ts';
import { type ReadCommand, readCommand, typedValue } from './read-command.ts';
import { findResourceType } from './resources.ts';

/** `{what}` is the thing or things it works on. A command that is not named here goes by the first line of its help. */
const PHRASES: Readonly<Record<string, string>> = {
  annotate: 'Annotate {what}',
  autoscale: 'Scale {what} automatically',
  'create clusterrole': 'Create a cluster role called {what}',
  'create clusterrolebinding': 'Create a cluster role binding called {what}',
  'create configmap': 'Create a config map called {what}',
  'create cronjob': 'Create a cron job called {what}',
  'create deployment': 'Create a deployment called {what}',
  'create ingress': 'Create an ingress called {what}',
  'create job': 'Create a job called {what}',
  'create namespace': 'Create a namespace called {what}',
  'create poddisruptionbudget': 'Create a pod disruption budget called {what}',
  'create priorityclass': 'Create a priority class called {what}',
  'create quota': 'Create a resource quota called {what}',
  'create role': 'Create a role called {what}',
  'create rolebinding': 'Create a role binding called {what}',
  'create secret docker-registry': 'Create a secret for an image registry called {what}',
  'create secret generic': 'Create a secret called {what}',
  'create secret tls': 'Create a TLS secret called {what}',
  'create service clusterip': 'Create a ClusterIP service called {what}',
  'create service externalname': 'Create an ExternalName service called {what}',
  'create service loadbalancer': 'Create a LoadBalancer service called {what}',
  'create service nodeport': 'Create a NodePort service called {what}',
  'create serviceaccount': 'Create a service account called {what}',
  'create token': 'Request a token for the service account {what}',
  debug: 'Debug {what}',
  delete: 'Delete {what}',
  describe: 'Show the details of {what}',
  edit: 'Edit {what} on the server',
  explain: 'Show the documentation of {what}',
  expose: 'Expose {what} as a service',
  get: 'Show {what}',
  label: 'Label {what}',
  patch: 'Patch {what}',
  'port-forward': 'Forward ports to {what}',
  run: 'Run a pod called {what}',
  scale: 'Scale {what}',
  'set env': 'Set environment variables of {what}',
  'set image': 'Change the image of {what}',
  'set resources': 'Set the resources of {what}',
  'set selector': 'Set the selector of {what}',
  'set serviceaccount': 'Set the service account of {what}',
  'set subject': 'Set the subjects of {what}',
  taint: 'Taint {what}',
  wait: 'Wait for a condition on {what}',
};

const CLAUSES: Readonly<Record<string, (value: string) => string>> = {
  '--namespace': (value) => (value === '*' ? 'in all namespaces' : `in the namespace ${value}`),
  '--replicas': (value) => `to ${value} replicas`,
  '--image': (value) => `with the image ${value}`,
  '--output': (value) => `printed as ${value}`,
  '--selector': (value) => `chosen by the label ${value}`,
  '--filename': (value) => `from the file ${value}`,
  '--kustomize': (value) => `from the kustomization in ${value}`,
  '--container': (value) => `in the container ${value}`,
  '--all': () => 'all of them',
  '--force': () => 'by force',
  command: (value) => `running the command ${commandText(value)}`,
};

/** The goal of a command, without a full stop; undefined where kubectl would not take the line. */
export function describeCommand(text: string): string | undefined {
  const command = readCommand(text);
  if (command.kind === 'refused') return undefined;
  const phrase = PHRASES[command.verb] ?? (command.command.summary.replace(/\.$/, '') || `Run kubectl ${command.verb}`);
  const what = describeTargets(command);
  const isTold = phrase.includes('{what}') && what !== '';
  const clauses = command.facets.flatMap((part) => describeFacet(command, part, isTold));
  const start = isTold ? phrase.replace('{what}', what) : phrase.replace(/ ?\{what\}/, '');
  return [start, ...clauses].join(', ');
}

/** `the deployment web`, `all pods`, `the pods a, b`. */
function describeTargets(command: ReadCommand): string {
  const types = facetValue(command, 'resource');
  const names = facetValue(command, 'name');
  if (types === '') return names;
  const isOne = names !== '' && !names.includes(', ');
  const words = types.split(', ').map((name) => typeWord(name, isOne));
  return names === '' ? `the ${words.join(' and ')}` : `the ${words.join(' and ')} ${names}`;
}

function typeWord(name: string, isOne: boolean): string {
  const type = findResourceType(name);
  if (type === undefined) return name;
  return isOne ? type.entry.singular : type.entry.plural;
}

function facetValue(command: ReadCommand, key: string): string {
  return command.facets.find((part) => part.key === key)?.value ?? '';
}

function describeFacet(command: ReadCommand, part: Facet, isTargetTold: boolean): readonly string[] {
  if (part.kind === 'verb' || (part.kind === 'namespace' && part.value === 'default')) return [];
  if (isTargetTold && (part.key === 'resource' || part.key === 'name')) return [];
  const clause = CLAUSES[part.key];
  const value = typedValue(command, part) ?? part.value;
  if (clause !== undefined) return [clause(value)];
  if (part.kind === 'flag') return [part.value === 'true' ? `with ${part.key}` : `with ${part.key} off`];
  if (part.kind === 'value') return [`with ${part.key} set to ${plainValue(value)}`];
  return [`with the ${part.key} ${plainValue(part.value)}`];
}

/** Lists and lengths of time stand in a facet in canonical form; here they read as a person writes them. */
function plainValue(value: string): string {
  const nanoseconds = /^(-?\d+)ns$/.exec(value)?.[1];
  if (nanoseconds !== undefined) return `${Number(nanoseconds) / 1e9}s`;
  return value.startsWith('[') ? commandText(value) : value;
}

function commandText(value: string): string {
  try {
    const words: unknown = JSON.parse(value);
    return Array.isArray(words) ? words.map(String).join(' ') : value;
  } catch {
    // A value may begin with a bracket without being a list.
    return value;
  }
}
