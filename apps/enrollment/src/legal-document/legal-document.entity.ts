import { EntitySchema } from 'typeorm';
import { closedList } from '../closed-list.ts';
import {
  DOCUMENT_KINDS,
  type DocumentKind,
  type Issuer,
  ISSUERS,
  SERVICE_WAYS,
  type ServiceWay,
} from './legal-document.rules.ts';

/** A legal paper of a case (法律文书): numbered by issuer and year, served on the guardian. */
export interface LegalDocument {
  countyCode: string;
  id: string;
  dropoutCaseId: string;
  kind: DocumentKind;
  issuer: Issuer;
  /** The township's code, or the county's. */
  issuerCode: string;
  year: number;
  serial: number;
  legalBasis: string;
  issuedOn: string;
  /** Days that the guardian has from the service; null takes the county's. */
  limitDays: number | null;
  dueOn: string | null;
  /** 罚款, in fen. */
  amountFen: string | null;
  servedOn: string | null;
  servedHow: ServiceWay | null;
  servedTo: string | null;
  recordedBy: string;
  version: number;
}

export const LegalDocumentEntity = new EntitySchema<LegalDocument>({
  name: 'LegalDocument',
  columns: {
    countyCode: { type: 'varchar', length: 6, primary: true, primaryKeyConstraintName: 'legal_document_pkey' },
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'legal_document_pkey' },
    dropoutCaseId: { type: 'uuid' },
    kind: { type: 'text' },
    issuer: { type: 'text' },
    issuerCode: { type: 'varchar', length: 9 },
    year: { type: 'smallint' },
    serial: { type: 'integer' },
    legalBasis: { type: 'text' },
    issuedOn: { type: 'date' },
    limitDays: { type: 'smallint', nullable: true },
    dueOn: { type: 'date', nullable: true },
    amountFen: { type: 'bigint', nullable: true },
    servedOn: { type: 'date', nullable: true },
    servedHow: { type: 'text', nullable: true },
    servedTo: { type: 'text', nullable: true },
    recordedBy: { type: 'text' },
    version: { type: 'integer', default: 1 },
  },
  uniques: [{ name: 'legal_document_number_key', columns: ['countyCode', 'issuer', 'issuerCode', 'year', 'serial'] }],
  indices: [{ name: 'legal_document_case_idx', columns: ['countyCode', 'dropoutCaseId', 'id'] }],
  foreignKeys: [
    {
      name: 'legal_document_case_fkey',
      target: 'DropoutCase',
      columnNames: ['countyCode', 'dropoutCaseId'],
      referencedColumnNames: ['countyCode', 'id'],
    },
  ],
  checks: [
    closedList('legal_document', 'kind', DOCUMENT_KINDS),
    closedList('legal_document', 'issuer', ISSUERS),
    closedList('legal_document', 'served_how', SERVICE_WAYS),
    {
      name: 'legal_document_served_check',
      expression: `(served_on IS NULL) = (served_how IS NULL) AND served_on >= issued_on`,
    },
    { name: 'legal_document_serial_check', expression: 'serial >= 1' },
    { name: 'legal_document_amount_check', expression: 'amount_fen > 0' },
  ],
});
