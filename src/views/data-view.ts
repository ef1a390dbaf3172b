// What a person sees of the data about them: the file, the question before deleting, and the word after.

import { ButtonStyle, ComponentType } from 'discord-api-types/v10';
import type { MessageBody } from './message.ts';
import { capitalised } from './study-words.ts';
import { COLOURS } from './theme.ts';

export interface StoredTable {
  readonly name: string;
  readonly rowCount: number;
}

/** What each table holds, in words; a table that is new here goes by its name. */
const TABLE_WORDS: Readonly<Record<string, string>> = {
  people: 'your settings',
  topic_progress: 'topics with a status',
  alternative_choices: 'tools chosen where one of several is to be learnt',
  study_plans: 'plans',
  topic_status_history: 'times you changed a topic’s status',
  focus_ticks: 'things ticked off',
  project_ticks: 'project steps ticked off',
  study_days: 'days with study',
  accepted_forms: 'answers of yours that count as right',
  appeals: 'answers you asked to have looked at again',
  attempts: 'quiz answers',
  cards: 'cards',
  quiz_items: 'questions asked in quizzes',
  quiz_sessions: 'quizzes',
  reviews: 'reviews of cards',
  reminders: 'reminders set',
  reminder_deliveries: 'reminders sent',
  assistant_answers: 'answers of the assistant',
  assistant_feedback: 'words on the assistant’s answers',
  assistant_proposals: 'changes the assistant proposed',
  assistant_spending: 'entries of what the assistant’s answers cost',
  assistant_usage: 'days with questions to the assistant',
  server_answers: 'answers to server quizzes',
  server_ranking: 'entries in server rankings',
};

/** The export as JSON, already encoded, and packed by gzip where it is long. */
export interface ExportFile {
  readonly data: Uint8Array;
  readonly isPacked: boolean;
}

export function dataExportView(tables: readonly StoredTable[], { data, isPacked }: ExportFile): MessageBody {
  const times = 'Times ending in _ms are milliseconds since 1970-01-01 UTC.';
  return {
    embeds: [
      {
        title: 'Everything stored about you',
        description: tables.map((table) => `${tableWords(table.name)}: ${table.rowCount}`).join('\n'),
        color: COLOURS.neutral,
        footer: { text: isPacked ? `The file is packed: gunzip opens it. ${times}` : times },
      },
    ],
    files: [
      {
        name: isPacked ? 'studypod-data.json.gz' : 'studypod-data.json',
        data,
        description: 'Everything Studypod has stored about you, as JSON',
      },
    ],
  };
}

function tableWords(name: string): string {
  return capitalised(TABLE_WORDS[name] ?? name.replaceAll('_', ' '));
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
