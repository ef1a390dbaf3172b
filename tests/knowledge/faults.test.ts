// Every kind of fault is told with its line, and nothing but the fault.

import { describe, expect, it } from 'vitest';
import { readKnowledge } from '../../src/knowledge/load-knowledge.ts';
import { faultLines, readText } from './load.ts';

const SOURCE = '- source: https://kubernetes.io/docs/\n- reviewed: 2026-11-23';

function concept(title: string, fields = ''): string {
  return `## ${title}\n\nWhat it is.\n\n${SOURCE}\n${fields}\n`;
}

describe('faults of tables', () => {
  it('tells a row with a cell too few and one with a cell too many, which Markdown would pad and cut', () => {
    const text =
      '# Lakes\n\n| Concept | AWS | Azure |\n| --- | --- | --- |\n| A | B |\n| A | B | C | D |\n| A | B | C |\n';
    expect(faultLines(readText(text))).toEqual([
      '5 broken table: 2 cells in this row, 3 in the header',
      '6 broken table: 4 cells in this row, 3 in the header',
    ]);
  });

  it('tells a header that its line of dashes does not fit, which Markdown would take for prose', () => {
    const text = '# Lakes\n\n| Concept | AWS | Azure |\n| --- | --- |\n| A | B | C |\n';
    expect(faultLines(readText(text))).toEqual(['3 broken table: the header has 3 cells, the line of dashes 2']);
  });

  it('tells a row that an empty line parted from its table', () => {
    const text = '# Lakes\n\n| Concept | AWS |\n| --- | --- |\n| A | B |\n\n| C | D |\n';
    expect(faultLines(readText(text))).toEqual([
      '7 broken table: a row without a header and a line of dashes above it',
    ]);
  });

  it('counts an escaped pipe as text', () => {
    expect(faultLines(readText('# Lakes\n\n| Concept | AWS |\n| --- | --- |\n| A \\| a | B |\n'))).toEqual([]);
  });

  it('gives a notice for a table of other things', () => {
    expect(faultLines(readText('# X\n\n| Colour | Size |\n| --- | --- |\n| red | 2 |\n'))).toEqual([
      '3 notice table without an AWS, Azure or Google column: not read',
    ]);
  });
});

describe('faults of lists of skills', () => {
  it('tells a jotted topic without a title, however it lacks one', () => {
    const text =
      '## Top priority\n- :\n  - Difficulty: Easy\n-\n- (Only an addition):\n  - Focus: x\n- Real:\n  - Focus: y\n';
    const loaded = readText(text);
    expect(faultLines(loaded)).toEqual([
      '2 topic without a title',
      '4 topic without a title',
      '5 topic without a title',
    ]);
    expect(loaded.knowledge.topics.map(({ title }) => title)).toEqual(['Real']);
  });

  it('tells a topic heading without a title', () => {
    expect(faultLines(readText('# Skills\n\n## Top priority\n\n###\n\n- focus: x\n'))).toEqual([
      '5 topic without a title',
    ]);
  });

  it('tells an unknown field, a missing one and one of the wrong form', () => {
    const text = '# Skills\n\n## Top\n\n### A\n\n- fokus: x\n- hours: many\n- difficulty: brutal\n';
    expect(faultLines(readText(text))).toEqual([
      '5 "A": the field "focus" is missing',
      expect.stringMatching(/^7 unknown field "fokus"; known: id, aliases, /),
      '8 "A": the field "hours" takes hours such as 30 or 20–40',
      '9 "A": the field "difficulty" takes easy, medium or high, or two of them with "to"',
    ]);
  });

  it('tells an unknown prerequisite, and two topics of one name', () => {
    const topic = (title: string, more: string): string => `### ${title}\n\n- focus: x\n${more}\n\n`;
    const text = `# Skills\n\n## Top\n\n${topic('A', '- prerequisites: Nothing')}${topic('B', '- aliases: a')}`;
    expect(faultLines(readText(text))).toEqual([
      '8 unknown prerequisite "Nothing"',
      '10 "B": the name "a" belongs to "A" at a.md:5',
    ]);
  });
});

describe('faults of entries', () => {
  it('tells a concept without text, source and review day', () => {
    expect(faultLines(readText('# Concepts\n\n## Pod\n'))).toEqual([
      '3 "Pod": the field "source" is missing',
      '3 "Pod": the field "reviewed" is missing',
      '3 "Pod": a concept needs a text that says what it is',
    ]);
  });

  it('tells an entry without a title', () => {
    expect(faultLines(readText(`# Concepts\n\n##\n\nWhat it is.\n\n${SOURCE}\n`))).toEqual(['3 entry without a title']);
  });

  it('tells an empty field, a bad link, a day that is none, and a field that stands twice', () => {
    const text =
      '# Concepts\n\n## Pod\n\nWhat it is.\n\n- use when:\n- source: kubernetes\n- reviewed: 2026-02-30\n- reviewed: 2026-11-23\n- reviewed: x\n';
    expect(faultLines(readText(text))).toEqual([
      '7 "Pod": the field "use when" is empty',
      '8 "Pod": the field "source" takes a link, https://…',
      '10 the field "reviewed" stands here twice',
      '11 the field "reviewed" stands here twice',
      '11 "Pod": the field "reviewed" takes a day, YYYY-MM-DD',
    ]);
  });

  it('tells an id that is taken, and an alias that is another one’s title or alias', () => {
    const text = `# Concepts\n\n${concept('Pod', '- aliases: po')}\n${concept('Pods', '- id: pod')}\n${concept('Peapod', '- aliases: PO')}`;
    expect(faultLines(readText(text))).toEqual([
      '11 the concept id "pod" is taken at a.md:3',
      '11 "Pods": the name "Pods" belongs to "Pod" at a.md:3; a shared alias may stand in both',
      '19 "Peapod": the name "PO" belongs to "Pod" at a.md:3; a shared alias may stand in both',
    ]);
  });

  it('lets several entries share a name that they declare as shared', () => {
    const text = `# Concepts\n\n${concept('A', '- shared aliases: endpoint')}\n${concept('B', '- shared aliases: endpoint')}`;
    expect(faultLines(readText(text))).toEqual([]);
  });

  it('tells a related entry and a topic that do not exist, at the line of the name', () => {
    const text = `# Concepts\n\n${concept('Pod', '- related:\n  - Pod\n  - Node\n- topic: cooking')}`;
    expect(faultLines(readText(text))).toEqual(['11 unknown related entry "Node"', '12 unknown topic "cooking"']);
  });

  it('tells what does not belong into an entry', () => {
    const text = `# Concepts\n\n${concept('Pod')}\nLater words.\n\n- a: b\n\n> quote\n`;
    expect(faultLines(readText(text))).toEqual([
      '11 text after the fields: put it above them, or indent it',
      '13 a list more than an entry takes',
      '15 a blockquote more than an entry takes',
    ]);
  });

  it('takes only defaults under a group', () => {
    const text = `# Concepts\n\n- colour: red\n- reviewed: 2026-11-23\n\n## A\n\nText.\n\n- source: https://a.example\n`;
    expect(faultLines(readText(text))).toEqual([
      '3 "Concepts" has headings below it, so it takes only topic, source, reviewed, not "colour"',
    ]);
  });

  it('tells a comparison of things that are not known, and one that names no two', () => {
    const text = `# Concepts\n\n${concept('Pod')}\n# Comparisons\n\n## Pod vs Whale\n\nRule.\n\n## Pod\n\nRule.\n`;
    expect(faultLines(readText(text))).toEqual([
      '13 unknown concept "Whale"',
      '17 "Pod": a comparison\'s heading reads "X vs Y"',
    ]);
  });

  it('tells a symptom without its first command', () => {
    const text = `# Troubleshooting\n\n## Crash\n\nIt crashes.\n\n${SOURCE}\n- causes: x\n- fixes: y\n`;
    expect(faultLines(readText(text))).toEqual(['3 "Crash": the field "first command" is missing']);
  });
});

describe('faults of kubectl tasks', () => {
  const task = (goal: string, command: string, parameters: string): string =>
    `# Kubectl tasks\n\n## T\n\n${goal}\n\n- command: \`${command}\`\n${parameters}${SOURCE}\n`;

  it('tells a value that is graded but not stated, one without values, and one that nothing uses', () => {
    const text = task(
      'List `{what}`.',
      'kubectl get pods -n {namespace}',
      '- parameters:\n  - what: pods, nodes\n  - spare: x\n',
    );
    expect(faultLines(readText(text))).toEqual([
      '3 "T": the parameter {namespace} has no values',
      '3 "T": the goal does not state {namespace}, which the command needs',
      '3 "T": the goal has {what}, the command does not',
      '3 "T": the parameter {what} is used nowhere',
      '3 "T": the parameter {spare} is used nowhere',
    ]);
  });

  it('tells a name that two tasks go by, but not a line that a jotted list holds twice', () => {
    const list = '## List pods\n\nList.\n\n- command: `kubectl get pods`\n';
    const show = '## Show pods\n\nShow.\n\n- command: `kubectl get po`\n- aliases: list pod\n';
    expect(faultLines(readText(`# Kubectl tasks\n\n${list}${SOURCE}\n\n${show}${SOURCE}\n`))).toEqual([
      expect.stringMatching(/^\d+ "Show pods": the name "list pod" belongs to "List pods" at a\.md:3$/),
    ]);
    expect(faultLines(readText('# X\n\n```sh\nkubectl get pods\n\nkubectl get pods\n```\n'))).toEqual([]);
  });

  it('takes JSONPath for no parameter', () => {
    const text = task('Print the names.', "kubectl get pods -o jsonpath='{range .items[*]}{.metadata.name}{end}'", '');
    expect(faultLines(readText(text))).toEqual([]);
  });

  it('tells a command that is not kubectl’s', () => {
    expect(faultLines(readText(task('Clean up.', 'rm -rf', '')))).toEqual([
      '7 "T": the field "command" takes a line that begins with `kubectl`',
    ]);
  });
});

describe('faults of cloud rows', () => {
  const row = (fields: string): string => `# Cloud services\n\n## Need\n\n${fields}\n${SOURCE}\n`;

  it('tells a pair without a grade, and a partial grade without the difference', () => {
    expect(faultLines(readText(row('- aws: A\n- azure: B\n- gcp: C\n- aws-azure: same')))).toEqual([
      '3 "Need": no grade: add `aws-gcp: same`, `partial` or `none`',
      '3 "Need": no grade: add `azure-gcp: same`, `partial` or `none`',
    ]);
    expect(faultLines(readText(row('- aws: A\n- azure: B\n- grade: partial')))).toEqual([
      '3 "Need": graded partial, but no `difference` is named',
    ]);
  });

  it('tells a row with one provider, and a grade that is none of the three', () => {
    expect(faultLines(readText(row('- aws: A')))).toEqual([
      '3 "Need": a row names at least two of aws, azure and gcp (`none` counts)',
    ]);
    expect(faultLines(readText(row('- aws: A\n- azure: B\n- grade: close')))).toEqual([
      '7 "Need": the field "grade" takes same, partial or none',
    ]);
  });

  it('grades a provider that has nothing without being told', () => {
    const loaded = readText(row('- aws: A\n- azure: none\n- gcp: C\n- aws-gcp: same'));
    expect(faultLines(loaded)).toEqual([]);
    expect(loaded.knowledge.cloudRows[0]?.grades).toEqual({
      'aws-azure': 'none',
      'aws-gcp': 'same',
      'azure-gcp': 'none',
    });
  });
});

describe('faults of files', () => {
  it('tells links that lead nowhere, wherever they stand', () => {
    const text =
      '# X\n\n[gone](gone.md) and [there](sub/b.md#part) and [odd](javascript:x) and [bad](https://nohost)\n';
    const files = [
      { file: 'a.md', text },
      { file: 'sub/b.md', text: '[back](../a.md)\n' },
    ];
    expect(faultLines(readKnowledge(files))).toEqual([
      '3 link to "gone.md": no such file in this folder',
      '3 link to "javascript:x": takes https:// or http://',
      '3 link to "https://nohost": not well formed',
    ]);
  });

  it('tells a folder without Markdown, and a heading without a text', () => {
    expect(faultLines(readKnowledge([]))).toEqual(['1 no Markdown file in this folder']);
    expect(faultLines(readText('#\n\ntext\n'))).toEqual(['1 heading without a text']);
  });

  it('tells a rename that is not one', () => {
    const loaded = readText('# Renames\n\n- topic: a → b\n- planet: a → b\n- topic a b\n');
    expect(loaded.knowledge.renames).toMatchObject([{ subject: 'topic', from: 'a', to: 'b' }]);
    expect(loaded.faults.map(({ line }) => line)).toEqual([4, 5]);
  });

  it('names the file of each fault', () => {
    const { faults } = readKnowledge([
      { file: 'b.md', text: '#\n' },
      { file: 'a.md', text: '\n#\n' },
    ]);
    expect(faults.map(({ file, line }) => `${file}:${line}`)).toEqual(['a.md:2', 'b.md:1']);
  });
});
