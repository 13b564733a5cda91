import { EntitySchema } from 'typeorm';
import { closedList } from '../closed-list.ts';

export const CHILD_WHEREABOUTS = ['WORKING', 'AT_HOME', 'MOVING_ABOUT', 'LOST_CONTACT'] as const;
export type ChildWhereabouts = (typeof CHILD_WHEREABOUTS)[number];

/** 辍学登记表: one page a child, which the school hands to the township. */
export interface DropoutRegistration {
  countyCode: string;
  dropoutCaseId: string;
  whereabouts: ChildWhereabouts;
  workPlace: string | null;
  schoolOpinion: string;
  villageOpinion: string | null;
  townshipOpinion: string | null;
  bureauOpinion: string | null;
  filledOn: string;
  version: number;
}

const primary = { primary: true, primaryKeyConstraintName: 'dropout_registration_pkey' } as const;

export const DropoutRegistrationEntity = new EntitySchema<DropoutRegistration>({
  name: 'DropoutRegistration',
  columns: {
    countyCode: { type: 'varchar', length: 6, ...primary },
    dropoutCaseId: { type: 'uuid', ...primary },
    whereabouts: { type: 'text' },
    workPlace: { type: 'text', nullable: true },
    schoolOpinion: { type: 'text' },
    villageOpinion: { type: 'text', nullable: true },
    townshipOpinion: { type: 'text', nullable: true },
    bureauOpinion: { type: 'text', nullable: true },
    filledOn: { type: 'date' },
    version: { type: 'integer', default: 1 },
  },
  foreignKeys: [
    {
      name: 'dropout_registration_case_fkey',
      target: 'DropoutCase',
      columnNames: ['countyCode', 'dropoutCaseId'],
      referencedColumnNames: ['countyCode', 'id'],
    },
  ],
  checks: [closedList('dropout_registration', 'whereabouts', CHILD_WHEREABOUTS)],
});
