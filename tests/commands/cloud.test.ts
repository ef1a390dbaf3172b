// `/cloud`: equivalents, grades and the difference that bites, and honest words where there is nothing.

import { describe, expect, it } from 'vitest';
import { createCloudCommand } from '../../src/commands/cloud.ts';
import type { KnowledgeIndex } from '../../src/knowledge/types.ts';
import type { MessageBody } from '../../src/views/message.ts';
import { OWN_FOLDER, openIndex, SEED_FOLDER } from '../knowledge/load.ts';
import { expectWithinLimits } from './expect-within-limits.ts';
import { messageOf, textOf } from './study-desk.ts';

const own = await openIndex(OWN_FOLDER);
const seed = await openIndex(SEED_FOLDER);

const asked = {
  person: { id: '100000000000000001', displayName: 'Ada' },
  place: { guildId: '1', channelId: '9', isDirectMessage: false, canManageServer: false },
  nowMs: Date.parse('2026-05-04T12:00Z'),
  subcommand: undefined,
};

async function cloud(index: KnowledgeIndex, service: string, to?: string): Promise<MessageBody> {
  const command = createCloudCommand({ knowledge: { current: () => index } });
  const options = { service, ...(to === undefined ? {} : { to }) };
  const message = messageOf(await command.run({ ...asked, options }));
  expectWithinLimits(message);
  return message;
}

function fieldsOf(message: MessageBody): Record<string, string> {
  const fields = (message.embeds ?? []).flatMap((embed) => embed.fields ?? []);
  return Object.fromEntries(fields.map(({ name, value }) => [name, value]));
}

describe('/cloud', () => {
  it('names EKS for AKS, in the owner’s list too', async () => {
    expect(fieldsOf(await cloud(own, 'AKS')).AWS).toMatch(
      /^\*\*Amazon Elastic Kubernetes Service\*\* \(EKS.*\npartly the same$/s,
    );
    expect(fieldsOf(await cloud(seed, 'aks')).AWS).toBe('**AWS Elastic Kubernetes Service** (EKS)\nnot graded here');
  });

  it('grades one target and says what differs and where it stands', async () => {
    const fields = fieldsOf(await cloud(own, 'Glue', 'azure'));
    expect(fields.Azure).toBe('**Azure Data Factory** (ADF)\npartly the same');
    expect(fields['Google Cloud']).toBeUndefined();
    expect(fields['The difference that bites']).toMatch(/^Glue runs Spark code/);
    expect(fields.From).toMatch(
      /^cloud-services\.md › Cloud services › Data › Data integration and ETL\n\[learn\.microsoft\.com\]/,
    );
  });

  it('finds a service by a former name, and shows former names', async () => {
    expect(textOf(await cloud(own, 'Azure Active Directory'))).toContain('Microsoft Entra ID');
    expect(fieldsOf(await cloud(own, 'SageMaker', 'gcp'))['Google Cloud']).toMatch(/formerly Vertex AI/);
  });

  it('shows every row that a service stands in', async () => {
    const titles = (await cloud(own, 'S3')).embeds?.map(({ title }) => title);
    expect(titles).toEqual(expect.arrayContaining(['Object storage', 'Storage for a data lake']));
  });

  it('shows all providers when a need is named', async () => {
    const message = await cloud(own, 'managed kubernetes');
    expect(Object.keys(fieldsOf(message))).toEqual([
      'AWS',
      'Azure',
      'Google Cloud',
      'How alike they are',
      'The difference that bites',
      'From',
    ]);
    expect(fieldsOf(message)['How alike they are']).toMatch(/^AWS – Azure: partly the same\n/);
  });

  it('offers what is near to words that many services hold', async () => {
    expect(textOf(await cloud(own, 'storage'))).toContain('Close to it: **Object storage**');
  });

  it('does not say that there is nothing of the kind beside a service of the kind', async () => {
    const fields = fieldsOf(await cloud(own, 'SageMaker Ground Truth', 'azure'));
    expect(fields.Azure).toBe('**Azure Machine Learning data labeling**\nnot the same');
  });

  it('takes Cognitive Services, a former name, for what it is called now and for no other service', async () => {
    for (const name of ['Cognitive Services', 'Azure Cognitive Services', 'Azure AI services', 'Foundry Tools']) {
      expect(
        (await cloud(own, name)).embeds?.map(({ title }) => title),
        name,
      ).not.toContain('Search engine');
    }
  });

  it('says so when the service is at home there already', async () => {
    const message = await cloud(own, 'AKS', 'azure');
    expect(message.embeds?.[0]).toMatchObject({ title: 'It is there already' });
    expect(textOf(message)).toContain('Choose AWS or Google Cloud');
  });

  it('says when a provider has nothing, and when the list names nothing', async () => {
    expect(fieldsOf(await cloud(seed, 'AKS', 'gcp'))['Google Cloud']).toBe('This knowledge base names none.');
  });

  it('knows nothing of what does not exist', async () => {
    const message = await cloud(own, 'Flurbostore');
    expect(message.embeds?.[0]).toMatchObject({ title: 'Nothing on this here' });
    expect(textOf(message)).toContain('“Flurbostore”');
    expect(message.embeds).toHaveLength(1);
  });

  it('keeps within Discord’s limits for every service, former names included', async () => {
    for (const { services } of own.knowledge.cloudRows) {
      for (const { name, aliases, formerNames } of Object.values(services)) {
        for (const each of [name, ...aliases, ...formerNames]) {
          expect(textOf(await cloud(own, each)), each).not.toContain('Nothing on this here');
        }
      }
    }
  });

  it('offers names while somebody types, and nothing over 100 characters', async () => {
    const command = createCloudCommand({ knowledge: { current: () => own } });
    const choices = await command.complete?.({ ...asked, options: {}, focused: { name: 'service', value: 'data' } });
    expect(choices?.map(({ name }) => name)).toContain('Azure Data Factory');
    for (const { name, value } of choices ?? []) expect(Math.max(name.length, value.length)).toBeLessThanOrEqual(100);
  });
});
