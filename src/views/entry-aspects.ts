// What can be said of an entry of the knowledge, aspect by aspect, so that one is shown and two are held side by side.

import type {
  CloudProvider,
  CloudRow,
  KnowledgeEntry,
  KubectlTask,
  PublicSource,
  SourcePlace,
  Topic,
} from '../knowledge/types.ts';
import { gradesText, PROVIDER_NAMES, PROVIDERS, serviceText } from './cloud-words.ts';
import { proseText, withFirstValues, withPlaceholders } from './knowledge-text.ts';
import { difficultyText, namesText } from './study-words.ts';
import { codeFence, escapeMarkdown } from './text.ts';

/** One thing said of an entry. `text` is Discord Markdown, ready to show. */
export interface Aspect {
  readonly label: string;
  readonly text: string;
}

/** An entry taken apart for showing. */
export interface EntryParts {
  /** Plain text. */
  readonly title: string;
  /** What it is; empty where the aspects say it all. */
  readonly lead: string;
  /** In the order in which they are shown; none of them empty. */
  readonly aspects: readonly Aspect[];
  readonly place: SourcePlace;
  readonly source: PublicSource | undefined;
}

/** Takes any entry apart. */
export function partsOf(entry: KnowledgeEntry): EntryParts {
  switch (entry.kind) {
    case 'concept': {
      const { title, summary, useWhen, notFor, relates, example, place, source } = entry.concept;
      const aspects = [
        aspect('Use it when', useWhen && capitalisedProse(useWhen)),
        aspect('Not for', notFor && capitalisedProse(notFor)),
        aspect('How it relates', relates && capitalisedProse(relates)),
        aspect('Example', example && exampleText(example)),
      ];
      return { title, lead: proseText(summary), aspects: aspects.flat(), place, source };
    }
    case 'troubleshooting': {
      const { title, meaning, firstCommand, causes, fixes, place, source } = entry.troubleshooting;
      const aspects = [
        aspect('First command', codeFence(firstCommand, languageOf(firstCommand))),
        aspect('Causes, the likeliest first', numbered(causes)),
        aspect('What mends it', numbered(fixes)),
      ];
      return { title, lead: proseText(meaning), aspects: aspects.flat(), place, source };
    }
    case 'topic':
      return topicParts(entry.topic);
    case 'kubectl':
      return taskParts(entry.task);
    case 'cloud':
      return rowParts(entry.row, entry.provider);
    case 'note': {
      const { title, text, place } = entry.note;
      return { title, lead: proseText(text), aspects: [], place, source: undefined };
    }
  }
}

function topicParts({ shortTitle, why, difficulty, focus, alternatives, place }: Topic): EntryParts {
  const aspects = [
    aspect('Why', why && proseText(why)),
    aspect('What to learn', focus.map(({ text }) => `- ${proseText(text)}`).join('\n')),
    aspect('Choose one', namesText(alternatives.map(escapeMarkdown))),
    aspect(
      'Difficulty',
      difficulty && `${difficultyText(difficulty)}${difficulty.note ? `: ${proseText(difficulty.note)}` : ''}`,
    ),
  ];
  return { title: shortTitle, lead: 'A topic of your list.', aspects: aspects.flat(), place, source: undefined };
}

function taskParts(task: KubectlTask): EntryParts {
  const { title, goal, command, writtenAs, accepted, parameters, explanation, sinceVersion, place, source } = task;
  const filled = withFirstValues(command, parameters);
  const lead = goal === undefined ? '' : `${capitalisedProse(withPlaceholders(goal))}\n`;
  const aspects = [
    aspect('What each part does', explanation && capitalisedProse(explanation)),
    aspect('For example', filled === command ? undefined : codeFence(filled, 'sh')),
    aspect(
      'Also right',
      accepted.length === 0 ? undefined : codeFence(accepted.map(withPlaceholders).join('\n'), 'sh'),
    ),
    aspect('In the list', writtenAs && `It stands there as ${proseText(`\`${writtenAs}\``)}, which kubectl refuses.`),
    aspect('Since', sinceVersion && `kubectl ${escapeMarkdown(sinceVersion)}`),
  ];
  return {
    title: title ?? command,
    lead: `${lead}${codeFence(withPlaceholders(command), 'sh')}`,
    aspects: aspects.flat(),
    place,
    source,
  };
}

function rowParts(row: CloudRow, provider: CloudProvider | undefined): EntryParts {
  const asked = provider === undefined ? undefined : row.services[provider];
  const services = PROVIDERS.flatMap((each) => {
    const service = row.services[each];
    return service === undefined ? [] : aspect(PROVIDER_NAMES[each], serviceText(service));
  });
  const lead = asked === undefined ? '' : `Answers the need: ${escapeMarkdown(row.need)}.`;
  const aspects = [
    ...services,
    ...aspect('How alike they are', gradesText(row)),
    ...aspect('The difference that bites', row.difference && capitalisedProse(row.difference)),
    ...aspect('Reached by', row.accessInterface && proseText(row.accessInterface)),
    ...aspect('Data gets in by', row.pipelineApproach && proseText(row.pipelineApproach)),
  ];
  return { title: asked?.name ?? row.need, lead, aspects, place: row.place, source: row.source };
}

/** What is asked first of Spark is Python, of a table SQL; a path through a program's menus is no code at all. */
function languageOf(command: string): 'python' | 'sql' | 'sh' | '' {
  if (/^(?:import |from \w|%|[a-z]\w*(?:(?:\.\w+)*[([]|(?:\.\w+)+$))/.test(command)) return 'python';
  if (/^(?:DESCRIBE|SHOW|SELECT) /.test(command)) return 'sql';
  return /^[A-Z]/.test(command) ? '' : 'sh';
}

/** None for an empty text, so that nothing empty is shown. */
function aspect(label: string, text: string | undefined): readonly Aspect[] {
  return text === undefined || text === '' ? [] : [{ label, text }];
}

function numbered(lines: readonly string[]): string {
  return lines.map((line, index) => `${index + 1}. ${proseText(line)}`).join('\n');
}

/** The fence of an example keeps its code; what stands outside it is prose. */
function exampleText(example: string): string {
  const [, before = '', language = '', code = ''] = /^([\s\S]*?)```([\w-]*)\n([\s\S]*)\n```\s*$/.exec(example) ?? [];
  if (code === '') return proseText(example);
  return [before.trim() === '' ? '' : `${proseText(before.trim())}\n`, codeFence(code, language)].join('');
}

function capitalisedProse(text: string): string {
  return proseText(text.charAt(0).toUpperCase() + text.slice(1));
}
