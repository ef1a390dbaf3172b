// /data: everything stored about the person as a file, or deleted after a confirmation.

import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import type { PersonDataStore } from '../study/person-data.ts';
import { defineCustomId, encodeCustomId } from '../views/custom-id.ts';
import { dataDeletedView, dataDeleteQuestionView, dataExportView, dataKeptView } from '../views/data-view.ts';
import { type Command, EVERYWHERE, handleComponent, type Reply } from './command.ts';

const CONFIRM = defineCustomId('data-delete', 1, {});
const KEEP = defineCustomId('data-keep', 1, {});
const POLICY = { ack: 'immediate', visibility: 'personal' } as const;

export function createDataCommand(deps: { readonly data: PersonDataStore }): Command {
  return {
    payload: {
      name: 'data',
      description: 'Everything stored about you: take it with you, or delete it',
      options: [
        {
          type: ApplicationCommandOptionType.Subcommand,
          name: 'export',
          description: 'Everything stored about you, as a file',
        },
        {
          type: ApplicationCommandOptionType.Subcommand,
          name: 'delete',
          description: 'Delete everything, after one more question',
        },
      ],
      ...EVERYWHERE,
    },
    ack: 'immediate',
    visibility: 'personal',
    async run({ person, subcommand }): Promise<Reply> {
      if (subcommand === 'delete') {
        const ids = { confirm: encodeCustomId(CONFIRM, person.id, {}), keep: encodeCustomId(KEEP, person.id, {}) };
        return { kind: 'message', message: dataDeleteQuestionView(ids) };
      }
      const stored = await deps.data.exportAll(person.id);
      const tables = Object.entries(stored).map(([name, rows]) => ({ name, rowCount: rows.length }));
      const file = new TextEncoder().encode(`${JSON.stringify(stored, undefined, 2)}\n`);
      return { kind: 'message', message: dataExportView(tables, file) };
    },
    components: [
      handleComponent(CONFIRM, POLICY, async ({ person }) => {
        await deps.data.deleteAll(person.id);
        return { kind: 'edit', message: dataDeletedView() };
      }),
      handleComponent(KEEP, POLICY, async () => ({ kind: 'edit', message: dataKeptView() })),
    ],
  };
}
