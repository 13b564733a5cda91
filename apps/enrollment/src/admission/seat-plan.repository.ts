import type { Reader } from '@bureau/subgraph';

export interface PlannedSeats {
  countyCode: string;
  schoolId: string;
  stage: string;
  schoolYear: number;
  seats: number;
  document: string;
}

export interface DrawnCatchment {
  countyCode: string;
  stage: string;
  townshipCode: string;
  schoolIds: readonly string[];
  validFrom: string;
  document: string;
}

/** What the county decided about seats and catchments. */
export class SeatPlanRepository {
  readonly #reader: Reader;

  constructor(reader: Reader) {
    this.#reader = reader;
  }

  async countSchools(countyCode: string, ids: readonly string[]): Promise<number> {
    const [row]: { count: number }[] = await this.#reader.read((manager) =>
      manager.query(`SELECT count(*)::int AS count FROM school WHERE county_code = $1 AND id = ANY ($2)`, [
        countyCode,
        ids,
      ]),
    );
    return row?.count ?? 0;
  }

  /** A later word replaces an earlier one. */
  async decide({ countyCode, schoolId, stage, schoolYear, seats, document }: PlannedSeats): Promise<void> {
    await this.#reader.read((manager) =>
      manager.query(
        `INSERT INTO enrolment_plan AS plan (county_code, school_id, stage, school_year, seats, document) VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (county_code, school_id, stage, school_year) DO UPDATE
         SET seats = excluded.seats, document = excluded.document, version = plan.version + 1`,
        [countyCode, schoolId, stage, schoolYear, seats, document],
      ),
    );
  }

  /** Ends what was drawn before on the first day of what is drawn now. */
  async draw({ countyCode, stage, townshipCode, schoolIds, validFrom, document }: DrawnCatchment): Promise<void> {
    const place = [countyCode, stage, townshipCode, validFrom];
    await this.#reader.read(async (manager) => {
      await manager.query(
        `DELETE FROM catchment WHERE county_code = $1 AND stage = $2 AND township_code = $3 AND valid_from = $4`,
        place,
      );
      await manager.query(
        `UPDATE catchment SET valid_to = $4 WHERE county_code = $1 AND stage = $2 AND township_code = $3 AND valid_from < $4
           AND (valid_to IS NULL OR valid_to > $4)`,
        place,
      );
      await manager.query(
        `INSERT INTO catchment (county_code, stage, township_code, school_id, rank, valid_from, document)
         SELECT $1, $2, $3, given.id, given.rank, $4, $6 FROM unnest($5::uuid[]) WITH ORDINALITY AS given (id, rank)`,
        [...place, schoolIds, document],
      );
    });
  }
}
