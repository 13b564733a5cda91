import { EntitySchema } from 'typeorm';
import type { IncentiveSource } from './teacher-terms.rules.ts';

/** What earns how many points, from a day on (激励机制). */
export interface IncentiveRule {
  countyCode: string;
  id: string;
  /** What earns them. */
  source: IncentiveSource;
  /** Points each time. */
  points: number;
  /** How often in a year at most. */
  mostTimes: number;
  /** First day. */
  validFrom: string;
  /** What sets it. */
  document: string;
}

export const IncentiveRuleEntity = new EntitySchema<IncentiveRule>({
  name: 'IncentiveRule',
  columns: {
    countyCode: { type: 'varchar', length: 6, primary: true, primaryKeyConstraintName: 'incentive_rule_pkey' },
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'incentive_rule_pkey' },
    source: { type: 'text' },
    points: { type: 'smallint' },
    mostTimes: { type: 'smallint' },
    validFrom: { type: 'date' },
    document: { type: 'text' },
  },
  uniques: [{ name: 'incentive_rule_from_key', columns: ['countyCode', 'source', 'validFrom'] }],
  checks: [
    {
      name: 'incentive_rule_source_check',
      expression: `source IN ('LITERACY_EXCELLENT', 'LITERACY_PASSED', 'MICRO_COMPETENCE', 'TRAINING_TEN_HOURS', 'COMPETITION_FIRST', 'COMPETITION_SECOND', 'COMPETITION_THIRD')`,
    },
    { name: 'incentive_rule_points_check', expression: `points BETWEEN 0 AND 1000` },
    { name: 'incentive_rule_times_check', expression: `most_times BETWEEN 1 AND 100` },
    { name: 'incentive_rule_document_check', expression: `document <> ''` },
  ],
});
