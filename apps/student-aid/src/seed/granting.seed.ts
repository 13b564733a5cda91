import { composeResidentNumber } from '@bureau/resident-id';
import { formatGlobalId, newId } from '@bureau/subgraph';
import type { AidEligibility } from '../programme/aid-eligibility.entity.ts';
import type { Place } from './aid.seed.ts';
import type { Bench } from './bench.seed.ts';

/** A child of the roster, with what a list would have of it. */
export interface SeededChild {
  id: string;
  globalId: string;
  name: string;
  identityNumber: string;
  bornOn: string;
  place: Place;
}

let serial = 0;

/** What the county has decided about who is granted what, and children to grant it to. */
export class GrantingSeed {
  readonly #bench: Bench;
  readonly #county: string;

  constructor(bench: Bench, county: string) {
    this.#bench = bench;
    this.#county = county;
  }

  /** The four categories and their sources. */
  async categories(): Promise<void> {
    await this.#bench.database.arrange(
      `INSERT INTO evidence_category (county_code, code, name, source, valid_from, basis_document)
       SELECT $1, code, name, source, '2020-01-01', '教财〔2018〕16号' FROM (VALUES
         ('RURAL_LOW_INCOME', '农村低保', 'CIVIL_AFFAIRS'), ('RURAL_DESTITUTE', '农村特困', 'CIVIL_AFFAIRS'),
         ('LIFTED_OUT_OF_POVERTY', '脱贫家庭', 'AGRICULTURE'), ('DISABLED_PUPIL', '残疾学生', 'DISABLED_FEDERATION'),
         ('MARTYRS_CHILD', '烈士子女', 'VETERANS')) AS category (code, name, source)`,
      [this.#county],
    );
  }

  /** A ground of a programme, from spring 2020 on. */
  async eligibility(programmeCode: string, ground: Partial<AidEligibility>): Promise<void> {
    const { category = null, level = null, boarding = null, tier = 1 } = ground;
    await this.#bench.database.arrange(
      `INSERT INTO aid_eligibility (county_code, id, programme_code, category, level, boarding, tier, valid_from_school_year, valid_from_season, basis_document)
       VALUES ($1, $2, $3, $4, $5, $6, $7, 2019, 'SPRING', '财教〔2021〕56号')`,
      [this.#county, newId(), programmeCode, category, level, boarding, tier],
    );
  }

  /** Two programmes that no child may have in the same term. */
  async exclusion(number: number, [programmeA, programmeB]: [string, string]): Promise<void> {
    await this.#bench.database.arrange(`INSERT INTO aid_exclusion VALUES ($1, $2, $3, $4, '财教〔2021〕56号')`, [
      this.#county,
      number,
      programmeA,
      programmeB,
    ]);
    await this.#bench.database.arrange(
      `UPDATE aid_programme SET exclusions = sort(exclusions + $2::integer) WHERE county_code = $1 AND code = ANY ($3)`,
      [this.#county, number, [programmeA, programmeB]],
    );
  }

  /** What a status on the roll does to aid. */
  async policies(): Promise<void> {
    await this.#bench.database.arrange(
      `INSERT INTO roll_policy (county_code, roll_status, valid_from, effect, rule, rule_version, basis_document)
       SELECT $1, status, '2020-01-01', effect, 'roll.' || lower(status), '1', '财教〔2021〕310号' FROM (VALUES
         ('SUSPENDED', 'HOLD'), ('DROPPED_OUT', 'HOLD'), ('MISSING', 'HOLD'), ('TRANSFERRED_OUT', 'PRORATE'), ('ABROAD', 'PRORATE'),
         ('DECEASED', 'PRORATE'), ('CANCELLED', 'STOP')) AS policy (status, effect)`,
      [this.#county],
    );
  }

  async station(code: string, name: string): Promise<void> {
    await this.#bench.database.arrange(`INSERT INTO service_station VALUES ($1, $2, $3, $4, '2020-01-01', NULL)`, [
      this.#county,
      code,
      name,
      `${this.#county}104`,
    ]);
  }

  /** A child of primary school with an identity number. */
  async child(
    place: Place,
    given: { name?: string; boarding?: string; rollStatus?: string; bornOn?: string } = {},
  ): Promise<SeededChild> {
    serial += 1;
    const { boarding = '1', rollStatus = 'ACTIVE', bornOn = '2015-03-01' } = given;
    const name = given.name ?? `马小${String.fromCharCode(0x4e00 + serial)}`;
    const identityNumber = composeResidentNumber(String(990_000 + Math.floor(serial / 1000)), bornOn, serial % 1000);
    const id = newId();
    await this.#bench.database.arrange(
      `INSERT INTO student_roster (county_code, id, school_id, class_id, township_code, name, stage, grade, roll_status, attendance_placement,
         born_on, sex, effective_on, version, identity_index, boarding)
       VALUES ($1, $2, $3, $4, $5, $6, 'PRIMARY', 3, $7, 'IN_SCHOOL', $8, '1', '2022-09-01', 1, $9, $10)`,
      [
        this.#county,
        id,
        place.schoolId,
        place.classId,
        place.townshipCode,
        name,
        rollStatus,
        bornOn,
        this.#bench.sealer.index(identityNumber).toString('hex'),
        boarding,
      ],
    );
    return { id, globalId: formatGlobalId({ county: this.#county, id }), name, identityNumber, bornOn, place };
  }

  /** A recognition that has been through all reviews. */
  async recognition(
    child: SeededChild,
    given: { level?: string; schoolYear?: number; state?: string } = {},
  ): Promise<string> {
    const { level = 'HARD', schoolYear = 2023, state = 'APPROVED' } = given;
    const { countyCode, schoolId, classId, townshipCode } = child.place;
    const id = newId();
    await this.#bench.database.arrange(
      `INSERT INTO hardship_recognition (county_code, id, student_id, school_year, school_id, class_id, township_code, level, categories, consented_on, filed_on, state, version)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, '{}', '2023-09-10', '2023-09-12', $9, 1)`,
      [countyCode, id, child.id, schoolYear, schoolId, classId, townshipCode, level, state],
    );
    return id;
  }
}
