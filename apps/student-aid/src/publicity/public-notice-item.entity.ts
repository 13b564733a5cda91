import { EntitySchema } from 'typeorm';

/** One line of a notice: all that it shows of a child. */
export interface PublicNoticeItem {
  countyCode: string;
  noticeId: string;
  /** The recognition or application. */
  subjectId: string;
  schoolId: string;
  /** Masked, such as 张*. */
  shownName: string;
  /** School and class. */
  shownPlace: string;
  /** The level, or the programme. */
  shownResult: string;
}

export const PublicNoticeItemEntity = new EntitySchema<PublicNoticeItem>({
  name: 'PublicNoticeItem',
  columns: {
    countyCode: { type: 'varchar', length: 6, primary: true, primaryKeyConstraintName: 'public_notice_item_pkey' },
    noticeId: { type: 'uuid', primary: true, primaryKeyConstraintName: 'public_notice_item_pkey' },
    subjectId: { type: 'uuid', primary: true, primaryKeyConstraintName: 'public_notice_item_pkey' },
    schoolId: { type: 'uuid' },
    shownName: { type: 'text' },
    shownPlace: { type: 'text' },
    shownResult: { type: 'text' },
  },
  indices: [{ name: 'public_notice_item_subject_idx', columns: ['countyCode', 'subjectId'] }],
  foreignKeys: [
    {
      name: 'public_notice_item_notice_fkey',
      target: 'PublicNotice',
      columnNames: ['countyCode', 'noticeId'],
      referencedColumnNames: ['countyCode', 'id'],
    },
  ],
});
