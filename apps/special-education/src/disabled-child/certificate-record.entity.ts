import { EntitySchema } from 'typeorm';
import type { CertificateStatus } from './disabled-child.entity.ts';

/** A change of a child’s certificate (残疾人证变更登记), one row each: dated, never overwritten. */
export interface CertificateRecord {
  countyCode: string;
  id: string;
  childId: string;
  status: CertificateStatus;
  recordedOn: string;
  /** What it rests on. */
  document: string | null;
  /** The subject of who recorded it. */
  recordedBy: string;
}

export const CertificateRecordEntity = new EntitySchema<CertificateRecord>({
  name: 'CertificateRecord',
  columns: {
    countyCode: { type: 'varchar', length: 6, primary: true, primaryKeyConstraintName: 'certificate_record_pkey' },
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'certificate_record_pkey' },
    childId: { type: 'uuid' },
    status: { type: 'text' },
    recordedOn: { type: 'date' },
    document: { type: 'text', nullable: true },
    recordedBy: { type: 'text' },
  },
  indices: [{ name: 'certificate_record_child_idx', columns: ['countyCode', 'childId', 'recordedOn'] }],
  foreignKeys: [
    {
      name: 'certificate_record_child_fkey',
      target: 'DisabledChild',
      columnNames: ['countyCode', 'childId'],
      referencedColumnNames: ['countyCode', 'id'],
    },
  ],
  checks: [
    {
      name: 'certificate_record_status_check',
      expression: `status IN ('NONE', 'APPLYING', 'VALID', 'EXPIRED', 'REVOKED')`,
    },
  ],
});
