import type { PageOrder, Reader } from '@bureau/subgraph';
import { type EntityManager, Any, type SelectQueryBuilder } from 'typeorm';
import { type TermCriteria, whereTerm } from '../award/award-terms.repository.ts';
import { type Payment, PaymentEntity } from './payment.entity.ts';

export interface PaymentCriteria extends TermCriteria {
  programmeCodes?: readonly string[] | null;
  schoolIds?: readonly string[] | null;
  townshipCodes?: readonly string[] | null;
  states?: readonly string[] | null;
  kinds?: readonly string[] | null;
  paidFrom?: string | null;
  paidTo?: string | null;
}

/** Ids grow with time. */
export const PAYMENT_ORDERS = {
  MADE_ASC: { name: 'MADE_ASC', properties: [], direction: 'ASC' },
  MADE_DESC: { name: 'MADE_DESC', properties: [], direction: 'DESC' },
  AMOUNT_DESC: { name: 'AMOUNT_DESC', properties: ['amountFen'], direction: 'DESC' },
} as const satisfies Record<string, PageOrder>;

const isAsked = ({ schoolYear, season, terms }: TermCriteria) => schoolYear != null || season != null || terms != null;

export class PaymentRepository {
  readonly #reader: Reader;

  constructor(reader: Reader) {
    this.#reader = reader;
  }

  listByIds(countyCode: string, ids: string[]): Promise<Payment[]> {
    return this.#reader.read((manager) => manager.findBy(PaymentEntity, { countyCode, id: Any(ids) }));
  }

  listOfAwards(countyCode: string, awardIds: string[]): Promise<Payment[]> {
    return this.#reader.read((manager) =>
      manager.find(PaymentEntity, { where: { countyCode, awardId: Any(awardIds) }, order: { id: 'ASC' } }),
    );
  }

  /** The payments of a list, not yet ordered. */
  matching(countyCode: string, criteria: PaymentCriteria): (manager: EntityManager) => SelectQueryBuilder<Payment> {
    const { programmeCodes, schoolIds, townshipCodes, states, kinds, paidFrom, paidTo } = criteria;
    return (manager) => {
      const query = manager
        .createQueryBuilder(PaymentEntity, 'payment')
        .where('payment.countyCode = :countyCode', { countyCode });
      if (isAsked(criteria)) {
        const theirs = 'award.countyCode = payment.countyCode AND award.id = payment.awardId';
        whereTerm(query.innerJoin('AidAward', 'award', theirs), criteria);
      }
      if (programmeCodes) query.andWhere('payment.programmeCode = ANY(:programmeCodes)', { programmeCodes });
      if (schoolIds) query.andWhere('payment.schoolId = ANY(:schoolIds)', { schoolIds });
      if (townshipCodes) query.andWhere('payment.townshipCode = ANY(:townshipCodes)', { townshipCodes });
      if (states) query.andWhere('payment.state = ANY(:states)', { states });
      if (kinds) query.andWhere('payment.kind = ANY(:kinds)', { kinds });
      if (paidFrom) query.andWhere('payment.paidOn >= :paidFrom', { paidFrom });
      if (paidTo) query.andWhere('payment.paidOn <= :paidTo', { paidTo });
      return query;
    };
  }
}
