import type { Stage } from '@bureau/codes';
import { newId, type Reader } from '@bureau/subgraph';
import { Any } from 'typeorm';
import { type School, SchoolEntity } from '../school/school.entity.ts';
import { type SchoolSuccessor, SchoolSuccessorEntity } from './school-successor.entity.ts';

export interface FollowingClass {
  /** The class that the children leave. */
  formerId: string;
  id: string;
  schoolId: string;
  stage: Stage;
  entryYear: number;
}

export class SchoolMergerRepository {
  readonly #reader: Reader;

  constructor(reader: Reader) {
    this.#reader = reader;
  }

  /** Locks both schools, in the order of their ids. */
  listForUpdate(countyCode: string, ids: string[]): Promise<School[]> {
    return this.#reader.read((manager) =>
      manager.find(SchoolEntity, {
        where: { countyCode, id: Any(ids) },
        order: { id: 'ASC' },
        lock: { mode: 'pessimistic_write' },
      }),
    );
  }

  /** A class at the successor for each class with children at the school, with the next free numbers of its grade: two statements. */
  async followClasses(countyCode: string, schoolId: string, successorId: string): Promise<FollowingClass[]> {
    return this.#reader.read(async (manager) => {
      const former: { id: string; stage: Stage; entryYear: number; serial: number }[] = await manager.query(
        `SELECT former.id, former.stage, former.entry_year AS "entryYear",
                (row_number() OVER (PARTITION BY former.stage, former.entry_year ORDER BY former.serial)
                 + coalesce((SELECT max(own.serial) FROM school_class AS own WHERE own.county_code = $1 AND own.school_id = $3
                             AND own.stage = former.stage AND own.entry_year = former.entry_year), 0))::int AS serial
         FROM school_class AS former WHERE former.county_code = $1 AND former.school_id = $2
           AND EXISTS (SELECT FROM student WHERE student.county_code = $1 AND student.class_id = former.id AND student.school_id = $2
             AND student.roll_status = ANY (ARRAY['PRE_REGISTERED', 'ACTIVE', 'SUSPENDED', 'DROPPED_OUT', 'MISSING']))`,
        [countyCode, schoolId, successorId],
      );
      const following = former.map(({ id: formerId, ...place }) => ({
        formerId,
        id: newId(),
        schoolId: successorId,
        ...place,
      }));
      await manager.query(
        `INSERT INTO school_class (county_code, id, school_id, stage, entry_year, serial)
         SELECT $1, id, $2, stage, "entryYear", serial
         FROM jsonb_to_recordset($3) AS c (id uuid, stage text, "entryYear" smallint, serial smallint)`,
        [countyCode, successorId, JSON.stringify(following)],
      );
      return following;
    });
  }

  /** Closes a school that the caller holds locked, and says who takes over. */
  async close({ countyCode, id, version }: School, successor: SchoolSuccessor): Promise<void> {
    const { affected } = await this.#reader.read((manager) =>
      manager.update(SchoolEntity, { countyCode, id, version }, { closesOn: successor.sinceOn, version: version + 1 }),
    );
    if (affected !== 1) throw new Error('A school changed while it was locked.');
    await this.#reader.read((manager) => manager.insert(SchoolSuccessorEntity, successor));
  }

  listOfSchools(countyCode: string, schoolIds: string[]): Promise<SchoolSuccessor[]> {
    return this.#reader.read((manager) =>
      manager.findBy(SchoolSuccessorEntity, { countyCode, schoolId: Any(schoolIds) }),
    );
  }
}
