import { EntitySchema } from 'typeorm';

/** Money that came in, under the number of the document that allots it (指标文号). Never changed. */
export interface FundReceipt {
  countyCode: string;
  id: string;
  fundId: string;
  documentNo: string;
  amountFen: string;
  receivedOn: string;
  /** The fund of the year before that it is carried over from; null for new money. */
  carriedFromFundId: string | null;
  /** The subject of who recorded it. */
  recordedBy: string;
}

const primary = { primary: true, primaryKeyConstraintName: 'fund_receipt_pkey' } as const;

export const FundReceiptEntity = new EntitySchema<FundReceipt>({
  name: 'FundReceipt',
  columns: {
    countyCode: { type: 'varchar', length: 6, ...primary },
    id: { type: 'uuid', ...primary },
    fundId: { type: 'uuid' },
    documentNo: { type: 'text' },
    amountFen: { type: 'bigint' },
    receivedOn: { type: 'date' },
    carriedFromFundId: { type: 'uuid', nullable: true },
    recordedBy: { type: 'text' },
  },
  uniques: [{ name: 'fund_receipt_document_key', columns: ['countyCode', 'fundId', 'documentNo'] }],
  indices: [{ name: 'fund_receipt_received_idx', columns: ['countyCode', 'receivedOn', 'id'] }],
  foreignKeys: [
    {
      name: 'fund_receipt_fund_fkey',
      target: 'Fund',
      columnNames: ['countyCode', 'fundId'],
      referencedColumnNames: ['countyCode', 'id'],
    },
    {
      name: 'fund_receipt_carried_from_fkey',
      target: 'Fund',
      columnNames: ['countyCode', 'carriedFromFundId'],
      referencedColumnNames: ['countyCode', 'id'],
    },
  ],
  checks: [{ name: 'fund_receipt_amount_check', expression: `amount_fen > 0` }],
});
