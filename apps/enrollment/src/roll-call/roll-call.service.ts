import { Connection, manyByKey, oneByKey, type PageArguments, type RequestContext } from '@bureau/subgraph';
import type { Absence } from '../attendance/absence.entity.ts';
import { type Streak } from '../attendance/absence.rules.ts';
import { AttendanceRepository, ROLL_CALL_ORDERS, type RollCallCriteria } from '../attendance/attendance.repository.ts';
import type { RollCall } from '../attendance/roll-call.entity.ts';

export type RollCallConnection = Connection<RollCall>;

export class RollCallService {
  readonly #request: RequestContext;
  readonly #byId;
  readonly #absences;
  readonly #streaks;

  constructor(request: RequestContext, today: string) {
    const { county } = request.actor.scope;
    const attendance = new AttendanceRepository(request.session);
    this.#request = request;
    this.#byId = oneByKey<RollCall>(
      (ids) => attendance.listRollCalls(county, ids),
      ({ id }) => id,
    );
    this.#absences = manyByKey<Absence>(
      (ids) => attendance.listAbsences(county, ids),
      ({ rollCallId }) => rollCallId,
    );
    this.#streaks = oneByKey<Streak>(
      (ids) => attendance.listStreaks(county, ids, today),
      ({ studentId }) => studentId,
    );
  }

  find(id: string): Promise<RollCall | null> {
    return this.#byId.load(id);
  }

  listAbsences(rollCallId: string): Promise<Absence[]> {
    return this.#absences.load(rollCallId);
  }

  /** Null for a child that was never called. */
  findStreak(studentId: string): Promise<Streak | null> {
    return this.#streaks.load(studentId);
  }

  list(criteria: RollCallCriteria, order: keyof typeof ROLL_CALL_ORDERS, page: PageArguments): RollCallConnection {
    const { session, actor } = this.#request;
    const rows = new AttendanceRepository(session).matching(actor.scope.county, criteria);
    return new Connection({ reader: session, order: ROLL_CALL_ORDERS[order], page, rows });
  }

  forget(): void {
    this.#byId.clearAll();
    this.#absences.clearAll();
    this.#streaks.clearAll();
  }
}
