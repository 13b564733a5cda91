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
  columns: {
    countyCode: {
      type: 'varchar',
      length: 6,
      primary: true,
      primaryKeyConstraintName: 'school_roster_pkey',
    },
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'school_roster_pkey' },
    code: { type: 'varchar', length: 10 },
    name: { type: 'text' },
    kind: { type: 'varchar', length: 3 },
    townshipCode: { type: 'varchar', length: 9 },
    opensOn: { type: 'date' },
    closesOn: { type: 'date', nullable: true },
    successorIds: { type: 'uuid', array: true },
    version: { type: 'integer' },
  },
});
