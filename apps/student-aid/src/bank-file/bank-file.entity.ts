import { EntitySchema } from 'typeorm';

/** A file that went to the bank (代发文件): made once, by whom and when; its content is a document, sealed. */
export interface BankFile {
  countyCode: string;
  id: string;
  batchId: string;
  /** 1 of the batch as a whole; what follows are payments sent again. */
  number: number;
  templateCode: string;
  lineCount: number;
  amountFen: string;
  contentHash: Buffer;
  documentId: string;
  madeBy: string;
  madeAt: Date;
}

const primary = { primary: true, primaryKeyConstraintName: 'bank_file_pkey' } as const;

export const BankFileEntity = new EntitySchema<BankFile>({
  name: 'BankFile',
  columns: {
    countyCode: { type: 'varchar', length: 6, ...primary },
    id: { type: 'uuid', ...primary },
    batchId: { type: 'uuid' },
    number: { type: 'smallint' },
    templateCode: { type: 'text' },
    lineCount: { type: 'integer' },
    amountFen: { type: 'bigint' },
    contentHash: { type: 'bytea' },
    documentId: { type: 'uuid' },
    madeBy: { type: 'text' },
    madeAt: { type: 'timestamptz' },
  },
  uniques: [{ name: 'bank_file_number_key', columns: ['countyCode', 'batchId', 'number'] }],
  foreignKeys: [
    {
      name: 'bank_file_batch_fkey',
      target: 'DisbursementBatch',
      columnNames: ['countyCode', 'batchId'],
      referencedColumnNames: ['countyCode', 'id'],
    },
    {
      name: 'bank_file_document_fkey',
      target: 'StoredDocument',
      columnNames: ['countyCode', 'documentId'],
      referencedColumnNames: ['countyCode', 'id'],
    },
  ],
  checks: [{ name: 'bank_file_lines_check', expression: `line_count > 0 AND amount_fen > 0` }],
});
