import { EntitySchema } from 'typeorm';
import type { Season } from '@bureau/calendar';

export type ConfirmationMethod = 'PHONE' | 'LETTER' | 'ROLL_SYSTEM' | 'CERTIFICATE';

/** That a child still is at its school outside the county, once a term (县外就读确认). */
export interface ExternalConfirmation {
  countyCode: string;
  id: string;
  placementId: string;
  childId: string;
  schoolYear: number;
  season: Season;
  confirmedOn: string;
  method: ConfirmationMethod;
  document: string | null;
  confirmedBy: string;
}

export const ExternalConfirmationEntity = new EntitySchema<ExternalConfirmation>({
  name: 'ExternalConfirmation',
  columns: {
    countyCode: { type: 'varchar', length: 6, primary: true, primaryKeyConstraintName: 'external_confirmation_pkey' },
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'external_confirmation_pkey' },
    placementId: { type: 'uuid' },
    childId: { type: 'uuid' },
    schoolYear: { type: 'smallint' },
    season: { type: 'text' },
    confirmedOn: { type: 'date' },
    method: { type: 'text' },
    document: { type: 'text', nullable: true },
    confirmedBy: { type: 'text' },
  },
  uniques: [{ name: 'external_confirmation_term_key', columns: ['countyCode', 'placementId', 'schoolYear', 'season'] }],
  foreignKeys: [
    {
      name: 'external_confirmation_child_fkey',
      target: 'DisabledChild',
      columnNames: ['countyCode', 'childId'],
      referencedColumnNames: ['countyCode', 'id'],
    },
    {
      name: 'external_confirmation_placement_fkey',
      target: 'Placement',
      columnNames: ['countyCode', 'placementId'],
      referencedColumnNames: ['countyCode', 'id'],
    },
  ],
  checks: [
    { name: 'external_confirmation_season_check', expression: `season IN ('AUTUMN', 'SPRING')` },
    {
      name: 'external_confirmation_method_check',
      expression: `method IN ('PHONE', 'LETTER', 'ROLL_SYSTEM', 'CERTIFICATE')`,
    },
  ],
});
