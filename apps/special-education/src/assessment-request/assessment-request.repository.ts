import type { PageOrder, Reader } from '@bureau/subgraph';
import { Any, type EntityManager, type SelectQueryBuilder } from 'typeorm';
import { type CommitteeMember, CommitteeMemberEntity } from '../assessment/committee-member.entity.ts';
import { type AssessmentRequest, AssessmentRequestEntity } from './assessment-request.entity.ts';
import { type AssessmentStep, AssessmentStepEntity } from './assessment-step.entity.ts';

export interface AssessmentRequestCriteria {
  today: string;
  states?: readonly string[] | null;
  reasons?: readonly string[] | null;
  isOverdue?: boolean | null;
  requestedFrom?: string | null;
  requestedUntil?: string | null;
}

export const ASSESSMENT_REQUEST_ORDERS = {
  REQUESTED_ASC: { name: 'REQUESTED_ASC', properties: ['requestedOn'], direction: 'ASC' },
  REQUESTED_DESC: { name: 'REQUESTED_DESC', properties: ['requestedOn'], direction: 'DESC' },
} as const satisfies Record<string, PageOrder>;

const GROUPINGS = { STATE: 'request.state', REASON: 'request.reason', REQUESTER: 'request.requester' } as const;
export type AssessmentRequestGrouping = keyof typeof GROUPINGS;

export interface Group {
  key: string | null;
  count: number;
}

export class AssessmentRequestRepository {
  readonly #reader: Reader;

  constructor(reader: Reader) {
    this.#reader = reader;
  }

  listByIds(countyCode: string, ids: string[]): Promise<AssessmentRequest[]> {
    return this.#reader.read((manager) => manager.findBy(AssessmentRequestEntity, { countyCode, id: Any(ids) }));
  }

  listOfChildren(countyCode: string, childIds: string[]): Promise<AssessmentRequest[]> {
    const order = { requestedOn: 'DESC', id: 'DESC' } as const;
    return this.#reader.read((manager) =>
      manager.find(AssessmentRequestEntity, { where: { countyCode, childId: Any(childIds) }, order }),
    );
  }

  listSteps(countyCode: string, requestIds: string[]): Promise<AssessmentStep[]> {
    const order = { actedAt: 'ASC', id: 'ASC' } as const;
    return this.#reader.read((manager) =>
      manager.find(AssessmentStepEntity, { where: { countyCode, requestId: Any(requestIds) }, order }),
    );
  }

  listMembers(countyCode: string, requestIds: string[]): Promise<CommitteeMember[]> {
    const order = { subject: 'ASC' } as const;
    return this.#reader.read((manager) =>
      manager.find(CommitteeMemberEntity, { where: { countyCode, requestId: Any(requestIds) }, order }),
    );
  }

  /** The requests of a list, not yet ordered. */
  matching(
    countyCode: string,
    criteria: AssessmentRequestCriteria,
  ): (manager: EntityManager) => SelectQueryBuilder<AssessmentRequest> {
    const { today, states, reasons, isOverdue, requestedFrom, requestedUntil } = criteria;
    return (manager) => {
      const query = manager
        .createQueryBuilder(AssessmentRequestEntity, 'request')
        .where('request.countyCode = :countyCode', { countyCode });
      if (states) query.andWhere('request.state = ANY(:states)', { states });
      if (reasons) query.andWhere('request.reason = ANY(:reasons)', { reasons });
      if (isOverdue != null)
        query.andWhere(`coalesce(request.dueOn < :today, false) = :isOverdue`, { today, isOverdue });
      if (requestedFrom) query.andWhere('request.requestedOn >= :requestedFrom', { requestedFrom });
      if (requestedUntil) query.andWhere('request.requestedOn <= :requestedUntil', { requestedUntil });
      return query;
    };
  }

  countGroups(
    countyCode: string,
    criteria: AssessmentRequestCriteria,
    grouping: AssessmentRequestGrouping,
  ): Promise<Group[]> {
    const column = GROUPINGS[grouping];
    return this.#reader.figure(['assessment request groups', criteria, grouping], (manager) =>
      this.matching(
        countyCode,
        criteria,
      )(manager)
        .select(column, 'key')
        .addSelect('count(*)::int', 'count')
        .groupBy(column)
        .orderBy('1')
        .getRawMany<Group>(),
    );
  }
}
