import {
  Connection,
  idInCounty,
  manyByKey,
  newId,
  oneByKey,
  once,
  type PageArguments,
  readerOf,
  type RequestContext,
} from '@bureau/subgraph';
import { StudentRepository } from '../student/student.repository.ts';
import type { DropoutCase } from './dropout-case.entity.ts';
import {
  DROPOUT_CASE_ORDERS,
  type DropoutCaseCriteria,
  DropoutCaseRepository,
  type DropoutCounts,
} from './dropout-case.repository.ts';
import {
  isOpen,
  type OpeningRefusal,
  openingRefusals,
  type ReturnRefusal,
  returnRefusals,
} from './dropout-case.rules.ts';

export interface OpeningInput {
  student: string;
  lastSeenOn: string;
  reasonCode: string;
  idempotencyKey?: string | null;
}

export interface ReturnInput {
  dropoutCase: string;
  version: number;
  returnedOn: string;
  idempotencyKey?: string | null;
}

/** The id of the case, where there is one, and why the act was refused, if it was. */
export interface Outcome<Refusal> {
  dropoutCaseId: string | null;
  refusals: Refusal[];
}

export type DropoutCaseConnection = Connection<DropoutCase>;

export class DropoutCaseService {
  readonly #request: RequestContext;
  readonly #today: string;
  readonly #repository: DropoutCaseRepository;
  readonly #byId;
  readonly #ofStudent;

  constructor(request: RequestContext, today: string) {
    const repository = new DropoutCaseRepository(request.session);
    const { county } = request.actor.scope;
    this.#request = request;
    this.#today = today;
    this.#repository = repository;
    this.#byId = oneByKey(
      (ids) => repository.listByIds(county, ids),
      (dropoutCase) => dropoutCase.id,
    );
    this.#ofStudent = manyByKey(
      (ids) => repository.listOfStudents(county, ids),
      (dropoutCase) => dropoutCase.studentId,
    );
  }

  find(id: string): Promise<DropoutCase | null> {
    return this.#byId.load(id);
  }

  async findByGlobalId(globalId: string): Promise<DropoutCase | null> {
    const id = idInCounty(globalId, this.#request.actor.scope.county, 'id');
    return id ? this.find(id) : null;
  }

  listOfStudent(studentId: string): Promise<DropoutCase[]> {
    return this.#ofStudent.load(studentId);
  }

  list(
    criteria: DropoutCaseCriteria,
    order: keyof typeof DROPOUT_CASE_ORDERS,
    page: PageArguments,
  ): DropoutCaseConnection {
    const { session, actor } = this.#request;
    const rows = this.#repository.matching(actor.scope.county, criteria);
    return new Connection({ reader: session, order: DROPOUT_CASE_ORDERS[order], page, rows });
  }

  countInYear(year: number): Promise<DropoutCounts> {
    return this.#repository.countInYear(this.#request.actor.scope.county, year);
  }

  /** Opens a case about a child that the caller may see. */
  open(input: OpeningInput): Promise<Outcome<OpeningRefusal>> {
    const { actor, session } = this.#request;
    const { county } = actor.scope;
    const studentId = idInCounty(input.student, county, 'input.student');
    this.#byId.clearAll();
    this.#ofStudent.clearAll();
    return session.transaction((manager) =>
      once(manager, actor, { operation: 'dropoutCaseOpen', key: input.idempotencyKey, input }, async () => {
        const reader = readerOf(manager);
        const cases = new DropoutCaseRepository(reader);
        const student = studentId ? await new StudentRepository(reader).findForUpdate(county, studentId) : null;
        if (!student) return { dropoutCaseId: null, refusals: [{ kind: 'StudentNotFound' }] };

        const standing = (await cases.listOfStudents(county, [student.id])).find(({ stage }) => isOpen(stage));
        const facts = {
          rollStatus: student.rollStatus,
          openCaseId: standing?.id ?? null,
          knownReasons: await cases.listReasonCodes(county, this.#today),
          today: this.#today,
        };
        const refusals = openingRefusals(input, facts);
        if (refusals.length > 0) return { dropoutCaseId: null, refusals };

        const { schoolId, classId, townshipCode } = student;
        const { lastSeenOn, reasonCode } = input;
        const opened: DropoutCase = {
          countyCode: county,
          id: newId(),
          studentId: student.id,
          schoolId,
          classId,
          townshipCode,
          stage: 'SUSPECTED',
          suspectedOn: this.#today,
          lastSeenOn,
          reasonCode,
          returnedOn: null,
          version: 1,
        };
        const isOpened = await cases.insertUnlessOneStands(opened);
        if (!isOpened)
          return { dropoutCaseId: null, refusals: [{ kind: 'DropoutCaseAlreadyOpen', dropoutCaseId: null }] };
        return { dropoutCaseId: opened.id, refusals };
      }),
    );
  }

  /** Records that the child is back in class. */
  recordReturn(input: ReturnInput): Promise<Outcome<ReturnRefusal>> {
    const { actor, session } = this.#request;
    const { county } = actor.scope;
    const id = idInCounty(input.dropoutCase, county, 'input.dropoutCase');
    this.#byId.clearAll();
    this.#ofStudent.clearAll();
    return session.transaction((manager) =>
      once(manager, actor, { operation: 'dropoutCaseReturn', key: input.idempotencyKey, input }, async () => {
        const cases = new DropoutCaseRepository(readerOf(manager));
        const dropoutCase = id ? await cases.findForUpdate(county, id) : null;
        if (!dropoutCase) return { dropoutCaseId: null, refusals: [{ kind: 'DropoutCaseNotFound' }] };

        const refusals = returnRefusals(dropoutCase, input, this.#today);
        if (refusals.length === 0) await cases.recordReturn(dropoutCase, input.returnedOn);
        return { dropoutCaseId: dropoutCase.id, refusals };
      }),
    );
  }
}
