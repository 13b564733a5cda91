import { EntitySchema } from 'typeorm';
import type { RoomKind } from './connectivity-terms.rules.ts';

/** A room of a school (教室、功能室), as long as it is in use. */
export interface Classroom {
  countyCode: string;
  id: string;
  schoolId: string;
  townshipCode: string;
  /** Its name or number in the school. */
  name: string;
  /** What it is for. */
  kind: RoomKind;
  /** Whether it has networked multimedia (班班通). */
  hasMultimedia: boolean;
  /** Whether it has Wi-Fi. */
  hasWifi: boolean;
  /** The day of the equipment in use; null when unknown or there is none. */
  installedOn: string | null;
  /** The first day on which it is no longer used; null while it is. */
  closedOn: string | null;
  version: number;
}

export const ClassroomEntity = new EntitySchema<Classroom>({
  name: 'Classroom',
  columns: {
    countyCode: { type: 'varchar', length: 6, primary: true, primaryKeyConstraintName: 'classroom_pkey' },
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'classroom_pkey' },
    schoolId: { type: 'uuid' },
    townshipCode: { type: 'varchar', length: 9 },
    name: { type: 'text' },
    kind: { type: 'text' },
    hasMultimedia: { type: 'boolean' },
    hasWifi: { type: 'boolean' },
    installedOn: { type: 'date', nullable: true },
    closedOn: { type: 'date', nullable: true },
    version: { type: 'integer', default: 1 },
  },
  uniques: [{ name: 'classroom_name_key', columns: ['countyCode', 'schoolId', 'name'] }],
  checks: [
    { name: 'classroom_township_check', expression: `township_code ~ ('^' || county_code || '[0-9]{3}$')` },
    { name: 'classroom_kind_check', expression: `kind IN ('CLASSROOM', 'FUNCTION_ROOM', 'INTERACTIVE_ROOM')` },
    { name: 'classroom_name_length_check', expression: `length(name) BETWEEN 1 AND 60` },
  ],
});
