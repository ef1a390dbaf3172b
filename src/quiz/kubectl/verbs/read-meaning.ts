// Turns a parsed command into facets, by the rules of its verb.

import type { CommandNode } from '../command-tree.ts';
import type { ParsedFlags } from '../flags.ts';
import { type Facet, facet } from '../meaning.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { type CommandLine, createCommandLine } from './command-line.ts';
import { readResourceArguments, targetFacets } from './resource-arguments.ts';

const RESOURCE_VERBS =
  /^(?:get|describe|delete|edit|scale|autoscale|expose|patch|wait|rollout \w+|apply (?:edit|view)-last-applied)$/;

export function readMeaning(node: CommandNode, parsed: ParsedFlags): readonly Facet[] | Refusal {
  const line = createCommandLine(node, parsed);
  const facets: Facet[] = [facet('verb', 'verb', line.verb)];
  if (line.isOn('help')) return [facet('verb', 'verb', `help ${line.verb}`)];
  for (const name of line.givenFlags) {
    if (name !== 'namespace' && line.isChanged(name)) facets.push(facet('value', `--${name}`, line.value(name)));
  }
  if (!RESOURCE_VERBS.test(line.verb)) {
    return [
      ...facets,
      namespaceFacet(line),
      facet('argument', 'arguments', JSON.stringify([line.args, line.afterDash])),
    ];
  }
  const hasFiles = line.isGiven('filename') || line.isGiven('kustomize') || line.isGiven('raw');
  if (line.args.length === 0 && !hasFiles) return refuse('missing-resource');
  const targets = readResourceArguments([...line.args, ...(line.afterDash ?? [])]);
  if (targets.kind === 'refused') return targets;
  const isNamespaced = targets.types.length === 0 || targets.types.some((type) => type.entry.isNamespaced);
  return [...facets, ...targetFacets(targets), ...(isNamespaced ? [namespaceFacet(line)] : [])];
}

function namespaceFacet(line: CommandLine): Facet {
  return facet('namespace', '--namespace', line.value('namespace') || 'default');
}
