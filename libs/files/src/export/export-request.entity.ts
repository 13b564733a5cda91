import { EntitySchema } from 'typeorm';
import { type Place, PLACE_COLUMNS } from '../place.ts';
import type { ExportState } from './export-request.rules.ts';

export const EXPORT_FORMATS = ['XLSX', 'CSV', 'CSV_GBK'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** A request to take more, or more openly, out of the office than anybody may alone (导出申请). */
export interface ExportRequest extends Place {
  countyCode: string;
  id: string;
  kind: string;
  filter: object;
  isUnmasked: boolean;
  format: ExportFormat;
  purpose: string;
  state: ExportState;
  requestedBy: string;
  requestedAt: Date;
  /** How many rows it found when it was asked for, and, once generated, how many it holds. */
  rowCount: number;
  decidedBy: string | null;
  decidedAt: Date | null;
  decisionNote: string | null;
  /** Of the approval; once generated, of the link. */
  expiresAt: Date | null;
  linkHash: Buffer | null;
  /** The file, sealed, from its making until it is fetched or expires. */
  content: Buffer | null;
  contentHash: Buffer | null;
  version: number;
}

const primary = { primary: true, primaryKeyConstraintName: 'export_request_pkey' } as const;
const nullable = { nullable: true } as const;

export const ExportRequestEntity = new EntitySchema<ExportRequest>({
  name: 'ExportRequest',
  columns: {
    countyCode: { type: 'varchar', length: 6, ...primary },
    id: { type: 'uuid', ...primary },
    kind: { type: 'text' },
    filter: { type: 'jsonb' },
    isUnmasked: { type: 'boolean' },
    format: { type: 'text' },
    purpose: { type: 'text' },
    state: { type: 'text' },
    requestedBy: { type: 'text' },
    ...PLACE_COLUMNS,
    requestedAt: { type: 'timestamptz' },
    rowCount: { type: 'integer' },
    decidedBy: { type: 'text', ...nullable },
    decidedAt: { type: 'timestamptz', ...nullable },
    decisionNote: { type: 'text', ...nullable },
    expiresAt: { type: 'timestamptz', ...nullable },
    linkHash: { type: 'bytea', ...nullable },
    content: { type: 'bytea', ...nullable, select: false },
    contentHash: { type: 'bytea', ...nullable },
    version: { type: 'integer' },
  },
  indices: [
    { name: 'export_request_link_key', columns: ['countyCode', 'linkHash'], unique: true },
    { name: 'export_request_requested_idx', columns: ['countyCode', 'requestedAt', 'id'] },
  ],
  checks: [
    {
      name: 'export_request_state_check',
      expression: `state IN ('PENDING', 'APPROVED', 'REFUSED', 'GENERATED', 'DOWNLOADED', 'EXPIRED')`,
    },
    { name: 'export_request_format_check', expression: `format IN ('XLSX', 'CSV', 'CSV_GBK')` },
    { name: 'export_request_purpose_check', expression: `length(purpose) BETWEEN 4 AND 500` },
    { name: 'export_request_four_eyes_check', expression: `decided_by <> requested_by` },
    { name: 'export_request_decision_check', expression: `(decided_by IS NULL) = (decided_at IS NULL)` },
    { name: 'export_request_pending_check', expression: `state <> 'PENDING' OR decided_by IS NULL` },
    { name: 'export_request_generated_check', expression: `(state = 'GENERATED') = (content IS NOT NULL)` },
  ],
});
