import { EntitySchema } from 'typeorm';
import { closedList } from '../closed-list.ts';
import { INDICATOR_CODES, type IndicatorCode, type IndicatorMember } from './indicator.rules.ts';

/** A published figure (指标快照), with everything behind it: later corrections do not change it. */
export interface IndicatorSnapshot {
  countyCode: string;
  id: string;
  code: IndicatorCode;
  asOf: string;
  numerator: number;
  denominator: number;
  value: string | null;
  members: IndicatorMember[];
  frozenBy: string;
  frozenAt: Date;
}

export const IndicatorSnapshotEntity = new EntitySchema<IndicatorSnapshot>({
  name: 'IndicatorSnapshot',
  columns: {
    countyCode: { type: 'varchar', length: 6, primary: true, primaryKeyConstraintName: 'indicator_snapshot_pkey' },
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'indicator_snapshot_pkey' },
    code: { type: 'text' },
    asOf: { type: 'date' },
    numerator: { type: 'integer' },
    denominator: { type: 'integer' },
    value: { type: 'text', nullable: true },
    members: { type: 'jsonb' },
    frozenBy: { type: 'text' },
    frozenAt: { type: 'timestamptz' },
  },
  indices: [{ name: 'indicator_snapshot_as_of_idx', columns: ['countyCode', 'asOf', 'id'] }],
  checks: [closedList('indicator_snapshot', 'code', INDICATOR_CODES)],
});
