import { dayInBeijing } from '@bureau/calendar';
import {
  Connection,
  idInCounty,
  once,
  oneByKey,
  type PageArguments,
  readerOf,
  type RequestContext,
} from '@bureau/subgraph';
import type { AuditFinding } from './audit-finding.entity.ts';
import { AuditRepository, FINDING_ORDERS, type FindingCriteria, type FindingGrouping } from './audit.repository.ts';
import type { AuditService } from './audit.service.ts';
import { answerRefusals, type FindingRefusal } from './catalogue.rules.ts';

export interface AnswerInput {
  auditFinding: string;
  version: number;
  reason: string;
  idempotencyKey?: string | null;
}

export type AuditFindingConnection = Connection<AuditFinding>;

/** Findings, and what people have to say of them. */
export class AuditFindingService {
  readonly #request: RequestContext;
  readonly #now: () => Date;
  readonly #audit: AuditService;
  readonly #repository: AuditRepository;
  readonly #byId;

  constructor(request: RequestContext, now: () => Date, audit: AuditService) {
    const repository = new AuditRepository(request.session);
    this.#request = request;
    this.#now = now;
    this.#audit = audit;
    this.#repository = repository;
    this.#byId = oneByKey(
      (ids) => repository.listByIds(request.actor.scope.county, ids),
      (finding) => finding.id,
    );
  }

  find(id: string): Promise<AuditFinding | null> {
    return this.#byId.clear(id).load(id);
  }

  async findByGlobalId(globalId: string): Promise<AuditFinding | null> {
    const id = idInCounty(globalId, this.#request.actor.scope.county, 'id');
    return id ? this.#byId.load(id) : null;
  }

  list(criteria: FindingCriteria, order: keyof typeof FINDING_ORDERS, page: PageArguments): AuditFindingConnection {
    const { session, actor } = this.#request;
    const rows = this.#repository.matching(actor.scope.county, criteria);
    return new Connection({ reader: session, order: FINDING_ORDERS[order], page, rows });
  }

  countGroups(criteria: FindingCriteria, grouping: FindingGrouping): Promise<{ key: string | null; count: number }[]> {
    return this.#repository.countGroups(this.#request.actor.scope.county, criteria, grouping);
  }

  /** Audits the county; answers how many of its findings want an answer. */
  runCounty(input: { idempotencyKey?: string | null }): Promise<number> {
    const { actor, session } = this.#request;
    const { county: countyCode } = actor.scope;
    const at = this.#now();
    return session.transaction((manager) =>
      once(manager, actor, { operation: 'auditRun', key: input.idempotencyKey, input }, async () => {
        const moment = { today: dayInBeijing(at), at, approver: null, by: actor.subject };
        await this.#audit.run(manager, { countyCode, batchId: null }, moment);
        return new AuditRepository(readerOf(manager)).countOpenOfCounty(countyCode);
      }),
    );
  }

  /** Writes what somebody has to say of a finding. */
  answer(
    state: 'EXPLAINED' | 'ACCEPTED',
    input: AnswerInput,
  ): Promise<{ findingId: string | null; refusals: FindingRefusal[] }> {
    const { actor, session } = this.#request;
    const { county } = actor.scope;
    const id = idInCounty(input.auditFinding, county, 'input.auditFinding');
    const operation = state === 'EXPLAINED' ? 'auditFindingExplain' : 'auditFindingAccept';
    return session.transaction((manager) =>
      once(manager, actor, { operation, key: input.idempotencyKey, input }, async () => {
        const findings = new AuditRepository(readerOf(manager));
        const finding = id ? await findings.findForUpdate(county, id) : null;
        if (!finding) return { findingId: null, refusals: [{ kind: 'AuditFindingNotFound' }] };
        const refusals = answerRefusals(finding, input);
        if (refusals.length === 0)
          await findings.answer(finding, { state, answeredBy: actor.subject, answer: input.reason });
        return { findingId: finding.id, refusals };
      }),
    );
  }
}
