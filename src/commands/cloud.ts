// `/cloud`: what a service of one provider is called at the others, how alike they are, and the difference that bites.

import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import { MAX_QUESTION } from '../knowledge/create-index.ts';
import type { CloudProvider, KnowledgeSource } from '../knowledge/types.ts';
import { cloudView } from '../views/cloud-view.ts';
import { PROVIDER_NAMES, PROVIDERS } from '../views/cloud-words.ts';
import { LIMITS } from '../views/limits.ts';
import { type Command, EVERYWHERE } from './command.ts';

export interface CloudDependencies {
  readonly knowledge: KnowledgeSource;
}

export function createCloudCommand({ knowledge }: CloudDependencies): Command {
  return {
    payload: {
      name: 'cloud',
      description: 'The equivalents of a cloud service, how alike they are, and the difference that bites',
      ...EVERYWHERE,
      options: [
        {
          type: ApplicationCommandOptionType.String,
          name: 'service',
          description: 'A service by any of its names, or a need: AKS, Glue, managed Kubernetes',
          required: true,
          max_length: MAX_QUESTION,
          autocomplete: true,
        },
        {
          type: ApplicationCommandOptionType.String,
          name: 'to',
          description: 'Only what it is called there',
          choices: PROVIDERS.map((value) => ({ name: PROVIDER_NAMES[value], value })),
        },
      ],
    },
    ack: 'immediate',
    visibility: 'public',
    async run({ options }) {
      const service = String(options.service ?? '');
      const to = providerOf(options.to);
      return { kind: 'message', message: cloudView(service, knowledge.current().mapService(service), to) };
    },
    async complete({ focused }) {
      const names = knowledge.current().suggestServices(focused.value, LIMITS.choices);
      return names.filter((name) => name.length <= LIMITS.choiceValue).map((name) => ({ name, value: name }));
    },
    components: [],
  };
}

function providerOf(value: unknown): CloudProvider | undefined {
  return PROVIDERS.find((provider) => provider === value);
}
