// /data: everything stored about the person as a file, or deleted after a confirmation.

import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import type { PersonDataStore } from '../study/person-data.ts';
import { defineCustomId, encodeCustomId } from '../views/custom-id.ts';
import {
  dataDeletedView,
  dataDeleteQuestionView,
  dataExportView,
  dataKeptView,
  type ExportFile,
} from '../views/data-view.ts';
import { type Command, EVERYWHERE, handleComponent, type Reply } from './command.ts';

const CONFIRM = defineCustomId('data-delete', 1, {});
const KEEP = defineCustomId('data-keep', 1, {});
/** A longer export is packed: some 500 answered cards; the largest that Discord takes holds years so. */
const LONGEST_UNPACKED_BYTES = 1024 * 1024;
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
      return { kind: 'message', message: dataExportView(tables, await toFile(stored)) };
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

/** Indented where it is short, for reading; packed where it is long, so that Discord takes it. */
async function toFile(stored: unknown): Promise<ExportFile> {
  const indented = Buffer.from(`${JSON.stringify(stored, undefined, 2)}\n`);
  if (indented.length <= LONGEST_UNPACKED_BYTES) return { data: indented, isPacked: false };
  return { data: await promisify(gzip)(JSON.stringify(stored)), isPacked: true };
}
