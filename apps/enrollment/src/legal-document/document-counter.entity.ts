import { EntitySchema } from 'typeorm';

/** The last number that an issuer gave in a year: counted in the transaction of the paper, so that none is missing or twice. */
export interface DocumentCounter {
  countyCode: string;
  issuer: string;
  issuerCode: string;
  year: number;
  last: number;
}

const primary = { primary: true, primaryKeyConstraintName: 'document_counter_pkey' } as const;

export const DocumentCounterEntity = new EntitySchema<DocumentCounter>({
  name: 'DocumentCounter',
  columns: {
    countyCode: { type: 'varchar', length: 6, ...primary },
    issuer: { type: 'text', ...primary },
    issuerCode: { type: 'varchar', length: 9, ...primary },
    year: { type: 'smallint', ...primary },
    last: { type: 'integer' },
  },
});
