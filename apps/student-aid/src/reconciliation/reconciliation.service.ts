import { manyByKey, oneByKey, readerOf, type RequestContext } from '@bureau/subgraph';
import { type ActInput, change, DisbursementActService, refuse } from '../disbursement/disbursement-act.service.ts';
import type { DisbursementBatch } from '../disbursement/disbursement-batch.entity.ts';
import type { BatchOutcome } from '../disbursement/disbursement-list.service.ts';
import { ReconciliationRepository, type Witness } from './reconciliation.repository.ts';
import { agrees, type Sides } from './reconciliation.rules.ts';

export interface Reconciliation extends Sides {
  agrees: boolean;
  witnesses: Witness[];
}

const NOTHING: Sides = { entitlementFen: '0', batchFen: '0', bankFen: '0', ledgerFen: '0' };

/** Entitlement = batch = bank = ledger (docs/rules/student-aid.md#reconciliation). */
export class ReconciliationService {
  readonly #county: string;
  readonly #repository: ReconciliationRepository;
  readonly #acts: DisbursementActService;
  readonly #sides;
  readonly #witnesses;

  constructor(request: RequestContext, now: () => Date) {
    const { county } = request.actor.scope;
    const repository = new ReconciliationRepository(request.session);
    this.#county = county;
    this.#repository = repository;
    this.#acts = new DisbursementActService(request, now);
    this.#sides = oneByKey(
      (ids) => repository.listSides(county, ids),
      ({ batchId }) => batchId,
    );
    this.#witnesses = manyByKey(
      (ids) => repository.listWitnesses(county, ids),
      ({ batchId }) => batchId,
    );
  }

  async of({ id }: DisbursementBatch): Promise<Reconciliation> {
    const [sides, witnesses] = await Promise.all([this.#sides.load(id), this.#witnesses.load(id)]);
    const known = sides ?? NOTHING;
    return { ...known, witnesses, agrees: agrees(known, witnesses.length) };
  }

  /** The batches whose sides differ. */
  async listDisagreeing(): Promise<string[]> {
    const sides = await this.#repository.listSides(this.#county, null);
    const witnesses = await this.#repository.listWitnesses(this.#county, null);
    const differing = sides.filter((one) => !agrees(one, 0)).map(({ batchId }) => batchId);
    return [...new Set([...differing, ...witnesses.map(({ batchId }) => batchId)])].toSorted();
  }

  /** Closes a batch of which everything is settled and everybody says the same. */
  reconcile(input: ActInput): Promise<BatchOutcome> {
    return this.#acts.do(['reconcile', 'disbursementBatchReconcile'], input, async ({ manager, batch }) => {
      const repository = new ReconciliationRepository(readerOf(manager));
      const [sides] = await repository.listSides(batch.countyCode, [batch.id]);
      const witnesses = await repository.listWitnesses(batch.countyCode, [batch.id]);
      if (agrees(sides ?? NOTHING, witnesses.length)) return change();
      return refuse({ kind: 'DisbursementNotReconciled', witnesses: witnesses.length });
    });
  }
}
