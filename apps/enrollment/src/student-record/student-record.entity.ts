import { EntitySchema } from 'typeorm';

/** What the national sheet (学生基本信息表) asks of a child beyond its person and its standing; addresses and phone are sealed. */
export interface StudentRecord {
  countyCode: string;
  studentId: string;
  birthplaceDivision: string | null;
  nativeDivision: string | null;
  nationality: string;
  documentType: string;
  documentValidFrom: string | null;
  documentValidTo: string | null;
  overseasStatus: string;
  politicalStatus: string | null;
  health: string;
  hasPhoto: boolean;
  namePinyin: string | null;
  nameEnglish: string | null;
  formerName: string | null;
  hukouKind: string;
  talent: string | null;
  bloodType: string | null;
  auxiliaryNumber: string | null;
  numberInClass: number | null;
  admittedIn: string | null;
  admissionMode: string;
  source: string;
  livingAddress: Buffer | null;
  postalAddress: Buffer | null;
  familyAddress: Buffer | null;
  phone: Buffer | null;
  phoneIndex: Buffer | null;
  postalCode: string | null;
  email: string | null;
  homepage: string | null;
  isOnlyChild: boolean | null;
  hadPreSchool: boolean | null;
  isOrphan: boolean;
  isMartyrChild: boolean;
  inclusion: string;
  rollDisability: string;
  isSeatPurchased: boolean;
  wantsAid: boolean;
  commuteKm: number | null;
  commuteMode: string | null;
  needsSchoolBus: boolean;
  version: number;
}

const primary = { primary: true, primaryKeyConstraintName: 'student_record_pkey' } as const;

export const StudentRecordEntity = new EntitySchema<StudentRecord>({
  name: 'StudentRecord',
  columns: {
    countyCode: { type: 'varchar', length: 6, ...primary },
    studentId: { type: 'uuid', ...primary },
    birthplaceDivision: { type: 'varchar', length: 12, nullable: true },
    nativeDivision: { type: 'varchar', length: 12, nullable: true },
    nationality: { type: 'varchar', length: 3, default: '156' },
    documentType: { type: 'varchar', length: 1, default: '1' },
    documentValidFrom: { type: 'date', nullable: true },
    documentValidTo: { type: 'date', nullable: true },
    overseasStatus: { type: 'varchar', length: 2, default: '00' },
    politicalStatus: { type: 'varchar', length: 2, nullable: true },
    health: { type: 'varchar', length: 1, default: '1' },
    hasPhoto: { type: 'boolean', default: false },
    namePinyin: { type: 'text', nullable: true },
    nameEnglish: { type: 'text', nullable: true },
    formerName: { type: 'text', nullable: true },
    hukouKind: { type: 'varchar', length: 1, default: '3' },
    talent: { type: 'text', nullable: true },
    bloodType: { type: 'varchar', length: 1, nullable: true },
    auxiliaryNumber: { type: 'text', nullable: true },
    numberInClass: { type: 'smallint', nullable: true },
    admittedIn: { type: 'varchar', length: 7, nullable: true },
    admissionMode: { type: 'varchar', length: 2, default: '01' },
    source: { type: 'varchar', length: 1, default: '1' },
    livingAddress: { type: 'bytea', nullable: true },
    postalAddress: { type: 'bytea', nullable: true },
    familyAddress: { type: 'bytea', nullable: true },
    phone: { type: 'bytea', nullable: true },
    phoneIndex: { type: 'bytea', nullable: true },
    postalCode: { type: 'varchar', length: 6, nullable: true },
    email: { type: 'text', nullable: true },
    homepage: { type: 'text', nullable: true },
    isOnlyChild: { type: 'boolean', nullable: true },
    hadPreSchool: { type: 'boolean', nullable: true },
    isOrphan: { type: 'boolean', default: false },
    isMartyrChild: { type: 'boolean', default: false },
    inclusion: { type: 'varchar', length: 1, default: '0' },
    rollDisability: { type: 'varchar', length: 1, default: '0' },
    isSeatPurchased: { type: 'boolean', default: false },
    wantsAid: { type: 'boolean', default: false },
    commuteKm: { type: 'smallint', nullable: true },
    commuteMode: { type: 'varchar', length: 1, nullable: true },
    needsSchoolBus: { type: 'boolean', default: false },
    version: { type: 'integer', default: 1 },
  },
  foreignKeys: [
    {
      name: 'student_record_student_fkey',
      target: 'Student',
      columnNames: ['countyCode', 'studentId'],
      referencedColumnNames: ['countyCode', 'id'],
    },
  ],
  checks: [
    { name: 'student_record_admitted_in_check', expression: `admitted_in ~ '^[0-9]{4}-[0-9]{2}$'` },
    { name: 'student_record_postal_code_check', expression: `postal_code ~ '^[0-9]{6}$'` },
    { name: 'student_record_phone_check', expression: `(phone IS NULL) = (phone_index IS NULL)` },
    { name: 'student_record_commute_check', expression: `commute_km BETWEEN 0 AND 500` },
    { name: 'student_record_document_check', expression: `document_valid_to > document_valid_from` },
  ],
});
