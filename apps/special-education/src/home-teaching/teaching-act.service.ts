import { addDays } from '@bureau/calendar';
import { idInCounty, newId } from '@bureau/subgraph';
import { type Act, type ActService, type Outcome, refuse } from '../act/act.service.ts';
import { placementOn } from '../placement/placement.rules.ts';
import { type DayOutOfRange, dayRefusals, type NotFound, notFound } from '../refusal/refusal.rules.ts';
import { missingYear, paceRefusals, type TeachingMode, visitDays } from './home-teaching.rules.ts';

export interface PlanInput extends Act {
  disabledChild: string;
  school: string;
  mode: TeachingMode;
  hoursPerVisit: number;
  weekdays: readonly number[];
  startsAt: string;
  teachers: readonly string[];
  goals: string;
  startsOn: string;
  consentedOn: string;
}
type Kind<Name extends string> = { kind: Name };
export type PlanRefusal =
  NotFound | DayOutOfRange | Kind<'HomeTeachingNotPlaced'> | Kind<'HomeTeachingPaceUnfit'> | Kind<'SchoolUnknown'>;

export interface ScheduleInput extends Act {
  homeTeachingPlan: string;
  from: string;
  until: string;
}
export type ScheduleRefusal = NotFound | DayOutOfRange | { kind: 'HolidayYearNotLoaded'; year: number };

/** Plans home teaching, and its visits (送教上门计划、排课). */
export class TeachingActService {
  readonly #acts: ActService;

  constructor(acts: ActService) {
    this.#acts = acts;
  }

  open(input: PlanInput): Promise<Outcome<PlanRefusal>> {
    const { county, today } = this.#acts;
    const childId = idInCounty(input.disabledChild, county, 'input.disabledChild');
    const schoolId = idInCounty(input.school, county, 'input.school');
    const { mode, hoursPerVisit, weekdays, startsAt, teachers, goals, startsOn, consentedOn } = input;
    return this.#acts.run<PlanRefusal>('homeTeachingPlanOpen', input, async (store) => {
      const child = childId ? await store.children.findForUpdate({ id: childId }) : null;
      if (!child) return refuse(notFound('disabledChild'));
      const refusals: PlanRefusal[] = [
        ...paceRefusals(weekdays, teachers, hoursPerVisit),
        ...dayRefusals('consentedOn', consentedOn, { earliest: child.bornOn, latest: today }),
      ];
      const placement = placementOn(await store.placements.list({ childId: child.id }), startsOn);
      if (placement?.kind !== 'HOME_TEACHING') refusals.push({ kind: 'HomeTeachingNotPlaced' });
      if (!schoolId || !(await store.hasSchool(schoolId, startsOn))) refusals.push({ kind: 'SchoolUnknown' });
      const [last] = await store.teachingPlans.list({ childId: child.id }, { startsOn: 'DESC' });
      if (last) refusals.push(...dayRefusals('startsOn', startsOn, { earliest: addDays(last.startsOn, 1) }));
      if (refusals.length > 0 || !schoolId) return refuse(...refusals);
      if (last && (last.endsOn === null || last.endsOn > startsOn))
        await store.teachingPlans.change(last, { endsOn: startsOn });
      const id = newId();
      const pace = { visitsPerWeek: weekdays.length, hoursPerVisit, weekdays: [...weekdays], startsAt };
      const plan = {
        countyCode: county,
        id,
        childId: child.id,
        schoolId,
        mode,
        ...pace,
        teachers: [...teachers],
        goals,
      };
      await store.teachingPlans.insert({ ...plan, startsOn, endsOn: null, consentedOn, version: 1 });
      return { id, refusals };
    });
  }

  /** Plans the visits of some weeks; a day that has one keeps it. */
  schedule(input: ScheduleInput): Promise<Outcome<ScheduleRefusal>> {
    const id = idInCounty(input.homeTeachingPlan, this.#acts.county, 'input.homeTeachingPlan');
    return this.#acts.run<ScheduleRefusal>('homeTeachingSessionsPlan', input, async (store) => {
      const plan = id ? await store.teachingPlans.findForUpdate({ id }) : null;
      if (!plan) return refuse(notFound('homeTeachingPlan'));
      const { from, until } = input;
      const days = [
        ...dayRefusals('from', from, { earliest: plan.startsOn, latest: until }),
        ...(plan.endsOn === null || until < plan.endsOn ? [] : dayRefusals('until', until, { latest: plan.endsOn })),
      ];
      if (days.length > 0) return refuse(...days);
      const calendar = await store.workingCalendar();
      const year = missingYear(calendar, from, until);
      if (year !== null) return refuse({ kind: 'HolidayYearNotLoaded', year });
      const { childId, schoolId, hoursPerVisit: plannedHours, teachers } = plan;
      for (const plannedOn of visitDays(plan.weekdays, { from, until }, calendar))
        await store.sessions.insertUnlessThere({
          ...{
            countyCode: store.county,
            id: newId(),
            planId: plan.id,
            childId,
            schoolId,
            plannedOn,
            plannedHours,
            teachers,
          },
          ...{ state: 'PLANNED', heldHours: null, content: null, missedReason: null, version: 1 },
          ...{ verifiedOn: null, verifiedHours: null, verifiedBy: null },
        });
      return { id: plan.id, refusals: [] };
    });
  }
}
