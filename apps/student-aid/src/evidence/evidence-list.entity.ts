import type { EvidenceListState, EvidenceSource } from './evidence.rules.ts';
import { EntitySchema } from 'typeorm';

/** A list that another department sent (比对名单). */
export interface EvidenceList {
  countyCode: string;
  id: string;
  source: EvidenceSource;
  /** 文号, or what the list came with. */
  documentNumber: string;
  /** The day that the list is of. */
  listedOn: string;
  /** Whether it names everybody: whoever stood on the last such list and not on this one has left the category. */
  isComplete: boolean;
  /** What the entries are, so that the same list is not taken twice. */
  contentHash: Buffer;
  state: EvidenceListState;
  takenBy: string;
  version: number;
}

export const EvidenceListEntity = new EntitySchema<EvidenceList>({
  name: 'EvidenceList',
  columns: {
    countyCode: { type: 'varchar', length: 6, primary: true, primaryKeyConstraintName: 'evidence_list_pkey' },
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'evidence_list_pkey' },
    source: { type: 'text' },
    documentNumber: { type: 'text' },
    listedOn: { type: 'date' },
    isComplete: { type: 'boolean' },
    contentHash: { type: 'bytea' },
    state: { type: 'text' },
    takenBy: { type: 'text' },
    version: { type: 'integer', default: 1 },
  },
  indices: [
    {
      name: 'evidence_list_content_key',
      columns: ['countyCode', 'contentHash'],
      unique: true,
      where: `state <> 'DISCARDED'::text`,
    },
    { name: 'evidence_list_listed_idx', columns: ['countyCode', 'listedOn', 'id'] },
  ],
  checks: [
    {
      name: 'evidence_list_source_check',
      expression: `source IN ('CIVIL_AFFAIRS', 'AGRICULTURE', 'DISABLED_FEDERATION', 'VETERANS')`,
    },
    {
      name: 'evidence_list_state_check',
      expression: `state IN ('VALIDATED', 'MATCHED', 'REVIEWED', 'APPLIED', 'DISCARDED')`,
    },
  ],
});
