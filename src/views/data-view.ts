// What a person sees of the data about them: the file, the question before deleting, and the word after.

import { ButtonStyle, ComponentType } from 'discord-api-types/v10';
import type { MessageBody } from './message.ts';
import { COLOURS } from './theme.ts';

export interface StoredTable {
  readonly name: string;
  readonly rowCount: number;
}

/** @param file the export as JSON, already encoded. */
export function dataExportView(tables: readonly StoredTable[], file: Uint8Array): MessageBody {
  return {
    embeds: [
      {
        title: 'Everything stored about you',
        description: tables.map((table) => `${table.name.replaceAll('_', ' ')}: ${table.rowCount}`).join('\n'),
        color: COLOURS.neutral,
        footer: { text: 'Times ending in _ms are milliseconds since 1970-01-01 UTC.' },
      },
    ],
    files: [
      { name: 'studypod-data.json', data: file, description: 'Everything Studypod has stored about you, as JSON' },
    ],
  };
}

export function dataDeleteQuestionView(ids: { readonly confirm: string; readonly keep: string }): MessageBody {
  return {
    embeds: [
      {
        title: 'Delete everything about you?',
        description:
          'Your progress, cards, quiz sessions, reminders and conversations go for good; nobody can bring them back. `/data export` gives you a copy first.',
        color: COLOURS.failure,
      },
    ],
    components: [
      {
        type: ComponentType.ActionRow,
        components: [
          { type: ComponentType.Button, style: ButtonStyle.Danger, label: 'Delete everything', custom_id: ids.confirm },
          { type: ComponentType.Button, style: ButtonStyle.Secondary, label: 'Keep it', custom_id: ids.keep },
        ],
      },
    ],
  };
}

export function dataDeletedView(): MessageBody {
  const description = 'Everything about you is deleted. Use any command to start afresh.';
  return { embeds: [{ title: 'Done', description, color: COLOURS.success }], components: [] };
}

export function dataKeptView(): MessageBody {
  return { embeds: [{ title: 'Kept', description: 'Nothing was deleted.', color: COLOURS.neutral }], components: [] };
}
