import { EntitySchema } from 'typeorm';

/** L: what anybody may know; M: what names a person; H: what harms when it gets out (domain F). */
export type FieldClass = 'L' | 'M' | 'H';

/** One look at personal data (访问日志). Rows are added, never changed. */
export interface AccessLogEntry {
  countyCode: string;
  id: string;
  accessedAt: Date;
  subject: string;
  roles: string;
  reach: string;
  /** The township, school or class that the caller acted for; empty for the whole county. */
  place: string;
  /** The mutation or the path. */
  operation: string;
  entityType: string;
  /** Null when it is a list. */
  entityId: string | null;
  fieldClass: FieldClass;
  rowCount: number;
  isMasked: boolean;
  purpose: string;
  /** The request that was approved for it. */
  approvalId: string | null;
  traceId: string | null;
}

const primary = { primary: true, primaryKeyConstraintName: 'access_log_pkey' } as const;

export const AccessLogEntity = new EntitySchema<AccessLogEntry>({
  name: 'AccessLog',
  columns: {
    countyCode: { type: 'varchar', length: 6, ...primary },
    id: { type: 'uuid', ...primary },
    accessedAt: { type: 'timestamptz' },
    subject: { type: 'text' },
    roles: { type: 'text' },
    reach: { type: 'text' },
    place: { type: 'text' },
    operation: { type: 'text' },
    entityType: { type: 'text' },
    entityId: { type: 'text', nullable: true },
    fieldClass: { type: 'text' },
    rowCount: { type: 'integer' },
    isMasked: { type: 'boolean' },
    purpose: { type: 'text' },
    approvalId: { type: 'uuid', nullable: true },
    traceId: { type: 'text', nullable: true },
  },
  indices: [{ name: 'access_log_time_idx', columns: ['countyCode', 'accessedAt', 'id'] }],
  checks: [{ name: 'access_log_field_class_check', expression: `field_class IN ('L', 'M', 'H')` }],
});
