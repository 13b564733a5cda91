import type { GapKind } from './entitlement.rules.ts';
import type { Season } from '@bureau/calendar';
import { EntitySchema } from 'typeorm';

/** Where aid and entitlement differ in a term that is open, as of the last event (应助未助、错助、账户异常). */
export interface AidGap {
  countyCode: string;
  id: string;
  kind: GapKind;
  schoolYear: number;
  season: Season;
  studentId: string;
  programmeCode: string;
  /** Null of aid that is missing. */
  awardId: string | null;
  tier: number;
  /** Why, in the words of the list. */
  reasons: string[];
  /** Where the child is now. */
  schoolId: string | null;
  classId: string | null;
  townshipCode: string;
  foundOn: string;
}

export const AidGapEntity = new EntitySchema<AidGap>({
  name: 'AidGap',
  columns: {
    countyCode: { type: 'varchar', length: 6, primary: true, primaryKeyConstraintName: 'aid_gap_pkey' },
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'aid_gap_pkey' },
    kind: { type: 'text' },
    schoolYear: { type: 'smallint' },
    season: { type: 'text' },
    studentId: { type: 'uuid' },
    programmeCode: { type: 'text' },
    awardId: { type: 'uuid', nullable: true },
    tier: { type: 'smallint' },
    reasons: { type: 'text', array: true },
    schoolId: { type: 'uuid', nullable: true },
    classId: { type: 'uuid', nullable: true },
    townshipCode: { type: 'varchar', length: 9 },
    foundOn: { type: 'date' },
  },
  indices: [
    { name: 'aid_gap_kind_idx', columns: ['countyCode', 'kind', 'schoolYear', 'season', 'id'] },
    { name: 'aid_gap_found_idx', columns: ['countyCode', 'kind', 'foundOn', 'id'] },
    { name: 'aid_gap_programme_idx', columns: ['countyCode', 'kind', 'programmeCode', 'id'] },
    { name: 'aid_gap_school_idx', columns: ['countyCode', 'schoolId', 'classId'] },
    { name: 'aid_gap_student_idx', columns: ['countyCode', 'studentId'] },
  ],
  checks: [
    { name: 'aid_gap_kind_check', expression: `kind IN ('UNAIDED', 'NOT_ENTITLED', 'WRONG_ACCOUNT')` },
    { name: 'aid_gap_season_check', expression: `season IN ('AUTUMN', 'SPRING')` },
    { name: 'aid_gap_award_check', expression: `(award_id IS NULL) = (kind = 'UNAIDED')` },
    { name: 'aid_gap_reasons_check', expression: `cardinality(reasons) > 0` },
  ],
});
