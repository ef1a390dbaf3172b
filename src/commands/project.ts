// `/project`: the capstone project's steps, to tick off.

import { fingerprint, shortId } from '../study/short-id.ts';
import type { StudyService, StudyState } from '../study/study-service.ts';
import { projectView, STEPS_PER_PAGE, stepPage } from '../views/project-view.ts';
import { PROJECT_PAGE, PROJECT_TICK } from '../views/study-custom-ids.ts';
import { listChangedNote } from '../views/study-notes.ts';
import { type Command, EVERYWHERE, handleComponent } from './command.ts';

export interface ProjectDeps {
  readonly study: StudyService;
}

const POLICY = { ack: 'immediate', visibility: 'personal' } as const;

export function createProjectCommand({ study }: ProjectDeps): Command {
  return {
    payload: {
      name: 'project',
      description: 'The capstone project, step by step',
      ...EVERYWHERE,
    },
    ack: 'immediate',
    visibility: 'personal',
    async run({ person, nowMs }) {
      const state = await study.stateOf(person.id, nowMs);
      return { kind: 'message', message: projectView(state, pageWithOpenStep(state)) };
    },
    components: [
      handleComponent(PROJECT_TICK, POLICY, async ({ person, nowMs, args, values }) => {
        const { knowledge } = await study.stateOf(person.id, nowMs);
        const { items } = stepPage(knowledge.projectSteps, args.page);
        // After an edit of the list the picks say nothing about steps that the message never showed: those keep their ticks.
        const isAsShown = fingerprint(items) === args.shown;
        const ticked = knowledge.projectSteps
          .filter((step) => values.includes(shortId(step.id)))
          .map((step) => step.id);
        const shown = isAsShown ? items.map((step) => step.id) : [];
        await study.tickSteps(person.id, { shown, ticked }, nowMs);
        const state = await study.stateOf(person.id, nowMs);
        return { kind: 'edit', message: projectView(state, args.page, isAsShown ? '' : listChangedNote()) };
      }),
      handleComponent(PROJECT_PAGE, POLICY, async ({ person, nowMs, args }) => {
        return { kind: 'edit', message: projectView(await study.stateOf(person.id, nowMs), args.page) };
      }),
    ],
  };
}

/** The page on which the first open step stands, else the first. */
function pageWithOpenStep({ knowledge, record }: StudyState): number {
  const first = knowledge.projectSteps.findIndex((step) => !record.tickedSteps.has(step.id));
  return first === -1 ? 0 : Math.floor(first / STEPS_PER_PAGE);
}
