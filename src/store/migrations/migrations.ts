// Every migration, one by one, in the order in which they run; names are kept forever once released.

import type { Migration } from 'kysely/migration';
import * as people from './0001-people.ts';
import * as study from './0002-study.ts';
import * as quiz from './0003-quiz.ts';
import * as reminders from './0004-reminders.ts';
import * as assistant from './0005-assistant.ts';
import * as serverQuiz from './0006-server-quiz.ts';
import * as gaps from './0007-gaps.ts';
import * as reminderCards from './0008-reminder-cards.ts';
import * as assistantAudience from './0009-assistant-audience.ts';
import * as goalDate from './0010-goal-date.ts';
import * as personIndexes from './0011-person-indexes.ts';

export const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '0001-people': people,
  '0002-study': study,
  '0003-quiz': quiz,
  '0004-reminders': reminders,
  '0005-assistant': assistant,
  '0006-server-quiz': serverQuiz,
  '0007-gaps': gaps,
  '0008-reminder-cards': reminderCards,
  '0009-assistant-audience': assistantAudience,
  '0010-goal-date': goalDate,
  '0011-person-indexes': personIndexes,
};
