import { EntitySchema } from 'typeorm';

/** A school as this office knows it from enrollment's events (学校). */
export interface SchoolRoster {
  countyCode: string;
  id: string;
  /** 学校标识码 */
  code: string;
  name: string;
  /** 办学类型 */
  kind: string;
  townshipCode: string;
  opensOn: string;
  /** The first day on which it is closed or merged away; null while it is open. */
  closesOn: string | null;
  successorIds: string[];
  version: number;
}

export const SchoolRosterEntity = new EntitySchema<SchoolRoster>({
  name: 'SchoolRoster',
  tableName: 'school_roster',
  columns: {
    countyCode: {
      name: 'county_code',
      type: 'varchar',
      length: 6,
      primary: true,
      primaryKeyConstraintName: 'school_roster_pkey',
    },
    id: { name: 'id', type: 'uuid', primary: true, primaryKeyConstraintName: 'school_roster_pkey' },
    code: { name: 'code', type: 'varchar', length: 10 },
    name: { name: 'name', type: 'text' },
    kind: { name: 'kind', type: 'varchar', length: 3 },
    townshipCode: { name: 'township_code', type: 'varchar', length: 9 },
    opensOn: { name: 'opens_on', type: 'date' },
    closesOn: { name: 'closes_on', type: 'date', nullable: true },
    successorIds: { name: 'successor_ids', type: 'uuid', array: true },
    version: { name: 'version', type: 'integer' },
  },
});
