// `/progress`: how far the person has come, as a picture and as text.

import { dueHorizonMs, progressOf } from '../study/progress.ts';
import type { StudyService } from '../study/study-service.ts';
import { progressView } from '../views/progress-view.ts';
import { type Command, EVERYWHERE } from './command.ts';

export interface ProgressDeps {
  readonly study: StudyService;
}

export function createProgressCommand({ study }: ProgressDeps): Command {
  return {
    payload: {
      name: 'progress',
      description: 'How far you have come: tiers, topics, streak, cards due, forecast',
      ...EVERYWHERE,
    },
    ack: 'immediate',
    visibility: 'personal',
    async run({ person, nowMs }) {
      const state = await study.stateOf(person.id, nowMs);
      const progress = progressOf(state, await study.reviews.dueInstants(person.id, dueHorizonMs(nowMs)));
      return { kind: 'message', message: progressView(progress, undefined) };
    },
    components: [],
  };
}
