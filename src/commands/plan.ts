// `/plan`: the open list laid out over weeks at the person's pace, with a calendar file; it is kept, and `/progress` holds it to reality.

import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import { UserError } from '../operations/user-error.ts';
import { ASSUMED_HOURS_PER_WEEK } from '../study/forecast.ts';
import { PLAN_HOURS, planStudies } from '../study/plan.ts';
import type { StudyService, StudyState } from '../study/study-service.ts';
import { isDay } from '../study/user-day.ts';
import { planCalendar } from '../views/plan-calendar.ts';
import { nothingToPlanView, planView } from '../views/plan-view.ts';
import { type Command, type CommandRequest, EVERYWHERE, type OptionValues, type Reply } from './command.ts';

export interface PlanDeps {
  readonly study: StudyService;
}

export function createPlanCommand({ study }: PlanDeps): Command {
  return {
    payload: {
      name: 'plan',
      description: 'A week-by-week schedule to the end of the list, with a calendar file',
      ...EVERYWHERE,
      options: [
        {
          type: ApplicationCommandOptionType.Number,
          name: 'hours',
          description: 'Hours a week that you have',
          min_value: PLAN_HOURS.min,
          max_value: PLAN_HOURS.max,
        },
        {
          type: ApplicationCommandOptionType.String,
          name: 'start',
          description: 'First day, as YYYY-MM-DD (today unless you say)',
        },
      ],
    },
    ack: 'immediate',
    visibility: 'personal',
    run: (request) => runPlan(study, request),
    components: [],
  };
}

async function runPlan(study: StudyService, { person, nowMs, options }: CommandRequest): Promise<Reply> {
  const state = await study.stateOf(person.id, nowMs);
  const hoursPerWeek = readHours(options, state);
  const startOn = readStart(options, state);
  const outcome = planStudies(state, hoursPerWeek, startOn);
  if (outcome.kind === 'nothing-left') return { kind: 'message', message: nothingToPlanView() };
  if (outcome.kind === 'too-long') {
    throw new UserError('plan-too-long', { total: Math.round(outcome.totalHours), hours: hoursPerWeek });
  }
  const { plan } = outcome;
  await study.savePlan(person.id, { hoursPerWeek, startOn, goalOn: plan.endOn ?? startOn, madeAtMs: nowMs });
  const { timezone, userDay } = state.moment;
  const calendar = planCalendar(plan, { personId: person.id, timezone, madeAtMs: nowMs });
  const isPaceAssumed = options.hours === undefined && state.record.plan === undefined;
  return { kind: 'message', message: planView(plan, calendar, { isPaceAssumed, timezone, today: userDay }) };
}

/** @throws UserError `plan-hours`; Discord checks the range too, but not every client of its API does. */
function readHours(options: OptionValues, state: StudyState): number {
  const asked = options.hours;
  if (asked === undefined) return state.record.plan?.hoursPerWeek ?? ASSUMED_HOURS_PER_WEEK;
  const hours = Number(asked);
  if (!(hours >= PLAN_HOURS.min && hours <= PLAN_HOURS.max)) {
    throw new UserError('plan-hours', { asked: String(asked), min: PLAN_HOURS.min, max: PLAN_HOURS.max });
  }
  return hours;
}

/** @throws UserError `plan-start` when the text is no day from 2000 to 2100. */
function readStart(options: OptionValues, state: StudyState): string {
  if (options.start === undefined) return state.moment.userDay;
  const text = String(options.start).trim();
  if (!isDay(text) || text < '2000' || text >= '2101') throw new UserError('plan-start', { asked: text });
  return text;
}
