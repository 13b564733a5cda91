import type { Sealer } from '@bureau/access';
import type { SchoolRoster } from '@bureau/events';
import { newId } from '@bureau/subgraph';
import type { OfficeDatabase } from '@bureau/testing';
import type { AgeBand } from '../age-band/age-band.entity.ts';
import type { DisabledChild } from '../disabled-child/disabled-child.entity.ts';
import type { Placement } from '../placement/placement.entity.ts';
import type { PlacementKind } from '../placement/placement.rules.ts';
import type { UnplacedNote } from '../unplaced-note/unplaced-note.entity.ts';

/** A class of a school, or no school at all, in a township of a county. */
export interface Place {
  countyCode: string;
  townshipCode: string;
  schoolId: string | null;
  classId: string | null;
}

export interface SeededChild extends Place {
  id: string;
  studentId: string | null;
  /** As GraphQL knows it. */
  globalId: string;
}

export interface DisabilityGiven {
  category: string;
  level: number;
}

export type ChildGiven = Partial<
  Pick<DisabledChild, 'name' | 'bornOn' | 'registeredOn' | 'studentId' | 'certificateStatus' | 'identifiedBy'>
> & {
  /** The first one is the primary. */
  disabilities?: DisabilityGiven[];
  identityNumber?: string;
};
export type PlacementGiven = Partial<Omit<Placement, 'countyCode' | 'id' | 'childId' | 'kind'>>;

let serial = 0;
const next = () => (serial += 1);
const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

const AT_SCHOOL: readonly PlacementKind[] = [
  'REGULAR_CLASS',
  'SPECIAL_CLASS',
  'SPECIAL_SCHOOL_COUNTY',
  'HOME_TEACHING',
];

/** Arranges a ledger for tests, in the words of the office. */
export class LedgerSeed {
  readonly #database: OfficeDatabase;
  readonly #sealer: Sealer;

  constructor(database: OfficeDatabase, sealer: Sealer) {
    this.#database = database;
    this.#sealer = sealer;
  }

  async #insert(table: string, row: object): Promise<void> {
    const places = Object.keys(row).map((_, at) => `$${at + 1}`);
    const columns = Object.keys(row).map(snake);
    await this.#database.arrange(
      `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${places.join(', ')})`,
      Object.values(row),
    );
  }

  /** 6 to 16 on 31 August, since 2014. */
  async ageBand(countyCode: string, given: Partial<Omit<AgeBand, 'countyCode'>> = {}): Promise<void> {
    const band = { validFrom: '2014-09-01', youngest: 6, oldest: 16, cutoffMonth: 8, cutoffDay: 31 };
    await this.#insert('age_band', { countyCode, ...band, document: '特殊教育提升计划', ...given });
  }

  /** A school with one class. */
  place(countyCode: string, township = '101'): Place & { schoolId: string; classId: string } {
    return { countyCode, townshipCode: `${countyCode}${township}`, schoolId: newId(), classId: newId() };
  }

  /** A school that enrollment has told of, with one class. */
  async school(countyCode: string, township = '101', given: Partial<SchoolRoster> = {}) {
    const place = this.place(countyCode, township);
    await this.#insert('school_roster', {
      countyCode,
      id: place.schoolId,
      code: `21${String(next()).padStart(8, '0')}`,
      name: `第${next()}小学`,
      kind: '211',
      townshipCode: place.townshipCode,
      opensOn: '2000-09-01',
      closesOn: null,
      successorIds: [],
      version: 1,
      ...given,
    });
    return place;
  }

  /** A child on the roll, as enrollment's events would have told of it. */
  async student({ countyCode, townshipCode, schoolId, classId }: Place): Promise<string> {
    const id = newId();
    await this.#insert('student_roster', {
      countyCode,
      id,
      schoolId,
      classId,
      townshipCode,
      name: `学生${next()}`,
      stage: 'PRIMARY',
      grade: 3,
      rollStatus: 'ACTIVE',
      attendancePlacement: 'IN_SCHOOL',
      bornOn: '2015-03-01',
      sex: '1',
      effectiveOn: '2022-09-01',
      version: 1,
    });
    return id;
  }

  /** A child of nine years, entered in 2022, without a certificate, with an intellectual disability of level 2. */
  async child(place: Place, given: ChildGiven = {}): Promise<SeededChild> {
    const { disabilities = [{ category: '5', level: 2 }], identityNumber, studentId = null, ...facts } = given;
    const id = newId();
    const row = {
      ...place,
      id,
      studentId,
      name: `儿童${String(next()).padStart(4, '0')}`,
      sex: '1',
      bornOn: '2015-03-01',
      certificateStatus: 'NONE',
      identifiedBy: 'HOSPITAL',
      primaryCategory: disabilities[0]?.category,
      registeredOn: '2022-09-01',
      identityNumber: identityNumber && this.#sealer.seal(identityNumber, `disabled_child.identity_number:${id}`),
      identityNumberIndex: identityNumber && this.#sealer.index(identityNumber),
      ...facts,
    };
    const [columns, values] = [Object.keys(row).map(snake), Object.values(row)];
    await this.#database.arrange(
      `WITH child AS (
         INSERT INTO disabled_child (${columns.join(', ')}) VALUES (${values.map((_, at) => `$${at + 1}`).join(', ')})
         RETURNING county_code, id
       )
       INSERT INTO disability SELECT county_code, id, category, level
       FROM child, jsonb_to_recordset($${values.length + 1}) AS given (category varchar, level smallint)`,
      [...values, JSON.stringify(disabilities)],
    );
    const { countyCode, schoolId, classId } = place;
    const duty = { countyCode, id: newId(), childId: id, schoolId, classId, startedAt: '2022-09-01T00:00:00Z' };
    await this.#insert('duty', { ...duty, cause: 'REGISTERED' });
    return { ...place, id, studentId, globalId: `${countyCode}.${id}` };
  }

  /** From 1 September 2023 on, at the child's school or wherever the kind puts it. */
  async placement(child: SeededChild, kind: PlacementKind, given: PlacementGiven = {}): Promise<string> {
    const id = newId();
    await this.#insert('placement', {
      countyCode: child.countyCode,
      id,
      childId: child.id,
      kind,
      startedOn: '2023-09-01',
      ...(AT_SCHOOL.includes(kind) && { schoolId: child.schoolId ?? newId() }),
      ...(kind === 'SPECIAL_SCHOOL_EXTERNAL' && { externalSchoolName: '塞上启智学校', externalSchoolCity: '银川市' }),
      ...(kind === 'DEFERRED' && {
        expiresOn: '2025-09-01',
        decidedOn: '2023-08-01',
        documentNumber: '教特〔2023〕1号',
      }),
      ...given,
    });
    return id;
  }

  async note({ countyCode, id }: SeededChild, notedOn: string, given: Partial<UnplacedNote> = {}): Promise<void> {
    const note = { reason: '住院康复治疗', nextStep: '专家委员会复评' };
    await this.#insert('unplaced_note', { countyCode, id: newId(), childId: id, notedOn, ...note, ...given });
  }
}
