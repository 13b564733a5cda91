import { EntitySchema } from 'typeorm';
import type { PartyRole } from './three-classrooms-terms.rules.ts';

/** A school in a lesson: where it sits, and whether it was there. */
export interface SessionParty {
  countyCode: string;
  id: string;
  schoolId: string;
  townshipCode: string;
  /** The lesson. */
  sessionId: string;
  leadSchoolId: string;
  /** Its part. */
  role: PartyRole;
  /** The room. */
  room: string;
  /** The class. */
  className: string;
  heldOn: string;
  startsAt: string;
  endsAt: string;
  isCancelled: boolean;
  /** Whether it was there; null before that is known. */
  wasPresent: boolean | null;
  /** How many sat in the room; null before that is known. */
  attendance: number | null;
  version: number;
}

export const SessionPartyEntity = new EntitySchema<SessionParty>({
  name: 'SessionParty',
  columns: {
    countyCode: { type: 'varchar', length: 6, primary: true, primaryKeyConstraintName: 'session_party_pkey' },
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'session_party_pkey' },
    schoolId: { type: 'uuid' },
    townshipCode: { type: 'varchar', length: 9 },
    sessionId: { type: 'uuid' },
    leadSchoolId: { type: 'uuid' },
    role: { type: 'text' },
    room: { type: 'text' },
    className: { type: 'text' },
    heldOn: { type: 'date' },
    startsAt: { type: 'time' },
    endsAt: { type: 'time' },
    isCancelled: { type: 'boolean' },
    wasPresent: { type: 'boolean', nullable: true },
    attendance: { type: 'smallint', nullable: true },
    version: { type: 'integer', default: 1 },
  },
  uniques: [{ name: 'session_party_school_key', columns: ['countyCode', 'sessionId', 'schoolId'] }],
  foreignKeys: [
    {
      name: 'session_party_session_fkey',
      target: 'LessonSession',
      columnNames: ['countyCode', 'sessionId', 'leadSchoolId'],
      referencedColumnNames: ['countyCode', 'id', 'leadSchoolId'],
    },
  ],
  exclusions: [
    {
      name: 'session_party_room_excl',
      expression: `USING gist (county_code WITH =, school_id WITH =, room WITH =, tsrange(held_on + starts_at, held_on + ends_at) WITH &&) WHERE (NOT is_cancelled)`,
    },
    {
      name: 'session_party_class_excl',
      expression: `USING gist (county_code WITH =, school_id WITH =, class_name WITH =, tsrange(held_on + starts_at, held_on + ends_at) WITH &&) WHERE (NOT is_cancelled)`,
    },
  ],
  checks: [
    { name: 'session_party_township_check', expression: `township_code ~ ('^' || county_code || '[0-9]{3}$')` },
    { name: 'session_party_role_check', expression: `role IN ('LEAD', 'RECEIVER')` },
    { name: 'session_party_attendance_check', expression: `attendance BETWEEN 0 AND 1000` },
    { name: 'session_party_words_check', expression: `room <> '' AND class_name <> ''` },
    { name: 'session_party_lead_check', expression: `(role = 'LEAD') = (school_id = lead_school_id)` },
  ],
});
