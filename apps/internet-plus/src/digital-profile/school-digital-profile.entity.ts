import { EntitySchema } from 'typeorm';

/** What one school had in one school year, by its survey (学校信息化基础表): a snapshot, one a school and year. */
export interface SchoolDigitalProfile {
  countyCode: string;
  id: string;
  schoolId: string;
  /** The school's division when it was surveyed. */
  townshipCode: string;
  /** 2024 for 2024-09-01 to 2025-08-31. */
  schoolYear: number;
  /** Broadband access (校校通), Mbps; 0 when the school is not connected. */
  broadbandMbps: number;
  /** Who provides the access, such as 中国电信; null when unknown or not connected. */
  operator: string | null;
  /** Classes that are taught (教学班). */
  teachingClasses: number;
  /** Of these, those whose classroom has networked multimedia (班班通). */
  multimediaClasses: number;
  /** Classrooms with Wi-Fi, function rooms included: may be more than the teaching classes. */
  wifiClassrooms: number;
  studentTerminals: number;
  teacherTerminals: number;
  /** 在线互动教室. */
  interactiveClassrooms: number;
  surveyedOn: string;
}

export const SchoolDigitalProfileEntity = new EntitySchema<SchoolDigitalProfile>({
  name: 'SchoolDigitalProfile',
  columns: {
    countyCode: { type: 'varchar', length: 6, primary: true, primaryKeyConstraintName: 'school_digital_profile_pkey' },
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'school_digital_profile_pkey' },
    schoolId: { type: 'uuid' },
    townshipCode: { type: 'varchar', length: 9 },
    schoolYear: { type: 'smallint' },
    broadbandMbps: { type: 'integer' },
    operator: { type: 'text', nullable: true },
    teachingClasses: { type: 'smallint' },
    multimediaClasses: { type: 'smallint' },
    wifiClassrooms: { type: 'smallint' },
    studentTerminals: { type: 'integer' },
    teacherTerminals: { type: 'integer' },
    interactiveClassrooms: { type: 'smallint' },
    surveyedOn: { type: 'date' },
  },
  uniques: [{ name: 'school_digital_profile_year_key', columns: ['countyCode', 'schoolYear', 'schoolId'] }],
  indices: [
    { name: 'school_digital_profile_bandwidth_idx', columns: ['countyCode', 'schoolYear', 'broadbandMbps', 'id'] },
  ],
  checks: [
    {
      name: 'school_digital_profile_township_check',
      expression: `township_code ~ ('^' || county_code || '[0-9]{3}$')`,
    },
    { name: 'school_digital_profile_year_check', expression: `school_year BETWEEN 1986 AND 2100` },
    { name: 'school_digital_profile_broadband_check', expression: `broadband_mbps BETWEEN 0 AND 1000000` },
    { name: 'school_digital_profile_operator_check', expression: `broadband_mbps > 0 OR operator IS NULL` },
    {
      name: 'school_digital_profile_classes_check',
      expression: `teaching_classes >= 0 AND multimedia_classes BETWEEN 0 AND teaching_classes`,
    },
    {
      name: 'school_digital_profile_equipment_check',
      expression: `wifi_classrooms >= 0 AND student_terminals >= 0 AND teacher_terminals >= 0 AND interactive_classrooms >= 0`,
    },
  ],
});
