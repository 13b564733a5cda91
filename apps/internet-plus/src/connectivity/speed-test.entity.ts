import { EntitySchema } from 'typeorm';

/** One measurement of a school's network (测速); never changed. */
export interface SpeedTest {
  countyCode: string;
  id: string;
  schoolId: string;
  townshipCode: string;
  /** The room; null where the access of the school was measured. */
  classroomId: string | null;
  /** The instant; never later than its report. */
  measuredAt: Date;
  /** Download, kbit a second. */
  downKbps: number;
  /** Upload, kbit a second. */
  upKbps: number;
  /** Round trip, milliseconds. */
  latencyMs: number;
  /** When it was reported. */
  recordedAt: Date;
}

export const SpeedTestEntity = new EntitySchema<SpeedTest>({
  name: 'SpeedTest',
  columns: {
    countyCode: { type: 'varchar', length: 6, primary: true, primaryKeyConstraintName: 'speed_test_pkey' },
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'speed_test_pkey' },
    schoolId: { type: 'uuid' },
    townshipCode: { type: 'varchar', length: 9 },
    classroomId: { type: 'uuid', nullable: true },
    measuredAt: { type: 'timestamptz' },
    downKbps: { type: 'integer' },
    upKbps: { type: 'integer' },
    latencyMs: { type: 'integer' },
    recordedAt: { type: 'timestamptz' },
  },
  indices: [
    { name: 'speed_test_school_idx', columns: ['countyCode', 'schoolId', 'measuredAt'] },
    { name: 'speed_test_measured_idx', columns: ['countyCode', 'measuredAt', 'id'] },
  ],
  foreignKeys: [
    {
      name: 'speed_test_classroom_fkey',
      target: 'Classroom',
      columnNames: ['countyCode', 'classroomId'],
      referencedColumnNames: ['countyCode', 'id'],
    },
  ],
  checks: [
    { name: 'speed_test_township_check', expression: `township_code ~ ('^' || county_code || '[0-9]{3}$')` },
    { name: 'speed_test_past_check', expression: `measured_at <= recorded_at` },
    {
      name: 'speed_test_values_check',
      expression: `down_kbps BETWEEN 0 AND 1000000000 AND up_kbps BETWEEN 0 AND 1000000000 AND latency_ms BETWEEN 0 AND 600000`,
    },
  ],
});
