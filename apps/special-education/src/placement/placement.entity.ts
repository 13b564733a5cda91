import { EntitySchema } from 'typeorm';
import type { PlacementKind } from './placement.rules.ts';

/** Where a disabled child is taught, or why it is not, from one day to another (安置): dated, never overwritten, never overlapping. */
export interface Placement {
  countyCode: string;
  id: string;
  childId: string;
  kind: PlacementKind;
  /** The county's school that teaches the child or sends its teachers. */
  schoolId: string | null;
  externalSchoolName: string | null;
  /** Where the external school is, such as 银川市. */
  externalSchoolCity: string | null;
  startedOn: string;
  /** The first day that is no longer part of it; null while it lasts. */
  endedOn: string | null;
  /** The first day that a deferral no longer covers: from then on the child is unplaced unless somebody has decided. */
  expiresOn: string | null;
  decidedOn: string | null;
  documentNumber: string | null;
}

const TAUGHT_BY_SCHOOL = `'REGULAR_CLASS', 'SPECIAL_CLASS', 'SPECIAL_SCHOOL_COUNTY', 'HOME_TEACHING'`;
const TAUGHT_BY_NOBODY = `'DEFERRED', 'EXEMPT', 'COMPLETED'`;

export const PlacementEntity = new EntitySchema<Placement>({
  name: 'Placement',
  columns: {
    countyCode: { type: 'varchar', length: 6, primary: true, primaryKeyConstraintName: 'placement_pkey' },
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'placement_pkey' },
    childId: { type: 'uuid' },
    kind: { type: 'text' },
    schoolId: { type: 'uuid', nullable: true },
    externalSchoolName: { type: 'text', nullable: true },
    externalSchoolCity: { type: 'text', nullable: true },
    startedOn: { type: 'date' },
    endedOn: { type: 'date', nullable: true },
    expiresOn: { type: 'date', nullable: true },
    decidedOn: { type: 'date', nullable: true },
    documentNumber: { type: 'text', nullable: true },
  },
  indices: [
    { name: 'placement_child_idx', columns: ['countyCode', 'childId', 'startedOn'] },
    { name: 'placement_kind_idx', columns: ['countyCode', 'startedOn', 'id'] },
  ],
  exclusions: [
    {
      name: 'placement_one_at_a_time_excl',
      expression: `USING gist (county_code WITH =, child_id WITH =, daterange(started_on, LEAST(ended_on, expires_on)) WITH &&)`,
    },
  ],
  foreignKeys: [
    {
      name: 'placement_child_fkey',
      target: 'DisabledChild',
      columnNames: ['countyCode', 'childId'],
      referencedColumnNames: ['countyCode', 'id'],
    },
  ],
  checks: [
    {
      name: 'placement_kind_check',
      expression: `kind IN ('REGULAR_CLASS', 'SPECIAL_CLASS', 'SPECIAL_SCHOOL_COUNTY', 'SPECIAL_SCHOOL_EXTERNAL', 'HOME_TEACHING', 'DISTANCE', 'WELFARE_OR_REHAB_CLASS', 'DEFERRED', 'EXEMPT', 'VOCATIONAL', 'MOVED_OUT', 'COMPLETED')`,
    },
    { name: 'placement_dates_check', expression: `ended_on > started_on AND expires_on > started_on` },
    { name: 'placement_school_check', expression: `kind NOT IN (${TAUGHT_BY_SCHOOL}) OR school_id IS NOT NULL` },
    {
      name: 'placement_no_school_check',
      expression: `kind NOT IN (${TAUGHT_BY_NOBODY}) OR (school_id IS NULL AND external_school_name IS NULL)`,
    },
    {
      name: 'placement_external_school_check',
      expression: `(external_school_name IS NULL) = (external_school_city IS NULL) AND (external_school_name IS NULL OR school_id IS NULL) AND (kind <> 'SPECIAL_SCHOOL_EXTERNAL' OR external_school_name IS NOT NULL)`,
    },
    {
      name: 'placement_deferral_check',
      expression: `(kind = 'DEFERRED') = (expires_on IS NOT NULL) AND (kind <> 'DEFERRED' OR (document_number IS NOT NULL AND decided_on IS NOT NULL))`,
    },
  ],
});
