import { EntitySchema } from 'typeorm';

/** A teacher's entry in a track, with its work (参赛作品). */
export interface CompetitionEntry {
  countyCode: string;
  id: string;
  schoolId: string;
  townshipCode: string;
  /** The competition. */
  competitionId: string;
  /** The track. */
  trackId: string;
  /** The teacher. */
  teacherId: string;
  /** Its number in the competition, under which judges know it. */
  number: number;
  /** Title of the work. */
  title: string;
  /** The subject. */
  subject: string;
  /** Media type of the work. */
  mediaType: string;
  /** Size of the work, bytes. */
  bytes: number;
  /** Where the work is; http or https. */
  link: string;
  /** The day of entry. */
  enteredOn: string;
  /** The day on which it was withdrawn; null while it is in. */
  withdrawnOn: string | null;
  version: number;
}

export const CompetitionEntryEntity = new EntitySchema<CompetitionEntry>({
  name: 'CompetitionEntry',
  columns: {
    countyCode: { type: 'varchar', length: 6, primary: true, primaryKeyConstraintName: 'competition_entry_pkey' },
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'competition_entry_pkey' },
    schoolId: { type: 'uuid' },
    townshipCode: { type: 'varchar', length: 9 },
    competitionId: { type: 'uuid' },
    trackId: { type: 'uuid' },
    teacherId: { type: 'uuid' },
    number: { type: 'integer' },
    title: { type: 'text' },
    subject: { type: 'text' },
    mediaType: { type: 'text' },
    bytes: { type: 'integer' },
    link: { type: 'text' },
    enteredOn: { type: 'date' },
    withdrawnOn: { type: 'date', nullable: true },
    version: { type: 'integer', default: 1 },
  },
  uniques: [
    { name: 'competition_entry_number_key', columns: ['countyCode', 'competitionId', 'number'] },
    { name: 'competition_entry_teacher_key', columns: ['countyCode', 'trackId', 'teacherId'] },
  ],
  foreignKeys: [
    {
      name: 'competition_entry_track_fkey',
      target: 'CompetitionTrack',
      columnNames: ['countyCode', 'trackId'],
      referencedColumnNames: ['countyCode', 'id'],
    },
    {
      name: 'competition_entry_teacher_fkey',
      target: 'Teacher',
      columnNames: ['countyCode', 'teacherId'],
      referencedColumnNames: ['countyCode', 'id'],
    },
  ],
  checks: [
    { name: 'competition_entry_township_check', expression: `township_code ~ ('^' || county_code || '[0-9]{3}$')` },
    { name: 'competition_entry_title_check', expression: `title <> ''` },
    { name: 'competition_entry_bytes_check', expression: `bytes > 0` },
    { name: 'competition_entry_link_check', expression: `link ~ '^https?://[^[:space:]]+$'` },
  ],
});
