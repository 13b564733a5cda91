import { newId, type Reader } from '@bureau/subgraph';
import { Any } from 'typeorm';
import type { ReviewCriteria } from '../review/review.repository.ts';
import { type HardshipAdjustment, HardshipAdjustmentEntity } from './hardship-adjustment.entity.ts';
import { type HardshipRecognition, HardshipRecognitionEntity } from './hardship-recognition.entity.ts';

export interface HardshipCriteria extends ReviewCriteria {
  levels?: readonly string[] | null;
}

export class HardshipRepository {
  readonly #reader: Reader;

  constructor(reader: Reader) {
    this.#reader = reader;
  }

  listAdjustments(countyCode: string, recognitionIds: string[]): Promise<HardshipAdjustment[]> {
    return this.#reader.read((manager) =>
      manager.findBy(HardshipAdjustmentEntity, { countyCode, recognitionId: Any(recognitionIds) }),
    );
  }

  findForUpdate(countyCode: string, id: string): Promise<HardshipRecognition | null> {
    return this.#reader.read((manager) =>
      manager.findOne(HardshipRecognitionEntity, { where: { countyCode, id }, lock: { mode: 'pessimistic_write' } }),
    );
  }

  /** The recognition of a school year that stands for each child, if any. */
  async standingOf(countyCode: string, schoolYear: number, studentIds: string[]): Promise<Map<string, string>> {
    const rows = await this.#reader.read((manager) =>
      manager.query<{ id: string; studentId: string }[]>(
        `SELECT id, student_id AS "studentId" FROM hardship_recognition
         WHERE county_code = $1 AND school_year = $2 AND student_id = ANY ($3) AND state <> ALL ('{REJECTED,WITHDRAWN}')`,
        [countyCode, schoolYear, studentIds],
      ),
    );
    return new Map(rows.map(({ id, studentId }) => [studentId, id]));
  }

  /** False when the level of that term was adjusted before; what was decided stays. */
  async insertAdjustment(
    { countyCode, id, version }: HardshipRecognition,
    { season, level, reason, adjustedBy }: Pick<HardshipAdjustment, 'season' | 'level' | 'reason' | 'adjustedBy'>,
  ): Promise<boolean> {
    return this.#reader.read(async (manager) => {
      const inserted: unknown[] = await manager.query(
        `INSERT INTO hardship_adjustment (county_code, id, recognition_id, season, level, reason, adjusted_by, adjusted_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, now()) ON CONFLICT DO NOTHING RETURNING id`,
        [countyCode, newId(), id, season, level, reason, adjustedBy],
      );
      if (inserted.length === 0) return false;
      const where = { countyCode, id, version };
      const { affected } = await manager.update(HardshipRecognitionEntity, where, { version: version + 1 });
      if (affected !== 1) throw new Error('A recognition changed while it was locked.');
      return true;
    });
  }
}
