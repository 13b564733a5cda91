import { EntitySchema } from 'typeorm';
import { type Place, PLACE_COLUMNS } from '../place.ts';

/** One cell, or one row, that an import did not take. */
export interface ImportFault extends Place {
  countyCode: string;
  runId: string;
  serial: number;
  /** As the spreadsheet program numbers it. */
  rowNumber: number;
  /** Empty when the fault is of the row as a whole. */
  columnTitle: string;
  /** Masked where it is personal. */
  value: string;
  code: string;
  messageZh: string;
  messageEn: string;
}

const primary = { primary: true, primaryKeyConstraintName: 'import_fault_pkey' } as const;

export const ImportFaultEntity = new EntitySchema<ImportFault>({
  name: 'ImportFault',
  columns: {
    countyCode: { type: 'varchar', length: 6, ...primary },
    runId: { type: 'uuid', ...primary },
    serial: { type: 'integer', ...primary },
    ...PLACE_COLUMNS,
    rowNumber: { type: 'integer' },
    columnTitle: { type: 'text' },
    value: { type: 'text' },
    code: { type: 'text' },
    messageZh: { type: 'text' },
    messageEn: { type: 'text' },
  },
  foreignKeys: [
    {
      name: 'import_fault_run_fkey',
      target: 'ImportRun',
      columnNames: ['countyCode', 'runId'],
      referencedColumnNames: ['countyCode', 'id'],
    },
  ],
});
