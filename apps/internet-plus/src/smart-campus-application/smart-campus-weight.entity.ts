import { EntitySchema } from 'typeorm';
import type { SmartCampusDimension } from './smart-campus-application-terms.rules.ts';

/** What a dimension counts for in a year, of 100 (权重). */
export interface SmartCampusWeight {
  countyCode: string;
  id: string;
  /** The year. */
  year: number;
  /** The dimension. */
  dimension: SmartCampusDimension;
  /** Its weight, of 100. */
  weight: number;
  /** What sets it. */
  document: string;
}

export const SmartCampusWeightEntity = new EntitySchema<SmartCampusWeight>({
  name: 'SmartCampusWeight',
  columns: {
    countyCode: { type: 'varchar', length: 6, primary: true, primaryKeyConstraintName: 'smart_campus_weight_pkey' },
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'smart_campus_weight_pkey' },
    year: { type: 'smallint' },
    dimension: { type: 'text' },
    weight: { type: 'smallint' },
    document: { type: 'text' },
  },
  uniques: [{ name: 'smart_campus_weight_dimension_key', columns: ['countyCode', 'year', 'dimension'] }],
  checks: [
    {
      name: 'smart_campus_weight_dimension_check',
      expression: `dimension IN ('INFRASTRUCTURE', 'RESOURCES', 'APPLICATION', 'DEVELOPMENT', 'SUPPORT', 'DEMONSTRATION')`,
    },
    { name: 'smart_campus_weight_weight_check', expression: `weight BETWEEN 0 AND 100` },
    { name: 'smart_campus_weight_year_check', expression: `year BETWEEN 1986 AND 2100` },
    { name: 'smart_campus_weight_document_check', expression: `document <> ''` },
  ],
});
