import type { Sealer } from '@bureau/access';
import { idInCounty, newId } from '@bureau/subgraph';
import { type Act, type ActService, type Outcome, refuse } from '../act/act.service.ts';
import type { CertificateStatus, DisabledChild, Identification } from '../disabled-child/disabled-child.entity.ts';
import {
  type CertificateRefusal,
  certificateRefusals,
  type DisabilityRefusal,
  disabilityRefusals,
  identityRefusals,
  type IdentityRefusal,
  type KnownDisability,
} from '../disabled-child/ledger.rules.ts';
import { type DayOutOfRange, dayRefusals, type NotFound, notFound } from '../refusal/refusal.rules.ts';
import type { Store } from '../store.ts';
import { sealNumber } from './child-seal.ts';
import { recordCertificate, writeDisabilities } from './ledger-rows.service.ts';

export interface RegistrationInput extends Act {
  student?: string | null | undefined;
  name: string;
  sex: string;
  bornOn: string;
  identityNumber?: string | null | undefined;
  township: string;
  school?: string | null | undefined;
  identifiedBy: Identification;
  disabilities: readonly KnownDisability[];
  certificateStatus: CertificateStatus;
  certificateNumber?: string | null | undefined;
}
type Known = { kind: 'ChildAlreadyInLedger' };
export type RegistrationRefusal =
  | NotFound
  | DayOutOfRange
  | Known
  | IdentityRefusal
  | CertificateRefusal
  | DisabilityRefusal
  | { kind: 'SchoolUnknown' };

/** Enters children into the ledger. */
export class RegistrationService {
  readonly #acts: ActService;
  readonly #sealer: Sealer;

  constructor(acts: ActService, sealer: Sealer) {
    this.#acts = acts;
    this.#sealer = sealer;
  }

  register(input: RegistrationInput): Promise<Outcome<RegistrationRefusal>> {
    const { today, county } = this.#acts;
    return this.#acts.run<RegistrationRefusal>('disabledChildRegister', input, async (store) => {
      const refusals = [...registrationRefusals(input, today), ...(await placeRefusals(store, input, today))];
      if (refusals.length > 0) return refuse(...refusals);
      const child = this.#childOf(input, county);
      if (!(await store.children.insertUnlessThere(child))) return refuse({ kind: 'ChildAlreadyInLedger' });
      await writeDisabilities(store, child.id, input.disabilities);
      await store.duties.insert({
        countyCode: county,
        id: newId(),
        childId: child.id,
        schoolId: child.schoolId,
        classId: child.classId,
        startedAt: this.#acts.now,
        cause: 'REGISTERED',
        transferId: null,
      });
      await recordCertificate(store, child.id, {
        recordedBy: this.#acts.subject,
        status: input.certificateStatus,
        recordedOn: today,
        document: null,
      });
      return { id: child.id, refusals };
    });
  }

  #childOf(input: RegistrationInput, county: string): DisabledChild {
    const id = newId();
    const identity = sealNumber(this.#sealer, 'identity_number', { id, plain: input.identityNumber ?? null });
    const certificate = sealNumber(this.#sealer, 'certificate_number', { id, plain: input.certificateNumber ?? null });
    return {
      countyCode: county,
      id,
      studentId: input.student == null ? null : idInCounty(input.student, county, 'input.student'),
      name: input.name,
      sex: input.sex,
      bornOn: input.bornOn,
      identityNumber: identity.sealed,
      identityNumberIndex: identity.index,
      certificateStatus: input.certificateStatus,
      certificateNumber: certificate.sealed,
      certificateNumberIndex: certificate.index,
      identifiedBy: input.identifiedBy,
      primaryCategory: input.disabilities[0]?.category ?? '',
      townshipCode: input.township,
      schoolId: input.school == null ? null : idInCounty(input.school, county, 'input.school'),
      classId: null,
      registeredOn: this.#acts.today,
      rollVersion: 0,
      version: 1,
    };
  }
}

function registrationRefusals(input: RegistrationInput, today: string): RegistrationRefusal[] {
  const identityNumber = input.identityNumber ?? null;
  const { bornOn, disabilities } = input;
  const certificate = { status: input.certificateStatus, number: input.certificateNumber ?? null };
  return [
    ...dayRefusals('bornOn', bornOn, { latest: today }),
    ...identityRefusals(identityNumber, bornOn, today),
    ...disabilityRefusals(disabilities),
    ...certificateRefusals(certificate, { identityNumber, bornOn, disabilities }, today),
  ];
}

async function placeRefusals(
  store: Store,
  { student, school }: RegistrationInput,
  today: string,
): Promise<RegistrationRefusal[]> {
  const studentId = student == null ? null : idInCounty(student, store.county, 'input.student');
  const schoolId = school == null ? null : idInCounty(school, store.county, 'input.school');
  const isStudentThere = student == null || (studentId !== null && (await store.hasStudent(studentId)));
  const isSchoolThere = school == null || (schoolId !== null && (await store.hasSchool(schoolId, today)));
  return [
    ...(isStudentThere ? [] : [notFound('student')]),
    ...(isSchoolThere ? [] : [{ kind: 'SchoolUnknown' as const }]),
  ];
}
