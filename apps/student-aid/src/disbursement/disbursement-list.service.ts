import { dayInBeijing, type Term } from '@bureau/calendar';
import { idInCounty, idsInCounty, newId, once, readerOf, type RequestContext } from '@bureau/subgraph';
import type { DisbursementBatch } from './disbursement-batch.entity.ts';
import { DisbursementListRepository } from './disbursement-list.repository.ts';
import { type ListScope, PayableAwardRepository } from './payable-award.repository.ts';
import { DisbursementRepository } from './disbursement.repository.ts';
import {
  actRefusals,
  type BatchRefusal,
  type CreationRefusal,
  creationRefusals,
  declarationRefusals,
} from './disbursement.rules.ts';

export interface CreationInput {
  programme: string;
  term: Term;
  schools?: readonly string[] | null;
  declaredCount: number;
  declaredAmountFen: string;
  funding: readonly { fund: string; share: number }[];
  dryRun?: boolean;
  idempotencyKey?: string | null;
}

export interface RefreshInput {
  batch: string;
  version: number;
  declaredCount: number;
  declaredAmountFen: string;
  idempotencyKey?: string | null;
}

/** The id of the batch, where there is one, and why the act was refused, if it was. */
export interface BatchOutcome<Refusal = BatchRefusal> {
  batchId: string | null;
  refusals: Refusal[];
}

/** Payments made in one statement. */
const CHUNK = 10_000;

export type Progress = (done: number, total: number) => void;

/** Makes the list of a batch from the awards that may be paid, and brings it up to date. */
export class DisbursementListService {
  readonly #request: RequestContext;
  readonly #now: () => Date;
  readonly #progress: Progress;

  constructor(request: RequestContext, now: () => Date, progress: Progress = () => undefined) {
    this.#request = request;
    this.#now = now;
    this.#progress = progress;
  }

  /** Makes a batch of everything that may be paid of a programme for a term; of some schools, or of all. */
  create(input: CreationInput): Promise<BatchOutcome<CreationRefusal>> {
    const { actor, session } = this.#request;
    const { county } = actor.scope;
    const schoolIds = input.schools ? idsInCounty(input.schools, county, 'input.schools') : null;
    const scope = { countyCode: county, programmeCode: input.programme, term: input.term, schoolIds };
    const declared = { count: input.declaredCount, amountFen: BigInt(input.declaredAmountFen) };
    const funding = input.funding.map(({ fund, share }) => ({
      fundId: idInCounty(fund, county, 'input.funding') ?? fund,
      share,
    }));
    return session.transaction((manager) =>
      once(manager, actor, { operation: 'disbursementBatchCreate', key: input.idempotencyKey, input }, async () => {
        const [lists, awards] = [new DisbursementListRepository(manager), new PayableAwardRepository(manager)];
        await awards.waitForTurn(county);
        const { payee, payBy, fundIds } = await awards.getSurroundings(scope);
        const payable = await awards.getTotal(scope);
        const facts = { payee, isTermSet: payBy !== null, payable, fundIdsOfProgramme: fundIds };
        const refusals = creationRefusals({ declared, funding }, facts);
        if (refusals.length > 0 || input.dryRun) return { batchId: null, refusals };

        const number = await lists.nextNumber(county, Number(dayInBeijing(this.#now()).slice(0, 4)));
        const batch = this.#newBatch(scope, { number, payBy: payBy ?? '', isWaived: payee !== 'CHILD' }, declared);
        await lists.insert(batch, funding);
        await this.#fill(lists, batch, await awards.listIds(scope), 0);
        return { batchId: batch.id, refusals };
      }),
    );
  }

  /** Takes from a draft what may no longer be paid, and adds what may be by now. */
  refresh(input: RefreshInput): Promise<BatchOutcome> {
    const { actor, session } = this.#request;
    const { county } = actor.scope;
    const id = idInCounty(input.batch, county, 'input.batch');
    const declared = { count: input.declaredCount, amountFen: BigInt(input.declaredAmountFen) };
    return session.transaction((manager) =>
      once(manager, actor, { operation: 'disbursementBatchRefresh', key: input.idempotencyKey, input }, async () => {
        const [lists, batches] = [
          new DisbursementListRepository(manager),
          new DisbursementRepository(readerOf(manager)),
        ];
        const awards = new PayableAwardRepository(manager);
        await awards.waitForTurn(county);
        const batch = id ? await batches.findForUpdate(county, id) : null;
        if (!batch) return { batchId: null, refusals: [{ kind: 'DisbursementBatchNotFound' }] };
        const unfit = actRefusals(batch, 'refresh', input);
        if (unfit.length > 0) return { batchId: batch.id, refusals: unfit };

        await manager.query('SAVEPOINT before_refresh');
        await lists.release(batch, 'outdated');
        const { programmeCode, schoolYear, season, schoolIds } = batch;
        const scope = { countyCode: county, programmeCode, term: { schoolYear, season }, schoolIds };
        const { last } = await lists.getContents(batch);
        await this.#fill(lists, batch, await awards.listIds(scope), last);
        const contents = await lists.getContents(batch);
        const refusals = declarationRefusals(declared, contents);
        if (refusals.length > 0) {
          await manager.query('ROLLBACK TO SAVEPOINT before_refresh');
          return { batchId: batch.id, refusals };
        }
        const [count, fen] = [declared.count, String(declared.amountFen)];
        const totals = { declaredCount: count, declaredFen: fen, paymentCount: count, paymentFen: fen };
        const { subject: doneBy, roles } = actor;
        const done = { act: 'refresh', doneBy, roles: [...roles], doneAt: this.#now(), reason: null };
        await batches.step(batch, { state: 'DRAFT', ...totals }, done);
        return { batchId: batch.id, refusals };
      }),
    );
  }

  async #fill(lists: DisbursementListRepository, batch: DisbursementBatch, awardIds: string[], after: number) {
    for (let from = 0; from < awardIds.length; from += CHUNK) {
      const chunk = awardIds.slice(from, from + CHUNK);
      await lists.insertPayments(batch, { awardIds: chunk, ids: chunk.map(() => newId()) }, after + from);
      this.#progress(from + chunk.length, awardIds.length);
    }
  }

  #newBatch(
    { countyCode, programmeCode, term, schoolIds }: ListScope,
    { number, payBy, isWaived }: { number: string; payBy: string; isWaived: boolean },
    { count, amountFen }: { count: number; amountFen: bigint },
  ): DisbursementBatch {
    return {
      countyCode,
      id: newId(),
      number,
      programmeCode,
      ...term,
      paymentKind: isWaived ? 'WAIVER' : 'CASH',
      schoolIds: schoolIds ? [...schoolIds] : null,
      state: 'DRAFT',
      declaredCount: count,
      declaredFen: String(amountFen),
      paymentCount: count,
      paymentFen: String(amountFen),
      schoolCount: 0,
      confirmedCount: 0,
      payBy,
      madeBy: this.#request.actor.subject,
      madeAt: this.#now(),
      lockedBy: null,
      auditedBy: null,
      approvedBy: null,
      treasuryDocument: null,
      version: 1,
    };
  }
}
