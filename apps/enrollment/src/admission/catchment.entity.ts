import { EntitySchema } from 'typeorm';

/** A township that a school takes children from (划片), first to last by rank, for a time. */
export interface Catchment {
  countyCode: string;
  stage: 'PRIMARY' | 'JUNIOR_SECONDARY';
  townshipCode: string;
  schoolId: string;
  rank: number;
  validFrom: string;
  validTo: string | null;
  document: string;
}

const primary = { primary: true, primaryKeyConstraintName: 'catchment_pkey' } as const;

export const CatchmentEntity = new EntitySchema<Catchment>({
  name: 'Catchment',
  columns: {
    countyCode: { type: 'varchar', length: 6, ...primary },
    stage: { type: 'text', ...primary },
    townshipCode: { type: 'varchar', length: 9, ...primary },
    schoolId: { type: 'uuid', ...primary },
    rank: { type: 'smallint' },
    validFrom: { type: 'date', ...primary },
    validTo: { type: 'date', nullable: true },
    document: { type: 'text' },
  },
  foreignKeys: [
    {
      name: 'catchment_school_id_fkey',
      target: 'School',
      columnNames: ['countyCode', 'schoolId'],
      referencedColumnNames: ['countyCode', 'id'],
    },
  ],
  checks: [
    { name: 'catchment_stage_check', expression: `stage IN ('PRIMARY', 'JUNIOR_SECONDARY')` },
    { name: 'catchment_rank_check', expression: `rank BETWEEN 1 AND 20` },
    { name: 'catchment_dates_check', expression: `valid_to > valid_from` },
  ],
});
