import type { NoticeLevel, NoticeSubject } from './publicity.rules.ts';
import { EntitySchema } from 'typeorm';

/** A list on the notice board (公示), for so many working days. */
export interface PublicNotice {
  countyCode: string;
  id: string;
  subject: NoticeSubject;
  level: NoticeLevel;
  /** Null when the bureau hangs it for the whole county. */
  schoolId: string | null;
  title: string;
  body: string;
  startsOn: string;
  /** The last day on which it hangs. */
  endsOn: string;
  workingDays: number;
  postedBy: string;
  postedAt: Date;
}

export const PublicNoticeEntity = new EntitySchema<PublicNotice>({
  name: 'PublicNotice',
  columns: {
    countyCode: { type: 'varchar', length: 6, primary: true, primaryKeyConstraintName: 'public_notice_pkey' },
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'public_notice_pkey' },
    subject: { type: 'text' },
    level: { type: 'text' },
    schoolId: { type: 'uuid', nullable: true },
    title: { type: 'text' },
    body: { type: 'text' },
    startsOn: { type: 'date' },
    endsOn: { type: 'date' },
    workingDays: { type: 'smallint' },
    postedBy: { type: 'text' },
    postedAt: { type: 'timestamptz' },
  },
  indices: [{ name: 'public_notice_starts_idx', columns: ['countyCode', 'startsOn', 'id'] }],
  checks: [
    { name: 'public_notice_subject_check', expression: `subject IN ('HARDSHIP', 'APPLICATION')` },
    { name: 'public_notice_level_check', expression: `level IN ('SCHOOL', 'BUREAU')` },
    { name: 'public_notice_school_check', expression: `level = 'BUREAU' OR school_id IS NOT NULL` },
    { name: 'public_notice_days_check', expression: `ends_on >= starts_on AND working_days > 0` },
  ],
});
