import type { Stage } from '@bureau/codes';
import type { Reader } from '@bureau/subgraph';
import { Any } from 'typeorm';
import { type GraduationCertificate, GraduationCertificateEntity } from './graduation-certificate.entity.ts';

export class PromotionRepository {
  readonly #reader: Reader;

  constructor(reader: Reader) {
    this.#reader = reader;
  }

  /** Who was promoted into a school year already. */
  async listPromoted(countyCode: string, schoolYear: number): Promise<Set<string>> {
    const rows: { id: string }[] = await this.#reader.read((manager) =>
      manager.query(
        `SELECT student_id AS id FROM roll_movement WHERE county_code = $1 AND kind = 'PROMOTION' AND occurred_on = $2`,
        [countyCode, `${schoolYear}-09-01`],
      ),
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** The next serial of a year's certificates of a stage; who asks for it next waits for this transaction. */
  async lockSerials({ county, stage, year }: { county: string; stage: Stage; year: number }): Promise<number> {
    const [row]: { next: number }[] = await this.#reader.read(async (manager) => {
      await manager.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`, [
        `certificate:${county}:${stage}:${year}`,
      ]);
      return manager.query(
        `SELECT coalesce(max(right(number, 5)::int), 0) + 1 AS next FROM graduation_certificate
         WHERE county_code = $1 AND stage = $2 AND substr(number, 7, 4) = $3`,
        [county, stage, String(year)],
      );
    });
    return row?.next ?? 1;
  }

  async insertCertificates(certificates: readonly GraduationCertificate[]): Promise<void> {
    const rows = certificates.map((one) => ({
      ...one,
      student_id: one.studentId,
      issued_on: one.issuedOn,
      movement_id: one.movementId,
    }));
    await this.#reader.read((manager) =>
      manager.query(
        `INSERT INTO graduation_certificate (county_code, id, student_id, stage, kind, number, issued_on, movement_id)
         SELECT $1, id, student_id, stage, kind, number, issued_on, movement_id
         FROM jsonb_to_recordset($2) AS c (id uuid, student_id uuid, stage text, kind text, number text, issued_on date, movement_id uuid)`,
        [certificates[0]?.countyCode ?? '', JSON.stringify(rows)],
      ),
    );
  }

  listOfStudents(countyCode: string, studentIds: string[]): Promise<GraduationCertificate[]> {
    return this.#reader.read((manager) =>
      manager.find(GraduationCertificateEntity, {
        where: { countyCode, studentId: Any(studentIds) },
        order: { issuedOn: 'ASC' },
      }),
    );
  }
}
