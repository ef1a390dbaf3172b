// `/plan`: the open list laid out over weeks at the person's pace, with a calendar file; it is kept, and `/progress` holds it to reality.

import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import { UserError } from '../operations/user-error.ts';
import { ASSUMED_HOURS_PER_WEEK } from '../study/forecast.ts';
import { checkGoal } from '../study/goal-check.ts';
import { planStudies } from '../study/plan.ts';
import { PLAN_HOURS } from '../study/plan-hours.ts';
import type { StudyService, StudyState } from '../study/study-service.ts';
import { addDays, isDay } from '../study/user-day.ts';
import type { MessageBody } from '../views/message.ts';
import { planCalendar } from '../views/plan-calendar.ts';
import { GOAL_FIELD, goalModal } from '../views/plan-goal-view.ts';
import { nothingToPlanView, planView } from '../views/plan-view.ts';
import { PLAN_GOAL, PLAN_GOAL_OFF, PLAN_GOAL_SET, PLAN_PACE } from '../views/study-custom-ids.ts';
import {
  type Command,
  type CommandRequest,
  type ComponentHandler,
  type ComponentRequest,
  EVERYWHERE,
  handleComponent,
  type OptionValues,
  type Reply,
} from './command.ts';

export interface PlanDeps {
  readonly study: StudyService;
}

const POLICY = { ack: 'immediate', visibility: 'personal' } as const;
/** A plan's start or goal later than this is a slip of the pen. */
const LONGEST_AHEAD_DAYS = 3_650;

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
    ...POLICY,
    run: (request) => runPlan(study, request),
    components: goalHandlers(study),
  };
}

async function runPlan(study: StudyService, { person, nowMs, options }: CommandRequest): Promise<Reply> {
  const state = await study.stateOf(person.id, nowMs);
  const wish = {
    hoursPerWeek: readHours(options.hours, state),
    startOn: readStart(options, state),
    goalOn: state.record.plan?.goalOn,
    isPaceAssumed: options.hours === undefined && state.record.plan === undefined,
  };
  return { kind: 'message', message: await makePlan(study, state, wish) };
}

interface PlanWish {
  readonly hoursPerWeek: number;
  readonly startOn: string;
  readonly goalOn: string | undefined;
  readonly isPaceAssumed?: boolean;
}

/**
 * Lays the plan out, keeps it as the person's, and shows it.
 * @throws UserError `plan-too-long`
 */
async function makePlan(study: StudyService, before: StudyState, wish: PlanWish): Promise<MessageBody> {
  const { hoursPerWeek, startOn, goalOn, isPaceAssumed = false } = wish;
  const { timezone, userDay: today, atMs: madeAtMs } = before.moment;
  const saved = { hoursPerWeek, startOn, goalOn, endsOn: startOn, madeAtMs };
  const state = { ...before, record: { ...before.record, plan: saved } };
  const outcome = planStudies(state, hoursPerWeek, startOn);
  if (outcome.kind === 'nothing-left') return nothingToPlanView();
  if (outcome.kind === 'too-long') {
    throw new UserError('plan-too-long', { total: Math.round(outcome.totalHours), hours: hoursPerWeek });
  }
  const { plan } = outcome;
  const { personId } = before;
  await study.savePlan(personId, { ...saved, endsOn: plan.endOn ?? startOn });
  const calendar = planCalendar(plan, { personId, timezone, madeAtMs });
  const kept = await study.keptPaceOf(before);
  const goal = checkGoal(plan, goalOn, today);
  return planView(plan, calendar, { personId, isPaceAssumed, timezone, goal, kept });
}

function goalHandlers(study: StudyService): readonly ComponentHandler[] {
  /** The plan of before with something changed, from today or its start to come. */
  const replan = async (request: ComponentRequest, change: Partial<PlanWish>): Promise<Reply> => {
    const state = await study.stateOf(request.person.id, request.nowMs);
    const { plan } = state.record;
    const today = state.moment.userDay;
    const wish = {
      hoursPerWeek: plan?.hoursPerWeek ?? ASSUMED_HOURS_PER_WEEK,
      startOn: plan !== undefined && plan.startOn > today ? plan.startOn : today,
      goalOn: plan?.goalOn,
      ...change,
    };
    return { kind: 'edit', message: await makePlan(study, state, wish) };
  };
  return [
    handleComponent(PLAN_GOAL, { ...POLICY, ack: 'modal' }, async ({ person, nowMs }) => {
      const { record } = await study.stateOf(person.id, nowMs);
      return { kind: 'modal', modal: goalModal(person.id, record.plan?.goalOn) };
    }),
    handleComponent(PLAN_GOAL_SET, POLICY, async (request) => {
      const { moment } = await study.stateOf(request.person.id, request.nowMs);
      return replan(request, { goalOn: readDayAhead(request.fields[GOAL_FIELD] ?? '', moment.userDay) });
    }),
    handleComponent(PLAN_GOAL_OFF, POLICY, (request) => replan(request, { goalOn: undefined })),
    handleComponent(PLAN_PACE, POLICY, async (request) => {
      const state = await study.stateOf(request.person.id, request.nowMs);
      return replan(request, { hoursPerWeek: readHours(request.args.hours, state) });
    }),
  ];
}

/** @throws UserError `plan-hours`; Discord checks the range too, but not every client of its API does. */
function readHours(asked: OptionValues[string] | undefined, state: StudyState): number {
  if (asked === undefined) return state.record.plan?.hoursPerWeek ?? ASSUMED_HOURS_PER_WEEK;
  const hours = Number(asked);
  if (!(hours >= PLAN_HOURS.min && hours <= PLAN_HOURS.max)) {
    throw new UserError('plan-hours', { asked: String(asked), min: PLAN_HOURS.min, max: PLAN_HOURS.max });
  }
  return hours;
}

/** @throws UserError as `readDayAhead` does. */
function readStart(options: OptionValues, state: StudyState): string {
  const today = state.moment.userDay;
  return options.start === undefined ? today : readDayAhead(String(options.start), today);
}

/**
 * A day from today to ten years on, as somebody typed it.
 * @throws UserError `unreadable-day`, `no-such-day` or `day-out-of-range`
 */
function readDayAhead(typed: string, today: string): string {
  const text = typed.trim();
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) throw new UserError('unreadable-day', { asked: text });
  if (!isDay(text)) throw new UserError('no-such-day', { asked: text });
  const last = addDays(today, LONGEST_AHEAD_DAYS);
  if (text < today || text > last) throw new UserError('day-out-of-range', { asked: text, first: today, last });
  return text;
}
