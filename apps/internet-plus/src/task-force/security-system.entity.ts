import { EntitySchema } from 'typeorm';

/** A system of the security register (网络安全等级保护). */
export interface SecuritySystem {
  countyCode: string;
  id: string;
  /** Its name. */
  name: string;
  schoolId: string | null;
  /** Protection level, 1 to 5 (等保级别). */
  level: number;
  /** Number of the filing with the police; null before (备案号). */
  filingNumber: string | null;
  /** The day of the filing; null before. */
  filedOn: string | null;
  /** By when it is to be assessed; null when it need not be. */
  assessBy: string | null;
  /** The day on which it was shut down; null while it runs. */
  retiredOn: string | null;
  version: number;
}

export const SecuritySystemEntity = new EntitySchema<SecuritySystem>({
  name: 'SecuritySystem',
  columns: {
    countyCode: { type: 'varchar', length: 6, primary: true, primaryKeyConstraintName: 'security_system_pkey' },
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'security_system_pkey' },
    name: { type: 'text' },
    schoolId: { type: 'uuid', nullable: true },
    level: { type: 'smallint' },
    filingNumber: { type: 'text', nullable: true },
    filedOn: { type: 'date', nullable: true },
    assessBy: { type: 'date', nullable: true },
    retiredOn: { type: 'date', nullable: true },
    version: { type: 'integer', default: 1 },
  },
  uniques: [{ name: 'security_system_name_key', columns: ['countyCode', 'name'] }],
  checks: [
    { name: 'security_system_level_check', expression: `level BETWEEN 1 AND 5` },
    { name: 'security_system_name_check', expression: `name <> ''` },
    { name: 'security_system_filing_check', expression: `(filing_number IS NULL) = (filed_on IS NULL)` },
  ],
});
