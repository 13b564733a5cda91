import type { PageOrder, Reader } from '@bureau/subgraph';
import { Any, type EntityManager, type SelectQueryBuilder } from 'typeorm';
import { type HomeTeachingPlan, HomeTeachingPlanEntity } from './home-teaching-plan.entity.ts';
import { type HomeTeachingSession, HomeTeachingSessionEntity } from './home-teaching-session.entity.ts';

export interface SessionCriteria {
  states?: readonly string[] | null;
  schoolIds?: readonly string[] | null;
  plannedFrom?: string | null;
  plannedUntil?: string | null;
}

export const SESSION_ORDERS = {
  PLANNED_ASC: { name: 'PLANNED_ASC', properties: ['plannedOn'], direction: 'ASC' },
  PLANNED_DESC: { name: 'PLANNED_DESC', properties: ['plannedOn'], direction: 'DESC' },
} as const satisfies Record<string, PageOrder>;

const GROUPINGS = { STATE: 'session.state', MONTH: `to_char(session.planned_on, 'YYYY-MM')` } as const;
export type SessionGrouping = keyof typeof GROUPINGS;

export interface SessionGroup {
  key: string | null;
  count: number;
  plannedHours: number;
  heldHours: number;
  verifiedHours: number;
}

export interface Gap {
  childId: string;
  dueVisits: number;
  givenVisits: number;
  missedVisits: number;
  owedHours: number;
}

/** Visits due by the plans in force on each school day, beside those given: one statement over the month. */
const GAPS = `
  WITH due AS (
    SELECT plan.child_id, count(*)::int AS visits, sum(plan.hours_per_visit)::int AS hours
    FROM unnest($2::date[]) AS day
    JOIN home_teaching_plan plan ON plan.county_code = $1 AND day >= plan.starts_on AND (plan.ends_on IS NULL OR day < plan.ends_on)
      AND extract(isodow FROM day)::smallint = ANY (plan.weekdays)
    GROUP BY plan.child_id
  ), held AS (
    SELECT child_id, (count(*) FILTER (WHERE held_hours IS NOT NULL))::int AS given,
      (count(*) FILTER (WHERE state = 'MISSED'))::int AS missed, coalesce(sum(held_hours), 0)::int AS hours
    FROM home_teaching_session WHERE county_code = $1 AND planned_on BETWEEN $3 AND $4 GROUP BY child_id
  )
  SELECT due.child_id AS "childId", due.visits AS "dueVisits", coalesce(held.given, 0) AS "givenVisits",
    coalesce(held.missed, 0) AS "missedVisits", GREATEST(due.hours - coalesce(held.hours, 0), 0) AS "owedHours"
  FROM due LEFT JOIN held USING (child_id) WHERE coalesce(held.given, 0) < due.visits
  ORDER BY "owedHours" DESC, due.child_id`;

export class HomeTeachingRepository {
  readonly #reader: Reader;

  constructor(reader: Reader) {
    this.#reader = reader;
  }

  listPlansByIds(countyCode: string, ids: string[]): Promise<HomeTeachingPlan[]> {
    return this.#reader.read((manager) => manager.findBy(HomeTeachingPlanEntity, { countyCode, id: Any(ids) }));
  }

  listPlansOfChildren(countyCode: string, childIds: string[]): Promise<HomeTeachingPlan[]> {
    const order = { startsOn: 'ASC' } as const;
    return this.#reader.read((manager) =>
      manager.find(HomeTeachingPlanEntity, { where: { countyCode, childId: Any(childIds) }, order }),
    );
  }

  listSessionsByIds(countyCode: string, ids: string[]): Promise<HomeTeachingSession[]> {
    return this.#reader.read((manager) => manager.findBy(HomeTeachingSessionEntity, { countyCode, id: Any(ids) }));
  }

  /** The visits of a list, not yet ordered. */
  matching(
    countyCode: string,
    criteria: SessionCriteria,
  ): (manager: EntityManager) => SelectQueryBuilder<HomeTeachingSession> {
    const { states, schoolIds, plannedFrom, plannedUntil } = criteria;
    return (manager) => {
      const query = manager
        .createQueryBuilder(HomeTeachingSessionEntity, 'session')
        .where('session.countyCode = :countyCode', { countyCode });
      if (states) query.andWhere('session.state = ANY(:states)', { states });
      if (schoolIds) query.andWhere('session.schoolId = ANY(:schoolIds)', { schoolIds });
      if (plannedFrom) query.andWhere('session.plannedOn >= :plannedFrom', { plannedFrom });
      if (plannedUntil) query.andWhere('session.plannedOn <= :plannedUntil', { plannedUntil });
      return query;
    };
  }

  countGroups(countyCode: string, criteria: SessionCriteria, grouping: SessionGrouping): Promise<SessionGroup[]> {
    const column = GROUPINGS[grouping];
    const total = (hours: string) => `coalesce(sum(session.${hours}), 0)::int`;
    return this.#reader.figure(['home teaching groups', criteria, grouping], (manager) =>
      this.matching(
        countyCode,
        criteria,
      )(manager)
        .select(column, 'key')
        .addSelect('count(*)::int', 'count')
        .addSelect(total('planned_hours'), 'plannedHours')
        .addSelect(total('held_hours'), 'heldHours')
        .addSelect(total('verified_hours'), 'verifiedHours')
        .groupBy(column)
        .orderBy('1')
        .getRawMany<SessionGroup>(),
    );
  }

  listGaps(countyCode: string, schoolDays: string[], { from, until }: { from: string; until: string }): Promise<Gap[]> {
    return this.#reader.read((manager) => manager.query(GAPS, [countyCode, schoolDays, from, until]));
  }
}
