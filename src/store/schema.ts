// The tables as Kysely sees them, one interface a subject; names are snake_case here and nowhere outside store/.

import type { AssistantTables } from './assistant-tables.ts';
import type { GapTables } from './gap-tables.ts';
import type { PeopleTables } from './people-tables.ts';
import type { QuizTables } from './quiz-tables.ts';
import type { ReminderTables } from './reminder-tables.ts';
import type { ServerQuizTables } from './server-quiz-tables.ts';
import type { StudyTables } from './study-tables.ts';

export interface Schema
  extends PeopleTables,
    StudyTables,
    QuizTables,
    ReminderTables,
    AssistantTables,
    ServerQuizTables,
    GapTables {}
