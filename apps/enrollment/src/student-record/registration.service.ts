import type { Sealer } from '@bureau/access';
import { idInCounty, newId, once, readerOf, type RequestContext } from '@bureau/subgraph';
import { decidedMovement } from '../roll-movement/decided.rules.ts';
import { dueOn } from '../roll-movement/movement.rules.ts';
import { RollMovementRepository } from '../roll-movement/roll-movement.repository.ts';
import type { RegisterSurroundings } from '../roll-movement/roll-movement.service.ts';
import { writeMovements } from '../roll-movement/roll-register.repository.ts';
import { type RollTerms, rollTermsOn } from '../roll-movement/roll-terms.repository.ts';
import type { Broken } from '../rule-broken/rule-broken.rules.ts';
import { RegistrationRepository } from './registration.repository.ts';
import { type RegistrationCode, type RegistrationInput, registrationRefusals } from './registration.rules.ts';
import { type Registering, writeSheet } from './write-sheet.ts';

export interface RegistrationOutcome {
  studentId: string | null;
  refusals: Broken<RegistrationCode>[];
}

type Manager = Parameters<typeof writeMovements>[0];

/** 新生建籍: a child comes onto its first roll of the county, with its sheet, its guardians and a temporary roll number. */
export class RegistrationService {
  readonly #request: RequestContext;
  readonly #surroundings: RegisterSurroundings;
  readonly #sealer: Sealer;

  constructor(request: RequestContext, surroundings: RegisterSurroundings, sealer: Sealer) {
    this.#request = request;
    this.#surroundings = surroundings;
    this.#sealer = sealer;
  }

  register(input: RegistrationInput): Promise<RegistrationOutcome> {
    const { actor, session } = this.#request;
    const { county } = actor.scope;
    const classId = idInCounty(input.toClass, county, 'input.toClass');
    return session.transaction((manager) =>
      once(manager, actor, { operation: 'studentRegister', key: input.idempotencyKey, input }, async () => {
        const reader = readerOf(manager);
        const terms = await rollTermsOn(reader, county, input.occurredOn);
        const row = classId ? await new RollMovementRepository(reader).findSeatForUpdate(county, classId) : null;
        const seat = row && { ...row, limit: terms.settings['class.limits'][row.stage] };
        const { today } = this.#surroundings;
        const refusals = registrationRefusals(input, { today, seat, settings: terms.settings });
        if (!(await new RegistrationRepository(reader).hasTownship(county, input.township)))
          refusals.push({ code: 'TOWNSHIP_UNKNOWN', field: 'township', found: input.township });
        if (refusals.length > 0 || !seat) return { studentId: null, refusals };

        const id = newId();
        const sheet = { countyCode: county, sealer: this.#sealer };
        const isNew = await writeSheet(new RegistrationRepository(reader), sheet, { input, id, seat });
        if (!isNew) return { studentId: null, refusals: [{ code: 'IDENTITY_KNOWN', field: 'identityNumber' }] };
        await this.#enter(manager, { input, id, seat }, terms);
        return { studentId: id, refusals };
      }),
    );
  }

  async #enter(manager: Manager, { input, id, seat }: Registering, terms: RollTerms): Promise<void> {
    const { actor } = this.#request;
    const { today, now, reactions } = this.#surroundings;
    const kind = 'INITIAL_REGISTRATION' as const;
    const place = { schoolId: seat.schoolId, classId: seat.id, stage: seat.stage, entryYear: seat.entryYear };
    const student = { id, ...place, rollStatus: 'CANCELLED', attendancePlacement: 'NOT_ENROLLED' } as const;
    const due = dueOn(kind, input.occurredOn, terms.deadlines, terms.calendar);
    const deciding = { id: newId(), spellId: newId(), due, today, ruleVersion: terms.regulation.version };
    const told = { kind, occurredOn: input.occurredOn, evidence: input.evidence ?? null };
    const movement = decidedMovement({ input: told, student, seat }, deciding);
    await writeMovements(manager, { countyCode: actor.scope.county, by: actor.subject, at: now(), reactions }, [
      movement,
    ]);
  }
}
