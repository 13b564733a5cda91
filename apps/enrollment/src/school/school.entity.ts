import { EntitySchema } from 'typeorm';

/** A school or teaching point (学校、教学点). */
export interface School {
  countyCode: string;
  id: string;
  /** 学校标识码, ten digits. */
  code: string;
  name: string;
  /** 办学类型 of the education statistics, three digits, such as 211 primary school. */
  kind: string;
  townshipCode: string;
  /** 城乡分类代码 of the statistics bureau, three digits. */
  urbanRural: string;
  hasBoarding: boolean;
  opensOn: string;
  /** The first day on which it is closed or merged away; null while it is open. */
  closesOn: string | null;
  version: number;
}

export const SchoolEntity = new EntitySchema<School>({
  name: 'School',
  columns: {
    countyCode: { type: 'varchar', length: 6, primary: true, primaryKeyConstraintName: 'school_pkey' },
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'school_pkey' },
    code: { type: 'varchar', length: 10 },
    name: { type: 'text' },
    kind: { type: 'varchar', length: 3 },
    townshipCode: { type: 'varchar', length: 9 },
    urbanRural: { type: 'varchar', length: 3 },
    hasBoarding: { type: 'boolean' },
    opensOn: { type: 'date' },
    closesOn: { type: 'date', nullable: true },
    version: { type: 'integer', default: 1 },
  },
  uniques: [{ name: 'school_code_key', columns: ['countyCode', 'code'] }],
  indices: [{ name: 'school_name_idx', columns: ['countyCode', 'name', 'id'] }],
  foreignKeys: [
    {
      name: 'school_township_fkey',
      target: 'Township',
      columnNames: ['countyCode', 'townshipCode'],
      referencedColumnNames: ['countyCode', 'code'],
    },
  ],
  checks: [
    { name: 'school_code_check', expression: `code ~ '^[0-9]{10}$'` },
    { name: 'school_closing_check', expression: `closes_on > opens_on` },
  ],
});
