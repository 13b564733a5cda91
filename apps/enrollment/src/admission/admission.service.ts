import { Connection, newId, once, type PageArguments, readerOf, type RequestContext } from '@bureau/subgraph';
import type { RegisterSurroundings } from '../roll-movement/roll-movement.service.ts';
import type { Broken } from '../rule-broken/rule-broken.rules.ts';
import type { Admission } from './admission.entity.ts';
import {
  ADMISSION_ORDERS,
  type AdmissionCriteria,
  type AdmissionGroup,
  type AdmissionGrouping,
  AdmissionRepository,
} from './admission.repository.ts';
import { allocateSeats } from './allocation.rules.ts';

export type AdmissionCode = 'PLAN_MISSING' | 'NOBODY_WAITS' | 'DAY_IN_FUTURE' | 'DAY_BEFORE_GRADUATION';

export interface AllocationInput {
  schoolYear: number;
  dryRun?: boolean;
  idempotencyKey?: string | null;
}

export interface AdmissionOutcome {
  count: number;
  withoutSeat: number;
  refusals: Broken<AdmissionCode>[];
}

export type AdmissionConnection = Connection<Admission>;

/** 小升初: who graduates from primary school gets a seat (划片就近, 合理调剂). */
export class AdmissionService {
  readonly #request: RequestContext;
  readonly #surroundings: RegisterSurroundings;

  constructor(request: RequestContext, surroundings: RegisterSurroundings) {
    this.#request = request;
    this.#surroundings = surroundings;
  }

  list(criteria: AdmissionCriteria, page: PageArguments): AdmissionConnection {
    const { session, actor } = this.#request;
    const rows = new AdmissionRepository(session).matching(actor.scope.county, criteria);
    return new Connection({ reader: session, order: ADMISSION_ORDERS.NAME_ASC, page, rows });
  }

  countGroups(criteria: AdmissionCriteria, grouping: AdmissionGrouping): Promise<AdmissionGroup[]> {
    const { session, actor } = this.#request;
    return new AdmissionRepository(session).countGroups(actor.scope.county, criteria, grouping);
  }

  allocate(input: AllocationInput): Promise<AdmissionOutcome> {
    const { actor, session } = this.#request;
    const { county } = actor.scope;
    const { schoolYear, dryRun } = input;
    return session.transaction((manager) =>
      once(manager, actor, { operation: 'admissionAllocate', key: input.idempotencyKey, input }, async () => {
        const repository = new AdmissionRepository(readerOf(manager));
        const schools = await repository.listSeats(county, schoolYear);
        if (schools.length === 0) return refused({ code: 'PLAN_MISSING', field: 'schoolYear', found: schoolYear });
        const candidates = await repository.listGraduates(county, schoolYear);
        if (candidates.length === 0) return refused({ code: 'NOBODY_WAITS', field: 'schoolYear', found: schoolYear });

        const catchments = await repository.listCatchments(county, `${schoolYear}-09-01`);
        const names = new Map(candidates.map(({ id, name }) => [id, name]));
        const given = allocateSeats(candidates, schools, catchments);
        const rows = given.map(({ candidateId, ...seat }): Admission => ({
          ...{
            countyCode: county,
            id: newId(),
            schoolYear,
            studentId: candidateId,
            studentName: names.get(candidateId) ?? '',
          },
          ...{ stage: 'JUNIOR_SECONDARY', ...seat, allocatedOn: this.#surroundings.today, enrolledOn: null },
        }));
        if (!dryRun) await repository.insertMany(rows);
        return {
          count: rows.length,
          withoutSeat: rows.filter(({ schoolId }) => schoolId === null).length,
          refusals: [],
        };
      }),
    );
  }
}

export const refused = (refusal: Broken<AdmissionCode>): AdmissionOutcome => ({
  count: 0,
  withoutSeat: 0,
  refusals: [refusal],
});
