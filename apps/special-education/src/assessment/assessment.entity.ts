import { EntitySchema } from 'typeorm';
import type { PlacementKind } from '../placement/placement.rules.ts';

/** What a committee found (评估报告): confidential by art. 20 of the regulation. */
export interface Assessment {
  countyCode: string;
  requestId: string;
  childId: string;
  assessedOn: string;
  /** Sealed as `assessment.findings:<request>`: the areas looked at and what was found. */
  findings: Buffer;
  /** The committee’s advice on schooling (安置建议). */
  advice: string | null;
  recommendedKind: PlacementKind;
  alternativeKinds: PlacementKind[];
  validUntil: string;
  /** The subject of who wrote it. */
  writtenBy: string;
}

export const AssessmentEntity = new EntitySchema<Assessment>({
  name: 'Assessment',
  columns: {
    countyCode: { type: 'varchar', length: 6, primary: true, primaryKeyConstraintName: 'assessment_pkey' },
    requestId: { type: 'uuid', primary: true, primaryKeyConstraintName: 'assessment_pkey' },
    childId: { type: 'uuid' },
    assessedOn: { type: 'date' },
    findings: { type: 'bytea' },
    advice: { type: 'text', nullable: true },
    recommendedKind: { type: 'text' },
    alternativeKinds: { type: 'text', array: true },
    validUntil: { type: 'date' },
    writtenBy: { type: 'text' },
  },
  foreignKeys: [
    {
      name: 'assessment_child_fkey',
      target: 'DisabledChild',
      columnNames: ['countyCode', 'childId'],
      referencedColumnNames: ['countyCode', 'id'],
    },
    {
      name: 'assessment_request_fkey',
      target: 'AssessmentRequest',
      columnNames: ['countyCode', 'requestId'],
      referencedColumnNames: ['countyCode', 'id'],
    },
  ],
  checks: [
    {
      name: 'assessment_kind_check',
      expression: `recommended_kind IN ('REGULAR_CLASS', 'SPECIAL_CLASS', 'SPECIAL_SCHOOL_COUNTY', 'SPECIAL_SCHOOL_EXTERNAL', 'HOME_TEACHING', 'DISTANCE', 'WELFARE_OR_REHAB_CLASS', 'DEFERRED', 'EXEMPT', 'VOCATIONAL', 'MOVED_OUT', 'COMPLETED')`,
    },
    { name: 'assessment_valid_check', expression: `valid_until > assessed_on` },
  ],
});
