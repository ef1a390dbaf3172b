// `/progress`: how far the person has come, as a picture and as text.

import { PICTURE_FONT, type PictureRenderer } from '../operations/picture-renderer.ts';
import { dueHorizonMs, progressOf } from '../study/progress.ts';
import type { StudyService } from '../study/study-service.ts';
import { progressPicture } from '../views/progress-picture.ts';
import { progressView } from '../views/progress-view.ts';
import { type Command, EVERYWHERE } from './command.ts';

export interface ProgressDeps {
  readonly study: StudyService;
  /** Absent: the text says everything alone. */
  readonly pictures?: Pick<PictureRenderer, 'draw'>;
}

export function createProgressCommand({ study, pictures }: ProgressDeps): Command {
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
      const dueInstants = await study.reviews.dueInstants(person.id, { nowMs, untilMs: dueHorizonMs(nowMs) });
      const progress = progressOf(state, dueInstants, await study.keptPaceOf(state));
      const isEmptyList = progress.counts.total === 0;
      const picture = isEmptyList ? undefined : await pictures?.draw(progressPicture(progress, PICTURE_FONT));
      return { kind: 'message', message: progressView(progress, picture) };
    },
    components: [],
  };
}
