import type { Sealer } from '@bureau/access';
import { normaliseResidentNumber } from '@bureau/resident-id';
import { idInCounty, newId, once, readerOf, type RequestContext } from '@bureau/subgraph';
import { decidedMovement } from '../roll-movement/decided.rules.ts';
import { dueOn, type MovementCode, movementRefusals } from '../roll-movement/movement.rules.ts';
import type { RegisterSurroundings } from '../roll-movement/roll-movement.service.ts';
import { writeMovements } from '../roll-movement/roll-register.repository.ts';
import { orMissingYear, rollTermsOn } from '../roll-movement/roll-terms.repository.ts';
import type { Broken } from '../rule-broken/rule-broken.rules.ts';
import type { Student } from '../student/student.entity.ts';
import { StudentRepository } from '../student/student.repository.ts';
import { recordRefusals } from './record.rules.ts';
import type { RecordCode } from './sheet-row.rules.ts';
import { changeRows, changesOf, correctedColumns, formalise, identityOf } from './particulars-written.ts';
import type { ParticularsInput } from './particulars-written.ts';
import { RegistrationRepository } from './registration.repository.ts';

export type ParticularsCode =
  MovementCode | RecordCode | 'IDENTITY_KNOWN' | 'NOTHING_CORRECTED' | 'HOLIDAY_YEAR_MISSING';

export interface ParticularsOutcome {
  studentId: string | null;
  refusals: Broken<ParticularsCode>[];
}

type Manager = Parameters<typeof writeMovements>[0];

/** 关键信息变更: name, sex, day of birth, identity number; each kept as it was and as it became, both sealed. */
export class ParticularsService {
  readonly #request: RequestContext;
  readonly #surroundings: RegisterSurroundings;
  readonly #sealer: Sealer;

  constructor(request: RequestContext, surroundings: RegisterSurroundings, sealer: Sealer) {
    this.#request = request;
    this.#surroundings = surroundings;
    this.#sealer = sealer;
  }

  correct(input: ParticularsInput): Promise<ParticularsOutcome> {
    const { actor, session } = this.#request;
    const { county } = actor.scope;
    const id = idInCounty(input.student, county, 'input.student');
    return session.transaction((manager) =>
      once(manager, actor, { operation: 'studentParticularsCorrect', key: input.idempotencyKey, input }, () =>
        this.#correctOnce(manager, input, id),
      ),
    );
  }

  async #correctOnce(manager: Manager, input: ParticularsInput, id: string | null): Promise<ParticularsOutcome> {
    const { actor } = this.#request;
    const { county } = actor.scope;
    const { today, now, reactions } = this.#surroundings;
    const reader = readerOf(manager);
    const student = id ? await new StudentRepository(reader).findForUpdate(county, id) : null;
    if (!student) return refused({ code: 'STUDENT_NOT_FOUND', field: 'student' });

    const terms = await rollTermsOn(reader, county, input.occurredOn);
    const told = {
      kind: 'PARTICULARS_CORRECTION' as const,
      occurredOn: input.occurredOn,
      evidence: input.evidence ?? null,
    };
    const facts = {
      student,
      standsSince: student.bornOn,
      suspendedUntil: null,
      seat: null,
      today,
      settings: terms.settings,
    };
    const changes = changesOf(student, input, this.#sealer);
    const refusals: Broken<ParticularsCode>[] = movementRefusals({ ...told, version: input.version }, facts);
    refusals.push(...this.#sheetRefusals(student, input));
    if (changes.length === 0) refusals.push({ code: 'NOTHING_CORRECTED', field: '' });
    const due = orMissingYear(() => dueOn(told.kind, input.occurredOn, terms.deadlines, terms.calendar));
    if ('missingYear' in due)
      refusals.push({ code: 'HOLIDAY_YEAR_MISSING', field: 'occurredOn', limit: due.missingYear });
    const repository = new RegistrationRepository(reader);
    const number = input.identityNumber ? normaliseResidentNumber(input.identityNumber) : null;
    const index = number ? this.#sealer.index(number) : null;
    if (index && (await repository.hasOther(county, index, student.id)))
      refusals.push({ code: 'IDENTITY_KNOWN', field: 'identityNumber' });
    if (refusals.length > 0 || 'missingYear' in due) return { studentId: student.id, refusals };

    await repository.correct(student, correctedColumns(student, input, { number, index, sealer: this.#sealer }));
    if (number) await formalise(repository, student, { number, day: input.occurredOn, sealer: this.#sealer });
    const deciding = {
      id: newId(),
      spellId: newId(),
      due: due.found,
      today,
      ruleVersion: terms.regulation.version,
    };
    const movement = decidedMovement({ input: told, student, seat: null }, deciding);
    await writeMovements(manager, { countyCode: county, by: actor.subject, at: now(), reactions }, [movement]);
    await repository.insertChanges(changeRows(changes, { student, movementId: movement.id, sealer: this.#sealer }));
    return { studentId: student.id, refusals };
  }

  #sheetRefusals(student: Student, { name, sex, bornOn, identityNumber }: ParticularsInput): Broken<RecordCode>[] {
    const number = identityNumber ?? identityOf(student, this.#sealer);
    const row = {
      name: name ?? student.name,
      sex: sex ?? student.sex,
      bornOn: bornOn ?? student.bornOn,
      identityNumber: number,
    };
    const facts = { today: this.#surroundings.today, isSpecialSchool: false, excludesLeftBehindMigrant: false };
    return recordRefusals(row, facts);
  }
}

const refused = (refusal: Broken<ParticularsCode>): ParticularsOutcome => ({ studentId: null, refusals: [refusal] });
