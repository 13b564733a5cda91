import {
  Connection,
  idInCounty,
  idsInCounty,
  manyByKey,
  newId,
  oneByKey,
  once,
  type PageArguments,
  readerOf,
  type RequestContext,
} from '@bureau/subgraph';
import type { Broken } from '../rule-broken/rule-broken.rules.ts';
import { StudentRepository } from '../student/student.repository.ts';
import { decidedMovement, type MovementTold } from './decided.rules.ts';
import { dueOn, type MovementCode, movementRefusals } from './movement.rules.ts';
import type { RollMovement } from './roll-movement.entity.ts';
import {
  ROLL_MOVEMENT_ORDERS,
  type RollMovementCriteria,
  type RollMovementGroup,
  type RollMovementGrouping,
  RollMovementRepository,
} from './roll-movement.repository.ts';
import { type MovementReaction, writeMovements } from './roll-register.repository.ts';
import { orMissingYear, rollTermsOn } from './roll-terms.repository.ts';

export interface MovementInput extends MovementTold {
  student: string;
  version: number;
  toClass?: string | null;
  idempotencyKey?: string | null;
}

export type MovementBroken = Broken<MovementCode | 'HOLIDAY_YEAR_MISSING'>;

export interface MovementOutcome {
  movementId: string | null;
  studentId: string | null;
  refusals: MovementBroken[];
}

export type RollMovementConnection = Connection<RollMovement>;

export interface RegisterSurroundings {
  today: string;
  now: () => Date;
  reactions: readonly MovementReaction[];
}

export class RollMovementService {
  readonly #request: RequestContext;
  readonly #surroundings: RegisterSurroundings;
  readonly #repository: RollMovementRepository;
  readonly #byId;
  readonly #ofStudent;

  constructor(request: RequestContext, surroundings: RegisterSurroundings) {
    const repository = new RollMovementRepository(request.session);
    const { county } = request.actor.scope;
    this.#request = request;
    this.#surroundings = surroundings;
    this.#repository = repository;
    this.#byId = oneByKey(
      (ids) => repository.listByIds(county, ids),
      (movement) => movement.id,
    );
    this.#ofStudent = manyByKey(
      (ids) => repository.listOfStudents(county, ids),
      (movement) => movement.studentId,
    );
  }

  find(id: string): Promise<RollMovement | null> {
    return this.#byId.load(id);
  }

  async findByGlobalId(globalId: string): Promise<RollMovement | null> {
    const id = idInCounty(globalId, this.#request.actor.scope.county, 'id');
    return id ? this.find(id) : null;
  }

  listOfStudent(studentId: string): Promise<RollMovement[]> {
    return this.#ofStudent.load(studentId);
  }

  list(
    criteria: RollMovementCriteria,
    order: keyof typeof ROLL_MOVEMENT_ORDERS,
    page: PageArguments,
  ): RollMovementConnection {
    const { session, actor } = this.#request;
    const rows = this.#repository.matching(actor.scope.county, criteria);
    return new Connection({ reader: session, order: ROLL_MOVEMENT_ORDERS[order], page, rows });
  }

  countGroups(criteria: RollMovementCriteria, grouping: RollMovementGrouping): Promise<RollMovementGroup[]> {
    return this.#repository.countGroups(this.#request.actor.scope.county, criteria, grouping);
  }

  idsOf(texts: readonly string[], argument: string): string[] {
    return idsInCounty(texts, this.#request.actor.scope.county, argument);
  }

  /** Records a movement of a child that the caller may see. */
  record(operation: string, input: MovementInput): Promise<MovementOutcome> {
    const { actor, session } = this.#request;
    const { county } = actor.scope;
    const studentId = idInCounty(input.student, county, 'input.student');
    const classId = input.toClass ? idInCounty(input.toClass, county, 'input.toClass') : null;
    return session.transaction((manager) =>
      once(manager, actor, { operation, key: input.idempotencyKey, input }, async () => {
        const reader = readerOf(manager);
        const student = studentId ? await new StudentRepository(reader).findForUpdate(county, studentId) : null;
        if (!student)
          return { movementId: null, studentId: null, refusals: [{ code: 'STUDENT_NOT_FOUND', field: 'student' }] };

        const terms = await rollTermsOn(reader, county, input.occurredOn);
        const repository = new RollMovementRepository(reader);
        const seatRow = classId ? await repository.findSeatForUpdate(county, classId) : null;
        const seat = seatRow && { ...seatRow, limit: terms.settings['class.limits'][seatRow.stage] };
        const stand = await repository.findStand(county, student.id);
        const facts = {
          student,
          standsSince: stand?.since ?? student.bornOn,
          suspendedUntil: stand?.until ?? null,
          seat,
          today: this.#surroundings.today,
          settings: terms.settings,
        };
        const refusals: MovementBroken[] = movementRefusals(input, facts);
        const due = orMissingYear(() => dueOn(input.kind, input.occurredOn, terms.deadlines, terms.calendar));
        if ('missingYear' in due)
          refusals.push({ code: 'HOLIDAY_YEAR_MISSING', field: 'occurredOn', limit: due.missingYear });
        if (refusals.length > 0 || 'missingYear' in due) return { movementId: null, studentId: student.id, refusals };

        const ruleVersion = terms.regulation.version;
        const ids = { id: newId(), spellId: newId() };
        const { today } = this.#surroundings;
        const movement = decidedMovement({ input, student, seat }, { due: due.found, today, ruleVersion, ...ids });
        const writing = { countyCode: county, by: actor.subject, at: this.#surroundings.now() };
        await writeMovements(manager, { ...writing, reactions: this.#surroundings.reactions }, [movement]);
        return { movementId: movement.id, studentId: student.id, refusals };
      }),
    );
  }
}
