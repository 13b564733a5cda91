import type { MatchState } from './evidence.rules.ts';
import { EntitySchema } from 'typeorm';

/** One person of a list, and the child that the office takes it to be. */
export interface EvidenceEntry {
  countyCode: string;
  id: string;
  listId: string;
  /** As in the list, from 1. */
  lineNumber: number;
  name: string;
  /** Sealed; null when the list has none that is valid. */
  identityNumber: Buffer | null;
  /** Blind index of the number, hex, as in the roster. */
  identityIndex: string | null;
  /** From the number, or as the list has it. */
  bornOn: string | null;
  category: string;
  /** 户编号. */
  householdId: string | null;
  townshipCode: string | null;
  validFrom: string;
  /** The first day on which it no longer holds; null while it does. */
  validTo: string | null;
  matchState: MatchState;
  /** The child, once MATCHED. */
  studentId: string | null;
  /** Children it may be: same name and day of birth. */
  candidateIds: string[];
  /** Whether it is evidence: its list was applied. */
  isApplied: boolean;
  /** The list on which the person no longer stood. */
  endedByListId: string | null;
  version: number;
}

export const EvidenceEntryEntity = new EntitySchema<EvidenceEntry>({
  name: 'EvidenceEntry',
  columns: {
    countyCode: { type: 'varchar', length: 6, primary: true, primaryKeyConstraintName: 'evidence_entry_pkey' },
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'evidence_entry_pkey' },
    listId: { type: 'uuid' },
    lineNumber: { type: 'integer' },
    name: { type: 'text' },
    identityNumber: { type: 'bytea', nullable: true },
    identityIndex: { type: 'varchar', length: 64, nullable: true },
    bornOn: { type: 'date', nullable: true },
    category: { type: 'text' },
    householdId: { type: 'text', nullable: true },
    townshipCode: { type: 'varchar', length: 9, nullable: true },
    validFrom: { type: 'date' },
    validTo: { type: 'date', nullable: true },
    matchState: { type: 'text' },
    studentId: { type: 'uuid', nullable: true },
    candidateIds: { type: 'uuid', array: true, default: () => `'{}'` },
    isApplied: { type: 'boolean', default: false },
    endedByListId: { type: 'uuid', nullable: true },
    version: { type: 'integer', default: 1 },
  },
  uniques: [{ name: 'evidence_entry_line_key', columns: ['countyCode', 'listId', 'lineNumber'] }],
  indices: [
    { name: 'evidence_entry_student_idx', columns: ['countyCode', 'studentId', 'category'], where: `is_applied` },
    { name: 'evidence_entry_identity_idx', columns: ['countyCode', 'identityIndex'] },
    { name: 'evidence_entry_open_idx', columns: ['countyCode', 'matchState', 'id'] },
  ],
  foreignKeys: [
    {
      name: 'evidence_entry_list_fkey',
      target: 'EvidenceList',
      columnNames: ['countyCode', 'listId'],
      referencedColumnNames: ['countyCode', 'id'],
    },
    {
      name: 'evidence_entry_category_fkey',
      target: 'EvidenceCategory',
      columnNames: ['countyCode', 'category'],
      referencedColumnNames: ['countyCode', 'code'],
    },
  ],
  checks: [
    {
      name: 'evidence_entry_match_state_check',
      expression: `match_state IN ('UNMATCHED', 'MATCHED', 'DOUBTFUL', 'NOT_OURS', 'UNREADABLE')`,
    },
    { name: 'evidence_entry_student_check', expression: `(student_id IS NOT NULL) = (match_state = 'MATCHED')` },
    { name: 'evidence_entry_identity_check', expression: `(identity_number IS NULL) = (identity_index IS NULL)` },
    { name: 'evidence_entry_days_check', expression: `valid_to >= valid_from` },
  ],
});
