import type { Sealer } from '@bureau/access';
import { newId } from '@bureau/subgraph';
import type { RowOf } from '@bureau/spreadsheet';
import type { rosterColumns } from './roster-columns.file.ts';
import type { Staged, STAGED_GUARDIAN, STAGED_RECORD, STAGED_STUDENT } from './staged-columns.file.ts';
import type { PlacedRow } from './roster-row.rules.ts';

export type RosterValues = RowOf<ReturnType<typeof rosterColumns>>;

type StudentRow = Record<keyof typeof STAGED_STUDENT, Staged>;
type RecordRow = Record<keyof typeof STAGED_RECORD, Staged>;
type GuardianRow = Record<keyof typeof STAGED_GUARDIAN, Staged>;

const OTHER_KINSHIP = '99';

/** Makes what is stored of what was read: numbers, addresses and telephones sealed, with their blind indexes. */
export class StagedRows {
  readonly #sealer: Sealer;
  readonly #county: string;

  constructor(sealer: Sealer, county: string) {
    this.#sealer = sealer;
    this.#county = county;
  }

  student(values: RosterValues, { school, schoolClass }: PlacedRow): StudentRow {
    const id = newId();
    const { documentNumber, hukouDivision, isMigrantChild } = values;
    const hukou = hukouDivision ?? school.townshipCode.padEnd(12, '0');
    return {
      id,
      name: values.name,
      sex: values.sex,
      born_on: values.bornOn,
      identity_number: this.#seal(documentNumber, `student.identity_number:${id}`),
      identity_number_index: documentNumber && this.#sealer.index(documentNumber),
      ethnicity: values.ethnicity,
      hukou_division: hukou,
      township_code: school.townshipCode,
      is_migrant_child: isMigrantChild ?? !hukou.startsWith(this.#county),
      left_behind: values.leftBehind ?? 'NO',
      boarding: values.boarding,
      school_id: school.id,
      class_id: schoolClass.id,
      stage: schoolClass.stage,
      entry_year: schoolClass.entryYear,
    };
  }

  record(values: RosterValues, studentId: string): RecordRow {
    const sealed = (value: string | null, column: string) => this.#seal(value, `student_record.${column}:${studentId}`);
    const { phone, commuteKm } = values;
    return {
      birthplace_division: values.birthplaceDivision,
      native_division: values.nativeDivision,
      nationality: values.nationality ?? '156',
      document_type: values.documentType ?? '1',
      document_valid_to: values.documentValidTo,
      overseas_status: values.overseasStatus ?? '00',
      political_status: values.politicalStatus,
      health: values.health ?? '1',
      former_name: values.formerName,
      hukou_kind: values.hukouKind ?? '3',
      talent: values.talent,
      blood_type: values.bloodType,
      auxiliary_number: values.auxiliaryNumber,
      number_in_class: values.numberInClass,
      admitted_in: values.admittedIn,
      admission_mode: values.admissionMode ?? '01',
      source: values.source ?? '1',
      living_address: sealed(values.livingAddress, 'living_address'),
      postal_address: sealed(values.postalAddress, 'postal_address'),
      family_address: sealed(values.familyAddress, 'family_address'),
      phone: sealed(phone, 'phone'),
      phone_index: phone && this.#sealer.index(phone),
      postal_code: values.postalCode,
      email: values.email,
      homepage: values.homepage,
      is_only_child: values.isOnlyChild,
      had_pre_school: values.hadPreSchool,
      is_orphan: values.isOrphan ?? false,
      is_martyr_child: values.isMartyrChild ?? false,
      inclusion: values.inclusion ?? '0',
      roll_disability: values.rollDisability ?? '0',
      is_seat_purchased: values.isSeatPurchased ?? false,
      wants_aid: values.wantsAid ?? false,
      commute_km: commuteKm === null ? null : Math.round(Number(commuteKm)),
      commute_mode: values.commuteMode,
      needs_school_bus: values.needsSchoolBus ?? false,
    };
  }

  /** A member of the family; null where the row names none. */
  guardian(values: object, number: 1 | 2): GuardianRow | null {
    const given = (name: string): unknown => Reflect.get(values, `${name}${number}`);
    const text = (name: string) => {
      const value = given(name);
      return typeof value === 'string' ? value : null;
    };
    const name = text('name');
    if (name === null) return null;
    const id = newId();
    const [phone, documentNumber] = [text('phone'), text('documentNumber')];
    return {
      id,
      name,
      kinship: text('kinship') ?? OTHER_KINSHIP,
      kinship_note: text('kinshipNote'),
      ethnicity: text('ethnicity'),
      employer: text('employer'),
      job: text('job'),
      living_address: this.#seal(text('address'), `guardian.living_address:${id}`),
      hukou_division: text('hukou'),
      phone: this.#seal(phone, `guardian.phone:${id}`),
      phone_index: phone && this.#sealer.index(phone),
      is_guardian: given('isGuardian') === true,
      document_type: text('documentType') ?? '1',
      identity_number: this.#seal(documentNumber, `guardian.identity_number:${id}`),
      identity_number_index: documentNumber && this.#sealer.index(documentNumber),
    };
  }

  #seal(value: string | null, context: string): Buffer | null {
    return value === null ? null : this.#sealer.seal(value, context);
  }
}
