// Reads a code fence of kubectl lines: each line a command, with the comment above it as what it is for.

import type { Code } from 'mdast';
import { createSpellingCorrector } from '../search/spelling.ts';
import type { Drafts } from './drafts.ts';
import type { FaultLog } from './faults.ts';
import { freeId, slugOf } from './identifiers.ts';
import { lineOf, type Section } from './outline.ts';

/** Words that follow a verb most often; a word that is nearly one of them is taken for a slip of the keyboard. */
const RESOURCE_WORDS = [
  'pod pods deployment deployments service services ingress node nodes namespace namespaces secret secrets configmap',
  'configmaps job jobs cronjob cronjobs replicaset replicasets statefulset statefulsets daemonset daemonsets event events',
  'persistentvolume persistentvolumeclaim serviceaccount serviceaccounts endpoints all',
]
  .join(' ')
  .split(' ');
const VERBS_WITH_RESOURCE = /^kubectl\s+(?:get|describe|delete|scale|edit|label|annotate|expose)\s+([a-z]+)(?=\s|$)/;
const SHORT_NAMES = new Set(
  'po svc deploy ing no ns cm rs sts ds cj ev pv pvc sa ep sc pdb hpa netpol quota crd'.split(' '),
);
/** Words so short are more likely names of other resources than slips. */
const LEAST_LENGTH = 5;
const meantResource = createSpellingCorrector(RESOURCE_WORDS);

/** Whether a fence holds kubectl lines. */
export function isKubectlFence(code: Code): boolean {
  return code.value.split('\n').some((line) => /^\s*(?:\$\s+)?kubectl\s/.test(line));
}

/** Adds one task for each kubectl line. A comment belongs to the lines below it, up to an empty line or the next comment. */
export function readKubectlFence(code: Code, section: Section, drafts: Drafts, log: FaultLog): void {
  let comment: string | undefined;
  for (const [index, line] of code.value.split('\n').entries()) {
    const text = line.trim().replace(/^\$\s+/, '');
    if (text.startsWith('#')) comment = text.replace(/^#+\s*/, '');
    else if (text.startsWith('kubectl ')) {
      const place = { ...section.place, line: lineOf(code) + 1 + index };
      const command = mendSlip(text);
      if (command !== text) log.notice(place, `\`${text}\` is misspelt: read as \`${command}\``);
      drafts.kubectlTasks.push({
        task: {
          id: freeId(
            slugOf(command),
            drafts.kubectlTasks.map(({ task }) => task),
          ),
          ...(comment === undefined ? {} : { goal: comment }),
          command,
          ...(command === text ? {} : { writtenAs: text }),
          accepted: [],
          parameters: {},
          aliases: [],
          place,
        },
      });
    } else if (text === '') comment = undefined;
  }
}

function mendSlip(command: string): string {
  const word = VERBS_WITH_RESOURCE.exec(command)?.[1];
  if (word === undefined || word.length < LEAST_LENGTH || RESOURCE_WORDS.includes(word) || SHORT_NAMES.has(word))
    return command;
  const meant = meantResource(word);
  return meant === undefined ? command : command.replace(word, meant);
}
