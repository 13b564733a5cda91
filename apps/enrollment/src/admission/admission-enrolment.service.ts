import { idsInCounty, newId, once, readerOf, type RequestContext } from '@bureau/subgraph';
import { decidedMovement } from '../roll-movement/decided.rules.ts';
import { lockByIds } from '../roll-movement/on-roll.repository.ts';
import type { RegisterSurroundings } from '../roll-movement/roll-movement.service.ts';
import { writeMovements } from '../roll-movement/roll-register.repository.ts';
import { type RollTerms, rollTermsOn } from '../roll-movement/roll-terms.repository.ts';
import type { Admission } from './admission.entity.ts';
import { AdmissionRepository } from './admission.repository.ts';
import { type AdmissionOutcome, refused } from './admission.service.ts';
import { seatInClasses } from './seat-in-classes.repository.ts';

type Manager = Parameters<typeof writeMovements>[0];

export interface EnrolmentInput {
  schoolYear: number;
  occurredOn: string;
  schools?: readonly string[] | null;
  idempotencyKey?: string | null;
}

/** 小升初: everybody with a seat gets a class and a roll at the junior school. */
export class AdmissionEnrolmentService {
  readonly #request: RequestContext;
  readonly #surroundings: RegisterSurroundings;

  constructor(request: RequestContext, surroundings: RegisterSurroundings) {
    this.#request = request;
    this.#surroundings = surroundings;
  }

  /** Gives everybody with a seat a class and the roll (小升初学籍接续), in one transaction. */
  enrol(input: EnrolmentInput): Promise<AdmissionOutcome> {
    const { actor, session } = this.#request;
    const { county } = actor.scope;
    const { today } = this.#surroundings;
    const schoolIds = input.schools ? idsInCounty(input.schools, county, 'input.schools') : null;
    return session.transaction((manager) =>
      once(manager, actor, { operation: 'admissionEnrol', key: input.idempotencyKey, input }, async () => {
        const { occurredOn, schoolYear } = input;
        if (occurredOn > today)
          return refused({ code: 'DAY_IN_FUTURE', field: 'occurredOn', limit: today, found: occurredOn });
        const repository = new AdmissionRepository(readerOf(manager));
        const admissions = await repository.listToEnrol(county, schoolYear, schoolIds);
        if (admissions.length === 0) return refused({ code: 'NOBODY_WAITS', field: 'schoolYear', found: schoolYear });

        const terms = await rollTermsOn(readerOf(manager), county, occurredOn);
        const enrolled = await this.#seat(manager, admissions, { occurredOn, schoolYear, terms });
        await repository.markEnrolled(county, enrolled, occurredOn);
        return { count: enrolled.length, withoutSeat: admissions.length - enrolled.length, refusals: [] };
      }),
    );
  }

  /** Only who is still a graduate: who died, left or is at school elsewhere since keeps its seat unused. */
  async #seat(
    manager: Manager,
    admissions: readonly Admission[],
    { occurredOn, schoolYear, terms }: { occurredOn: string; schoolYear: number; terms: RollTerms },
  ): Promise<string[]> {
    const { actor } = this.#request;
    const { county } = actor.scope;
    const { today, now, reactions } = this.#surroundings;
    const children = new Map(
      (
        await lockByIds(
          manager,
          county,
          admissions.map(({ studentId }) => studentId),
        )
      ).map((one) => [one.id, one]),
    );
    const going = admissions.flatMap((admission) => {
      const student = children.get(admission.studentId);
      return student?.rollStatus === 'GRADUATED' && admission.schoolId
        ? [{ admission, student, schoolId: admission.schoolId }]
        : [];
    });
    const limit = terms.settings['class.limits'].JUNIOR_SECONDARY;
    const classOf = await seatInClasses(manager, { county, entryYear: schoolYear, limit }, going);
    const movements = going.map(({ admission, student, schoolId }) => {
      const seat = {
        id: classOf.get(student.id) ?? '',
        schoolId,
        stage: 'JUNIOR_SECONDARY' as const,
        entryYear: schoolYear,
      };
      const told = { kind: 'STAGE_TRANSFER' as const, occurredOn, cause: `admission:${admission.id}` };
      const deciding = { id: newId(), spellId: newId(), due: null, today, ruleVersion: terms.regulation.version };
      return decidedMovement({ input: told, student, seat }, deciding);
    });
    await writeMovements(manager, { countyCode: county, by: actor.subject, at: now(), reactions }, movements);
    return going.map(({ admission }) => admission.id);
  }
}
