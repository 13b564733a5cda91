import { EntitySchema } from 'typeorm';
import type { SmartCampusDimension } from './smart-campus-application-terms.rules.ts';

/** Evidence for a dimension of an application (佐证材料). */
export interface SmartCampusEvidence {
  countyCode: string;
  id: string;
  schoolId: string;
  townshipCode: string;
  /** The application. */
  applicationId: string;
  /** The dimension. */
  dimension: SmartCampusDimension;
  /** What it shows. */
  title: string;
  /** Where it is; http or https. */
  link: string;
}

export const SmartCampusEvidenceEntity = new EntitySchema<SmartCampusEvidence>({
  name: 'SmartCampusEvidence',
  columns: {
    countyCode: { type: 'varchar', length: 6, primary: true, primaryKeyConstraintName: 'smart_campus_evidence_pkey' },
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'smart_campus_evidence_pkey' },
    schoolId: { type: 'uuid' },
    townshipCode: { type: 'varchar', length: 9 },
    applicationId: { type: 'uuid' },
    dimension: { type: 'text' },
    title: { type: 'text' },
    link: { type: 'text' },
  },
  uniques: [
    { name: 'smart_campus_evidence_title_key', columns: ['countyCode', 'applicationId', 'dimension', 'title'] },
  ],
  foreignKeys: [
    {
      name: 'smart_campus_evidence_application_fkey',
      target: 'SmartCampusApplication',
      columnNames: ['countyCode', 'applicationId'],
      referencedColumnNames: ['countyCode', 'id'],
    },
  ],
  checks: [
    { name: 'smart_campus_evidence_township_check', expression: `township_code ~ ('^' || county_code || '[0-9]{3}$')` },
    {
      name: 'smart_campus_evidence_dimension_check',
      expression: `dimension IN ('INFRASTRUCTURE', 'RESOURCES', 'APPLICATION', 'DEVELOPMENT', 'SUPPORT', 'DEMONSTRATION')`,
    },
    { name: 'smart_campus_evidence_link_check', expression: `link ~ '^https?://[^[:space:]]+$'` },
    { name: 'smart_campus_evidence_title_check', expression: `title <> ''` },
  ],
});
