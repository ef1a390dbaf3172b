// Turns a parsed command into facets: its verb, every flag that is not at its default, and what the verb's rule makes of it.

import { type CommandNode, findCommand } from '../command-tree.ts';
import type { ParsedFlags } from '../flags.ts';
import type { Facet } from '../meaning.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { type CommandLine, createCommandLine } from './command-line.ts';
import { createDraft } from './draft.ts';
import { isPathSegment } from './resource-arguments.ts';
import { dryRunStrategy, settleSharedFlags } from './shared-flags.ts';
import { verbRules } from './verb-rules.ts';

export function readMeaning(node: CommandNode, parsed: ParsedFlags): readonly Facet[] | Refusal {
  const line = createCommandLine(node, parsed);
  const draft = createDraft();
  draft.set('verb', 'verb', line.verb);
  if (line.isOn('help')) return helpFacets(line.verb);
  if (line.verb === 'help') return readHelp(parsed.args);
  for (const name of line.givenFlags) {
    if (!line.isChanged(name)) continue;
    const isSwitch = node.flags.byName.get(name)?.type === 'bool';
    draft.set(isSwitch ? 'flag' : 'value', `--${name}`, line.value(name));
  }
  const rule = verbRules[line.verb];
  if (rule === undefined) return readGroup(node);
  const refusal = settleSharedFlags(line, draft) ?? rule(line, draft);
  return refusal ?? checkNamespace(line, draft.facets()) ?? draft.facets();
}

/** These do not put the namespace into a request's path. */
const NAMESPACE_IN_BODY = /^(?:config|kustomize|auth can-i)/;

function checkNamespace(line: CommandLine, facets: readonly Facet[]): Refusal | undefined {
  if (NAMESPACE_IN_BODY.test(line.verb) || line.isOn('local') || dryRunStrategy(line) === 'client') return undefined;
  const namespace = facets.find((part) => part.key === '--namespace')?.value ?? '';
  return isPathSegment(namespace) ? undefined : refuse('bad-flag-value', '--namespace');
}

/** `help create deploy` prints what `create deployment --help` does; an unknown topic is no failure to kubectl. */
function readHelp(topic: readonly string[]): readonly Facet[] {
  const found = findCommand(topic);
  return found.kind === 'refused' ? helpFacets(`? ${topic.join(' ')}`) : helpFacets(found.node.entry.path.join(' '));
}

function helpFacets(verb: string): readonly Facet[] {
  return [{ kind: 'verb', key: 'verb', value: `help ${verb}`.trim() }];
}

/** `kubectl` and `kubectl certificate` print their help; any other group asks for one of its commands and says that it failed. */
function readGroup(node: CommandNode): readonly Facet[] | Refusal {
  const group = node.entry.path.join(' ');
  if (group === '' || group === 'certificate') return helpFacets(group);
  return refuse('unknown-command', group);
}
