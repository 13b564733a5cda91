import { EntitySchema } from 'typeorm';

/** Who named the school a pilot: the nation, the autonomous region, the city, the county. */
export const PILOT_LEVELS = ['NATIONAL', 'REGION', 'CITY', 'COUNTY'] as const;
export type PilotLevel = (typeof PILOT_LEVELS)[number];

/** A school's time as a pilot of the smart education platform (国家智慧教育平台试点学校). */
export interface PlatformPilot {
  countyCode: string;
  id: string;
  schoolId: string;
  townshipCode: string;
  level: PilotLevel;
  /** As the notice calls it, such as 2024年第一批. */
  batch: string;
  startedOn: string;
  /** The first day after it; null while it lasts. */
  endedOn: string | null;
}

export const PlatformPilotEntity = new EntitySchema<PlatformPilot>({
  name: 'PlatformPilot',
  columns: {
    countyCode: { type: 'varchar', length: 6, primary: true, primaryKeyConstraintName: 'platform_pilot_pkey' },
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'platform_pilot_pkey' },
    schoolId: { type: 'uuid' },
    townshipCode: { type: 'varchar', length: 9 },
    level: { type: 'text' },
    batch: { type: 'text' },
    startedOn: { type: 'date' },
    endedOn: { type: 'date', nullable: true },
  },
  uniques: [{ name: 'platform_pilot_batch_key', columns: ['countyCode', 'schoolId', 'level', 'batch'] }],
  indices: [{ name: 'platform_pilot_started_idx', columns: ['countyCode', 'startedOn', 'id'] }],
  checks: [
    { name: 'platform_pilot_township_check', expression: `township_code ~ ('^' || county_code || '[0-9]{3}$')` },
    { name: 'platform_pilot_level_check', expression: `level IN ('NATIONAL', 'REGION', 'CITY', 'COUNTY')` },
    { name: 'platform_pilot_batch_check', expression: `batch <> ''` },
    { name: 'platform_pilot_dates_check', expression: `ended_on > started_on` },
  ],
});
