import { EntitySchema } from 'typeorm';

/** A reason on the county's list (辍学原因), valid for a time. */
export interface DropoutReason {
  countyCode: string;
  /** R01 … R99. */
  code: string;
  name: string;
  validFrom: string;
  /** The first day on which it is no longer valid; null while it is. */
  validTo: string | null;
}

export const DropoutReasonEntity = new EntitySchema<DropoutReason>({
  name: 'DropoutReason',
  columns: {
    countyCode: { type: 'varchar', length: 6, primary: true, primaryKeyConstraintName: 'dropout_reason_pkey' },
    code: { type: 'varchar', length: 3, primary: true, primaryKeyConstraintName: 'dropout_reason_pkey' },
    name: { type: 'text' },
    validFrom: { type: 'date', primary: true, primaryKeyConstraintName: 'dropout_reason_pkey' },
    validTo: { type: 'date', nullable: true },
  },
  checks: [
    { name: 'dropout_reason_code_check', expression: `code ~ '^R[0-9]{2}$'` },
    { name: 'dropout_reason_dates_check', expression: `valid_to > valid_from` },
  ],
});
