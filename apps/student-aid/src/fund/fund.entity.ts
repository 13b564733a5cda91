import { EntitySchema } from 'typeorm';

export const FUND_SOURCES = ['CENTRAL', 'REGION', 'CITY', 'COUNTY', 'CHARITY', 'SCHOOL'] as const;

/** Who gives the money: the state, the region, the city, the county, donors, a school of its own (资金来源). */
export type FundSource = (typeof FUND_SOURCES)[number];

/** The money of one source for one programme in one budget year (资金). */
export interface Fund {
  countyCode: string;
  id: string;
  source: FundSource;
  programmeCode: string;
  budgetYear: number;
  /** The number of the last entry of its ledger; null before the first. */
  entryNumber: number | null;
  /** Fen by account, in the order of `ACCOUNTS`; those after that entry, a foreign key sees to it. */
  balances: string[];
  version: number;
}

const primary = { primary: true, primaryKeyConstraintName: 'fund_pkey' } as const;

export const FundEntity = new EntitySchema<Fund>({
  name: 'Fund',
  columns: {
    countyCode: { type: 'varchar', length: 6, ...primary },
    id: { type: 'uuid', ...primary },
    source: { type: 'text' },
    programmeCode: { type: 'text' },
    budgetYear: { type: 'smallint' },
    entryNumber: { type: 'integer', nullable: true },
    balances: { type: 'bigint', array: true },
    version: { type: 'integer', default: 1 },
  },
  uniques: [{ name: 'fund_source_key', columns: ['countyCode', 'programmeCode', 'budgetYear', 'source'] }],
  foreignKeys: [
    {
      name: 'fund_programme_fkey',
      target: 'AidProgramme',
      columnNames: ['countyCode', 'programmeCode'],
      referencedColumnNames: ['countyCode', 'code'],
    },
    {
      name: 'fund_balances_fkey',
      target: 'LedgerEntry',
      columnNames: ['countyCode', 'id', 'entryNumber', 'balances'],
      referencedColumnNames: ['countyCode', 'fundId', 'number', 'balancesAfter'],
    },
  ],
  checks: [
    {
      name: 'fund_source_check',
      expression: `source IN ('CENTRAL', 'REGION', 'CITY', 'COUNTY', 'CHARITY', 'SCHOOL')`,
    },
    { name: 'fund_budget_year_check', expression: `budget_year BETWEEN 2000 AND 2200` },
    { name: 'fund_overdrawn_check', expression: `0 <= ALL (balances)` },
    {
      name: 'fund_balance_check',
      expression: `cardinality(balances) = 7 AND balances[1] = balances[2] + balances[3] + balances[4] + balances[5] + balances[6] + balances[7]`,
    },
    { name: 'fund_empty_check', expression: `entry_number IS NOT NULL OR balances[1] = 0` },
  ],
});
