import type { Reader } from '@bureau/subgraph';
import { type IncentiveRule, IncentiveRuleEntity } from './incentive-rule.entity.ts';
import type { Merit } from './teacher.rules.ts';

export interface TeacherYear {
  /** The teacher and the year, as they were asked for. */
  key: string;
  merits: Merit[];
}

const MERITS = `
  WITH asked AS (
    SELECT key, split_part(key, ' ', 1)::uuid AS teacher_id, split_part(key, ' ', 2)::int AS year
    FROM unnest($2::text[]) AS key
  ), merit AS (
    SELECT key, CASE result.level WHEN 'EXCELLENT' THEN 'LITERACY_EXCELLENT' ELSE 'LITERACY_PASSED' END AS source,
           make_date(asked.year, 12, 31) AS day, result.id, 0 AS hours
    FROM asked JOIN literacy_result result
      ON result.county_code = $1 AND result.teacher_id = asked.teacher_id AND result.year = asked.year AND result.level <> 'FAILED'
    UNION ALL
    SELECT key, 'MICRO_COMPETENCE', competence.assessed_on, competence.id, 0
    FROM asked JOIN micro_competence competence
      ON competence.county_code = $1 AND competence.teacher_id = asked.teacher_id AND competence.level <> 'FAILED'
     AND competence.assessed_on BETWEEN make_date(asked.year, 1, 1) AND make_date(asked.year, 12, 31)
    UNION ALL
    SELECT key, 'TRAINING_TEN_HOURS', training.ended_on, training.id, training.hours
    FROM asked JOIN training_record training
      ON training.county_code = $1 AND training.teacher_id = asked.teacher_id
     AND training.ended_on BETWEEN make_date(asked.year, 1, 1) AND make_date(asked.year, 12, 31)
  )
  SELECT key, jsonb_agg(jsonb_build_object('source', source, 'on', day, 'recordId', id, 'hours', hours) ORDER BY day, id) AS merits
  FROM merit GROUP BY key`;

export class IncentiveRepository {
  readonly #reader: Reader;
  readonly #countyCode: string;

  constructor(reader: Reader, countyCode: string) {
    this.#reader = reader;
    this.#countyCode = countyCode;
  }

  listRules(): Promise<IncentiveRule[]> {
    return this.#reader.read((manager) => manager.findBy(IncentiveRuleEntity, { countyCode: this.#countyCode }));
  }

  /** All that may earn points, for each teacher and year. */
  listMerits(keys: string[]): Promise<TeacherYear[]> {
    return this.#reader.read((manager) => manager.query(MERITS, [this.#countyCode, keys]));
  }
}
