// `/explain` and "Explain this" as somebody uses them, on our own knowledge and on the owner's list alone.

import type { APIEmbed } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import type { Command, ComponentRequest, Reply } from '../../src/commands/command.ts';
import { createExplainCommand, createExplainMessageCommand } from '../../src/commands/explain.ts';
import { createKnowledgeIndex } from '../../src/knowledge/create-index.ts';
import { readKnowledge } from '../../src/knowledge/load-knowledge.ts';
import type { KnowledgeIndex } from '../../src/knowledge/types.ts';
import { readCustomId } from '../../src/views/custom-id.ts';
import type { MessageBody } from '../../src/views/message.ts';
import { OWN_FOLDER, openIndex, SEED_FOLDER } from '../knowledge/load.ts';
import { expectWithinLimits } from './expect-within-limits.ts';
import { controlsOf, messageOf, textOf } from './study-desk.ts';

const ADA = '100000000000000001';
const NOON = Date.parse('2026-05-04T12:00Z');
const own = await openIndex(OWN_FOLDER);
const seed = await openIndex(SEED_FOLDER);

const asked = {
  person: { id: ADA, displayName: 'Ada' },
  place: { guildId: '1', channelId: '9', isDirectMessage: false, canManageServer: false },
  nowMs: NOON,
  subcommand: undefined,
};

function commandOn(index: KnowledgeIndex, onUnanswered?: (query: string, nowMs: number) => Promise<void>): Command {
  return createExplainCommand({ knowledge: { current: () => index }, ...(onUnanswered && { onUnanswered }) });
}

async function explain(index: KnowledgeIndex, query: string): Promise<MessageBody> {
  const message = messageOf(await commandOn(index).run({ ...asked, options: { query } }));
  expectWithinLimits(message);
  return message;
}

async function explainMessage(index: KnowledgeIndex, targetText?: string): Promise<MessageBody> {
  const command = createExplainMessageCommand({ knowledge: { current: () => index } });
  const message = messageOf(
    await command.run({ ...asked, options: {}, ...(targetText !== undefined && { targetText }) }),
  );
  expectWithinLimits(message);
  return message;
}

async function press(index: KnowledgeIndex, message: MessageBody, label: string): Promise<Reply> {
  const buttons = (message.components ?? []).flatMap((row) => row.components);
  const pressed = buttons.find((button) => 'label' in button && button.label === label);
  const raw = pressed !== undefined && 'custom_id' in pressed ? readCustomId(pressed.custom_id) : undefined;
  const request: ComponentRequest = { ...asked, args: undefined, values: [], fields: {} };
  const reply =
    raw &&
    commandOn(index)
      .components.find(({ kind }) => kind.name === raw.name)
      ?.run(raw, request);
  if (reply === undefined) throw new Error(`nothing handles ${label}`);
  return reply;
}

function fieldOf(message: MessageBody, name: string): string | undefined {
  const fields = (message.embeds ?? []).flatMap((embed: APIEmbed) => embed.fields ?? []);
  return fields.find((field) => field.name === name)?.value;
}

describe('/explain', () => {
  it('shows a concept with its fields, its example in a fence, and where it comes from', async () => {
    const message = await explain(own, 'what is a pod');
    expect(message.embeds?.[0]).toMatchObject({
      title: 'Pod',
      description: expect.stringMatching(/^The smallest thing that Kubernetes runs/),
    });
    expect(fieldOf(message, 'Use it when')).toBeDefined();
    expect(fieldOf(message, 'Not for')).toBeDefined();
    expect(fieldOf(message, 'How it relates')).toBeDefined();
    expect(fieldOf(message, 'Example')).toMatch(/^```yaml\napiVersion: v1\n[\s\S]*\n```$/);
    expect(fieldOf(message, 'From')).toBe(
      'concepts/kubernetes.md › Concepts: Kubernetes › Workloads › Pod\n' +
        '[kubernetes.io](https://kubernetes.io/docs/concepts/workloads/pods/), as of 2026-11-23',
    );
  });

  it('shows both sides of a comparison, their differences, the rule of thumb, and where each comes from', async () => {
    const message = await explain(own, 'service vs ingress');
    expect(message.embeds?.[0]?.title).toBe('Service vs Ingress');
    expect(message.embeds?.[0]?.description).toMatch(/^\*\*Rule of thumb\*\*\nA Service gives pods one stable address/);
    for (const name of ['What it is', 'Use it when', 'Not for', 'How it relates']) {
      expect(fieldOf(message, name)).toMatch(/^\*\*Service\*\* – [^\n]+\n\*\*Ingress\*\* – /);
    }
    const from = fieldOf(message, 'From');
    for (const place of ['Networking › Service', 'Networking › Ingress', 'comparisons.md'])
      expect(from).toContain(place);
    expect(controlsOf(message)).toEqual(['Service', 'Ingress']);
  });

  it('says what a topic of the list is before why to learn it', async () => {
    const message = await explain(own, 'what is kubernetes');
    expect(message.embeds?.[0]?.description).toMatch(/^An open-source system that runs containers/);
    expect(fieldOf(message, 'Why')).toMatch(/^The managed clusters/);
    expect(fieldOf(message, 'From')).toContain('skills.md');
    const alone = await explain(seed, 'kubernetes');
    expect(alone.embeds?.[0]?.description).toBe('A topic of your list.');
    expect(fieldOf(await explain(seed, 'kubernetes vs mlflow'), 'What to learn')).toMatch(/\*\*Kubernetes\*\*\n- /);
  });

  it('puts Python into a fence of Python', async () => {
    expect(fieldOf(await explain(own, 'Task not serializable'), 'First command')).toMatch(/^```python\n/);
    expect(fieldOf(await explain(own, 'CrashLoopBackOff'), 'First command')).toMatch(/^```sh\nkubectl /);
  });

  it('says which of three it leaves out, and what to type for that one', async () => {
    const message = await explain(own, 'nodeport vs loadbalancer vs clusterip?');
    expect(message.content).toContain('“clusterip” is left out: ask `/explain query:loadbalancer vs clusterip` next');
    expect((await explain(own, 'service vs ingress')).content).toBeUndefined();
  });

  it('shows the rule of thumb where one side is a topic or a service of a cloud', async () => {
    const topic = await explain(own, 'docker vs kubernetes');
    expect(topic.embeds?.[0]?.title).toBe('Docker vs Kubernetes');
    expect(topic.embeds?.[0]?.description).toMatch(/^\*\*Rule of thumb\*\*\nDocker runs containers on one machine/);
    expect(fieldOf(topic, 'From')).toContain('comparisons.md › Comparisons › Docker vs Container orchestration');
    const services = await explain(own, 'EKS vs AKS');
    expect(services.embeds?.[0]?.description).toMatch(/^\*\*Rule of thumb\*\*\n/);
  });

  it('compares with the owner’s list alone, from its glossary and from its table', async () => {
    const glossary = await explain(seed, 'service vs ingress');
    expect(fieldOf(glossary, 'What it is')).toBe(
      '**Service** – Roughly: nginx. reverse proxy and load balancer.\n' +
        '**Ingress** – Roughly: routing URLs to specific services and SSL certification',
    );
    expect(fieldOf(glossary, 'From')).toBe('skills.md › Datascience Skills › Docker concepts');
    const table = await explain(seed, 'data lake vs data warehouse');
    expect(fieldOf(table, 'Data gets in by')).toBe('**Data Lake** – ELT\n**Data Warehouse** – ETL');
  });

  it('compares two services that answer one need by their grade', async () => {
    const message = await explain(own, 'EKS vs AKS');
    expect(message.embeds?.[0]?.title).toBe('Amazon Elastic Kubernetes Service vs Azure Kubernetes Service');
    expect(fieldOf(message, 'How alike they are')).toBe('partly the same');
    expect(fieldOf(message, 'The difference that bites')).toMatch(/^EKS/);
    expect(fieldOf(await explain(seed, 'EKS vs AKS'), 'How alike they are')).toBe('Not graded in this knowledge base.');
  });

  it('says that there is nothing, and shows nothing else', async () => {
    for (const index of [own, seed]) {
      const message = await explain(index, 'what is the capital of France');
      expect(message.embeds).toHaveLength(1);
      expect(message.embeds?.[0]).toMatchObject({ title: 'Nothing on this here' });
      expect(textOf(message)).toContain('“what is the capital of France”');
      expect(controlsOf(message)).toEqual([]);
    }
  });

  it('says which side of a comparison is unknown, and explains the other', async () => {
    const message = await explain(own, 'spark vs flurbostore');
    expect(message.content).toMatch(/nothing on “flurbostore” here/);
    expect(message.embeds?.[0]?.title).toBe('Apache Spark');
  });

  it('gives the first command and the causes for a pasted status line', async () => {
    const message = await explain(own, 'web-6d4cf56db6-abcde 0/1 CrashLoopBackOff 5 (2m ago) 10m');
    expect(message.embeds?.[0]?.title).toBe('CrashLoopBackOff');
    expect(fieldOf(message, 'First command')).toBe('```sh\nkubectl logs <pod> --previous\n```');
    expect(fieldOf(message, 'Causes, the likeliest first')).toMatch(/^1\. The program ends with an error/);
    expect(fieldOf(message, 'What mends it')).toMatch(/^1\. /);
  });

  it('gives the command for a how-to, with an example of its parameters', async () => {
    const message = await explain(own, 'restart a deployment');
    expect(message.embeds?.[0]?.description).toContain(
      '```sh\nkubectl rollout restart deployment/<deployment> -n <namespace>\n```',
    );
    expect(fieldOf(message, 'For example')).toBe('```sh\nkubectl rollout restart deployment/web -n shop\n```');
  });

  it('says where the list has a line that kubectl refuses', async () => {
    const message = await explain(seed, 'kubectl describe deployment deployment-1');
    expect(fieldOf(message, 'In the list')).toContain('`kubectl describe deployement deployment-1`');
  });

  it('leads on to related entries by buttons of the asker, which still work on other knowledge', async () => {
    const message = await explain(own, 'pod');
    expect(controlsOf(message)).toEqual(expect.arrayContaining(['Container', 'Deployment', 'Node', 'Service']));
    const ids = (message.components ?? []).flatMap(({ components }) =>
      components.map((button) => ('custom_id' in button ? readCustomId(button.custom_id)?.ownerId : undefined)),
    );
    expect(new Set(ids)).toEqual(new Set([ADA]));
    const reply = await press(own, message, 'Deployment');
    expect(reply.kind).toBe('edit');
    expect(messageOf(reply).embeds?.[0]?.title).toBe('Deployment');
    const later = await press(seed, message, 'Container');
    expect(later).toMatchObject({
      kind: 'message',
      message: { content: expect.stringContaining('has left the knowledge') },
    });
  });

  it('takes old words and buttons away when a pressed message changes', async () => {
    const message = await explain(own, 'spark vs flurbostore');
    const reply = await press(own, message, 'Spark DataFrame');
    expect(messageOf(reply)).toMatchObject({ content: '' });
    const bare = createKnowledgeIndex(readKnowledge([{ file: 'a.md', text: '# X\n\nnode = a server\n' }]).knowledge);
    expect(messageOf(await press(bare, await explain(own, 'pod'), 'Node'))).toMatchObject({ components: [] });
  });

  it('tells what nobody could answer, and only that', async () => {
    const unanswered: [string, number][] = [];
    const command = commandOn(own, async (query, nowMs) => {
      unanswered.push([query, nowMs]);
    });
    for (const query of ['pod', 'service dog', 'pod vs flurb']) await command.run({ ...asked, options: { query } });
    expect(unanswered).toEqual([['service dog', NOON]]);
  });

  it('offers titles while somebody types', async () => {
    const choices = await commandOn(own).complete?.({
      ...asked,
      options: {},
      focused: { name: 'query', value: 'depl' },
    });
    expect(choices?.[0]).toEqual({ name: 'Deployment', value: 'Deployment' });
    expect(choices?.length).toBeLessThanOrEqual(25);
  });

  it('is public, and usable everywhere', () => {
    expect(commandOn(own)).toMatchObject({
      visibility: 'public',
      payload: { name: 'explain', integration_types: [0, 1], contexts: [0, 1, 2] },
    });
  });

  it('keeps within Discord’s limits for every entry there is', async () => {
    const { concepts, troubleshooting, kubectlTasks, cloudRows, topics } = own.knowledge;
    const titles = [
      ...[...concepts, ...troubleshooting, ...kubectlTasks].map(({ title }) => title ?? ''),
      ...cloudRows.map(({ need }) => need),
      ...topics.map(({ shortTitle }) => shortTitle),
    ];
    for (const title of titles) await explain(own, title);
    for (const { leftId, rightId } of own.knowledge.comparisons) await explain(own, `${leftId} vs ${rightId}`);
  });

  it('adds the whole entry as a file where an embed cannot hold it, without breaking a fence', async () => {
    const long = 'word '.repeat(900).trim();
    const code = 'line: value\n'.repeat(300).trim();
    const text = `# Concepts\n\n## Long\n\n${long}\n\n- use when: ${long}\n- not for: ${long}\n- relates: ${long}\n- source: https://a.example/\n- reviewed: 2026-11-23\n\n\`\`\`yaml\n${code}\n\`\`\`\n`;
    const index = createKnowledgeIndex(readKnowledge([{ file: 'a.md', text }]).knowledge);
    const message = await explain(index, 'long');
    const fences = textOf(message).match(/```/g) ?? [];
    expect(fences.length % 2).toBe(0);
    const file = new TextDecoder().decode(message.files?.[0]?.data);
    expect(file).toContain(long);
    expect(file).toContain(code);
    await explain(index, 'long vs long');
  });

  it('lets nothing from the knowledge or the query ping, link or format', async () => {
    const text =
      '# Concepts\n\n## @everyone **bold**\n\nSee <@100000000000000001> and [x](https://a.example) `code <@1>`.\n\n- source: https://a.example/\n- reviewed: 2026-11-23\n';
    const index = createKnowledgeIndex(readKnowledge([{ file: 'a.md', text }]).knowledge);
    const shown = textOf(await explain(index, 'everyone bold'));
    expect(shown).not.toContain('@everyone');
    expect(shown).not.toMatch(/(?<!\\)<@100000000000000001>/);
    expect(shown).toContain('`code <@1>`');
    const unknown = textOf(await explain(own, '@everyone [click](https://evil.example) **now** zzzz'));
    expect(unknown).not.toContain('@everyone');
    expect(unknown).not.toMatch(/(?<!\\)\[click/);
  });
});

describe('Explain this', () => {
  it('explains the error in somebody’s message, and offers what else it names', async () => {
    const message = await explainMessage(
      own,
      'morning! scorer-0 is in CrashLoopBackOff again since I changed the ConfigMap, any idea?',
    );
    expect(message.embeds?.[0]?.title).toBe('CrashLoopBackOff');
    const found = await explainMessage(own, 'we moved everything to Delta Lake and the StatefulSet is gone, lunch?');
    expect(found.embeds?.[0]?.title).toBe('Delta Lake');
    expect(controlsOf(found)).toContain('StatefulSet');
  });

  it('answers a message that is a question as a question', async () => {
    expect((await explainMessage(own, 'what is the difference between etl and elt?')).embeds?.[0]?.title).toBe(
      'ETL vs ELT',
    );
  });

  it('says when a message names nothing, and when it has no text', async () => {
    expect(textOf(await explainMessage(own, 'see you at lunch'))).toContain('Nothing on this here');
    expect((await explainMessage(own)).content).toMatch(/no text/);
    expect((await explainMessage(own, '  ')).content).toMatch(/no text/);
  });

  it('is a message command that answers only the one who asked', () => {
    const command = createExplainMessageCommand({ knowledge: { current: () => own } });
    expect(command).toMatchObject({ visibility: 'personal', payload: { name: 'Explain this', type: 3 } });
  });
});
