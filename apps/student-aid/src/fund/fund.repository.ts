import type { PageOrder, Reader } from '@bureau/subgraph';
import { type EntityManager, Any, type SelectQueryBuilder } from 'typeorm';
import { AidProgrammeEntity } from '../programme/aid-programme.entity.ts';
import { type Fund, FundEntity, type FundSource } from './fund.entity.ts';
import { type FundReceipt, FundReceiptEntity } from './fund-receipt.entity.ts';
import { ACCOUNTS, NO_BALANCES } from './fund.rules.ts';
import { type LedgerEntry, LedgerEntryEntity } from './ledger-entry.entity.ts';

export interface FundCriteria {
  programmeCodes?: readonly string[] | null;
  sources?: readonly FundSource[] | null;
  budgetYear?: number | null;
}

export const FUND_ORDERS = {
  BUDGET_YEAR_DESC: { name: 'BUDGET_YEAR_DESC', properties: ['budgetYear', 'programmeCode'], direction: 'DESC' },
  PROGRAMME_ASC: { name: 'PROGRAMME_ASC', properties: ['programmeCode', 'budgetYear'], direction: 'ASC' },
} as const satisfies Record<string, PageOrder>;

const RECEIPT_ORDER: PageOrder = { name: 'RECEIVED_DESC', properties: ['receivedOn'], direction: 'DESC' };
const ENTRY_ORDER: PageOrder = { name: 'NUMBER_DESC', properties: ['number'], direction: 'DESC' };
export const FUND_PART_ORDERS = { receipts: RECEIPT_ORDER, entries: ENTRY_ORDER } as const;

const GROUPINGS = {
  SOURCE: 'source',
  PROGRAMME: 'programmeCode',
  BUDGET_YEAR: 'budgetYear',
} as const satisfies Record<string, keyof Fund>;
export type FundGrouping = keyof typeof GROUPINGS;

export interface FundGroup {
  key: string;
  count: number;
  balances: string[];
}

type FundKey = Pick<Fund, 'countyCode' | 'programmeCode' | 'source' | 'budgetYear'>;

export class FundRepository {
  readonly #reader: Reader;

  constructor(reader: Reader) {
    this.#reader = reader;
  }

  listByIds(countyCode: string, ids: string[]): Promise<Fund[]> {
    return this.#reader.read((manager) => manager.findBy(FundEntity, { countyCode, id: Any(ids) }));
  }

  /** The funds of a list, not yet ordered. */
  matching(countyCode: string, criteria: FundCriteria): (manager: EntityManager) => SelectQueryBuilder<Fund> {
    const { programmeCodes, sources, budgetYear } = criteria;
    return (manager) => {
      const query = manager
        .createQueryBuilder(FundEntity, 'fund')
        .where('fund.countyCode = :countyCode', { countyCode });
      if (programmeCodes) query.andWhere('fund.programmeCode = ANY(:programmeCodes)', { programmeCodes });
      if (sources) query.andWhere('fund.source = ANY(:sources)', { sources });
      if (budgetYear != null) query.andWhere('fund.budgetYear = :budgetYear', { budgetYear });
      return query;
    };
  }

  receiptsOf(countyCode: string, fundId: string): (manager: EntityManager) => SelectQueryBuilder<FundReceipt> {
    return (manager) =>
      manager
        .createQueryBuilder(FundReceiptEntity, 'receipt')
        .where('receipt.countyCode = :countyCode AND receipt.fundId = :fundId', { countyCode, fundId });
  }

  entriesOf(countyCode: string, fundId: string): (manager: EntityManager) => SelectQueryBuilder<LedgerEntry> {
    return (manager) =>
      manager
        .createQueryBuilder(LedgerEntryEntity, 'entry')
        .where('entry.countyCode = :countyCode AND entry.fundId = :fundId', { countyCode, fundId });
  }

  sumGroups(countyCode: string, criteria: FundCriteria, grouping: FundGrouping): Promise<FundGroup[]> {
    const column = `fund.${GROUPINGS[grouping]}`;
    const sums = ACCOUNTS.map((_, at) => `coalesce(sum(fund.balances[${at + 1}]), 0)::text`).join(', ');
    return this.#reader.figure(['fund groups', criteria, grouping], (manager) =>
      this.matching(
        countyCode,
        criteria,
      )(manager)
        .select(`${column}::text`, 'key')
        .addSelect('count(*)::int', 'count')
        .addSelect(`ARRAY[${sums}]`, 'balances')
        .groupBy(column)
        .orderBy(column)
        .getRawMany<FundGroup>(),
    );
  }

  hasProgramme(countyCode: string, code: string): Promise<boolean> {
    return this.#reader.read((manager) => manager.existsBy(AidProgrammeEntity, { countyCode, code }));
  }

  findReceipt(countyCode: string, fundId: string, documentNo: string): Promise<FundReceipt | null> {
    return this.#reader.read((manager) => manager.findOneBy(FundReceiptEntity, { countyCode, fundId, documentNo }));
  }

  /** The fund of a source for a programme in a year, opened when there is none, and locked. */
  async getForUpdate(key: FundKey, newFundId: string): Promise<Fund> {
    const fund: Fund = {
      ...key,
      id: newFundId,
      entryNumber: null,
      balances: NO_BALANCES.map(String),
      version: 1,
    };
    return this.#reader.read(async (manager) => {
      await manager.createQueryBuilder().insert().into(FundEntity).values(fund).orIgnore().execute();
      return manager.findOneOrFail(FundEntity, { where: key, lock: { mode: 'pessimistic_write' } });
    });
  }

  findForUpdate(countyCode: string, id: string): Promise<Fund | null> {
    return this.#reader.read((manager) =>
      manager.findOne(FundEntity, { where: { countyCode, id }, lock: { mode: 'pessimistic_write' } }),
    );
  }

  async insertReceipt(receipt: FundReceipt): Promise<void> {
    await this.#reader.read((manager) => manager.insert(FundReceiptEntity, receipt));
  }
}
