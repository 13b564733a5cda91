import { EntitySchema } from 'typeorm';
import type { PlacementKind } from '../placement/placement.rules.ts';

/** The bureau’s decision where a child is taught (安置决定). */
export interface PlacementDecision {
  countyCode: string;
  requestId: string;
  childId: string;
  kind: PlacementKind;
  schoolId: string | null;
  externalSchoolName: string | null;
  externalSchoolCity: string | null;
  startsOn: string;
  expiresOn: string | null;
  decidedOn: string;
  documentNumber: string;
  guardianOpinion: string | null;
  /** What confirms the place outside the county (在读证明). */
  externalConfirmation: string | null;
  decidedBy: string;
}

export const PlacementDecisionEntity = new EntitySchema<PlacementDecision>({
  name: 'PlacementDecision',
  columns: {
    countyCode: { type: 'varchar', length: 6, primary: true, primaryKeyConstraintName: 'placement_decision_pkey' },
    requestId: { type: 'uuid', primary: true, primaryKeyConstraintName: 'placement_decision_pkey' },
    childId: { type: 'uuid' },
    kind: { type: 'text' },
    schoolId: { type: 'uuid', nullable: true },
    externalSchoolName: { type: 'text', nullable: true },
    externalSchoolCity: { type: 'text', nullable: true },
    startsOn: { type: 'date' },
    expiresOn: { type: 'date', nullable: true },
    decidedOn: { type: 'date' },
    documentNumber: { type: 'text' },
    guardianOpinion: { type: 'text', nullable: true },
    externalConfirmation: { type: 'text', nullable: true },
    decidedBy: { type: 'text' },
  },
  foreignKeys: [
    {
      name: 'placement_decision_child_fkey',
      target: 'DisabledChild',
      columnNames: ['countyCode', 'childId'],
      referencedColumnNames: ['countyCode', 'id'],
    },
    {
      name: 'placement_decision_request_fkey',
      target: 'AssessmentRequest',
      columnNames: ['countyCode', 'requestId'],
      referencedColumnNames: ['countyCode', 'id'],
    },
  ],
  checks: [
    {
      name: 'placement_decision_kind_check',
      expression: `kind IN ('REGULAR_CLASS', 'SPECIAL_CLASS', 'SPECIAL_SCHOOL_COUNTY', 'SPECIAL_SCHOOL_EXTERNAL', 'HOME_TEACHING', 'DISTANCE', 'WELFARE_OR_REHAB_CLASS', 'DEFERRED', 'EXEMPT', 'VOCATIONAL', 'MOVED_OUT', 'COMPLETED')`,
    },
    {
      name: 'placement_decision_external_check',
      expression: `kind <> 'SPECIAL_SCHOOL_EXTERNAL' OR (external_school_name IS NOT NULL AND external_confirmation IS NOT NULL)`,
    },
    {
      name: 'placement_decision_deferral_check',
      expression: `(kind = 'DEFERRED') = (expires_on IS NOT NULL) AND expires_on > starts_on`,
    },
  ],
});
