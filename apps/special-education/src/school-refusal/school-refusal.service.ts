import { Connection, idInCounty, newId, oneByKey, type PageArguments, type RequestContext } from '@bureau/subgraph';
import { type Act, type ActService, type Outcome, refuse } from '../act/act.service.ts';
import {
  type Changed,
  type DayOutOfRange,
  dayRefusals,
  type NotFound,
  notFound,
  type ReasonMissing,
  silence,
  staleness,
} from '../refusal/refusal.rules.ts';
import type { SchoolRefusal } from './school-refusal.entity.ts';
import { REFUSED_DESC, type SchoolRefusalCriteria, SchoolRefusalRepository } from './school-refusal.repository.ts';

export interface RefusalInput extends Act {
  disabledChild: string;
  school: string;
  refusedOn: string;
  reason: string;
}
export type RecordingRefusal =
  NotFound | DayOutOfRange | ReasonMissing | { kind: 'RefusalAlreadyRecorded' } | { kind: 'SchoolUnknown' };

export interface ReportInput extends Act {
  schoolRefusal: string;
  version: number;
  reportedOn: string;
  reportNumber: string;
}
export type ReportRefusal = NotFound | Changed | DayOutOfRange | ReasonMissing;

export type SchoolRefusalConnection = Connection<SchoolRefusal>;

export class SchoolRefusalService {
  readonly #acts: ActService;
  readonly #session: RequestContext['session'];
  readonly #repository: SchoolRefusalRepository;
  readonly #byId;

  constructor({ session }: RequestContext, acts: ActService) {
    const repository = new SchoolRefusalRepository(session);
    this.#acts = acts;
    this.#session = session;
    this.#repository = repository;
    this.#byId = oneByKey(
      (ids) => repository.listByIds(acts.county, ids),
      ({ id }) => id,
    );
    acts.forgets(this.#byId);
  }

  find = (id: string) => this.#byId.load(id);

  async findByGlobalId(globalId: string): Promise<SchoolRefusal | null> {
    const id = idInCounty(globalId, this.#acts.county, 'id');
    return id ? this.find(id) : null;
  }

  list(criteria: SchoolRefusalCriteria, page: PageArguments): SchoolRefusalConnection {
    const rows = this.#repository.matching(this.#acts.county, criteria);
    return new Connection({ reader: this.#session, order: REFUSED_DESC, page, rows });
  }

  record(input: RefusalInput): Promise<Outcome<RecordingRefusal>> {
    const { county, today, subject } = this.#acts;
    const childId = idInCounty(input.disabledChild, county, 'input.disabledChild');
    const schoolId = idInCounty(input.school, county, 'input.school');
    const { refusedOn, reason } = input;
    return this.#acts.run<RecordingRefusal>('schoolRefusalRecord', input, async (store) => {
      const child = childId ? await store.children.find({ id: childId }) : null;
      if (!child) return refuse(notFound('disabledChild'));
      if (!schoolId || !(await store.hasSchool(schoolId, refusedOn))) return refuse({ kind: 'SchoolUnknown' });
      const why = [
        ...dayRefusals('refusedOn', refusedOn, { earliest: child.bornOn, latest: today }),
        ...silence('reason', reason),
      ];
      if (why.length > 0) return refuse(...why);

      const id = newId();
      const row = { countyCode: county, id, childId: child.id, schoolId, refusedOn, reason, recordedBy: subject };
      const isNew = await store.schoolRefusals.insertUnlessThere({
        ...row,
        reportedOn: null,
        reportNumber: null,
        version: 1,
      });
      return isNew ? { id, refusals: [] } : refuse({ kind: 'RefusalAlreadyRecorded' });
    });
  }

  report(input: ReportInput): Promise<Outcome<ReportRefusal>> {
    const { county, today } = this.#acts;
    const id = idInCounty(input.schoolRefusal, county, 'input.schoolRefusal');
    const { reportedOn, reportNumber } = input;
    return this.#acts.run<ReportRefusal>('schoolRefusalReport', input, async (store) => {
      const refusal = id ? await store.schoolRefusals.findForUpdate({ id }) : null;
      if (!refusal) return refuse(notFound('schoolRefusal'));
      const why = [
        ...staleness(refusal, input.version),
        ...dayRefusals('reportedOn', reportedOn, { earliest: refusal.refusedOn, latest: today }),
        ...silence('reportNumber', reportNumber),
      ];
      if (why.length > 0) return refuse(...why);
      await store.schoolRefusals.change(refusal, { reportedOn, reportNumber });
      return { id: refusal.id, refusals: [] };
    });
  }
}
