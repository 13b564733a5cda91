import type { Season } from '@bureau/calendar';
import { EntitySchema } from 'typeorm';

/** A family gives up a programme for a term of its own will (自愿放弃). */
export interface WaiverDeclaration {
  countyCode: string;
  id: string;
  studentId: string;
  programmeCode: string;
  schoolYear: number;
  season: Season;
  declaredOn: string;
  /** The signed declaration. */
  document: string;
}

export const WaiverDeclarationEntity = new EntitySchema<WaiverDeclaration>({
  name: 'WaiverDeclaration',
  columns: {
    countyCode: { type: 'varchar', length: 6, primary: true, primaryKeyConstraintName: 'waiver_declaration_pkey' },
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'waiver_declaration_pkey' },
    studentId: { type: 'uuid' },
    programmeCode: { type: 'text' },
    schoolYear: { type: 'smallint' },
    season: { type: 'text' },
    declaredOn: { type: 'date' },
    document: { type: 'text' },
  },
  uniques: [
    {
      name: 'waiver_declaration_once_key',
      columns: ['countyCode', 'studentId', 'programmeCode', 'schoolYear', 'season'],
    },
  ],
  foreignKeys: [
    {
      name: 'waiver_declaration_programme_fkey',
      target: 'AidProgramme',
      columnNames: ['countyCode', 'programmeCode'],
      referencedColumnNames: ['countyCode', 'code'],
    },
  ],
  checks: [{ name: 'waiver_declaration_season_check', expression: `season IN ('AUTUMN', 'SPRING')` }],
});
