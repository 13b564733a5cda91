import { dayInBeijing } from '@bureau/calendar';
import { idInCounty, newId, once, readerOf, type RequestContext } from '@bureau/subgraph';
import type { FundSource } from './fund.entity.ts';
import { FundRepository } from './fund.repository.ts';
import {
  carriedOver,
  type CarryOverRefusal,
  carryOverRefusals,
  type ReceiptRefusal,
  receiptRefusals,
} from './fund.rules.ts';
import { LedgerRepository, standingOf } from './ledger.repository.ts';

export interface ReceiptInput {
  source: FundSource;
  programme: string;
  budgetYear: number;
  documentNo: string;
  amountFen: string;
  receivedOn: string;
  idempotencyKey?: string | null;
}

export interface CarryOverInput {
  fund: string;
  version: number;
  documentNo: string;
  idempotencyKey?: string | null;
}

/** The id of the fund, where there is one, and why the act was refused, if it was. */
export interface FundOutcome<Refusal> {
  fundId: string | null;
  refusals: Refusal[];
}

/** Money that comes in: new, or carried over from the year before. */
export class FundReceiptService {
  readonly #request: RequestContext;
  readonly #now: () => Date;

  constructor(request: RequestContext, now: () => Date) {
    this.#request = request;
    this.#now = now;
  }

  /** Records money as received, and opens the fund that it belongs to when it is the first. */
  receive(input: ReceiptInput): Promise<FundOutcome<ReceiptRefusal>> {
    const { actor, session } = this.#request;
    const [countyCode, recordedBy, now] = [actor.scope.county, actor.subject, this.#now()];
    const asked = { ...input, amountFen: BigInt(input.amountFen) };
    return session.transaction((manager) =>
      once(manager, actor, { operation: 'fundReceiptRecord', key: input.idempotencyKey, input }, async () => {
        const funds = new FundRepository(readerOf(manager));
        const refusals = receiptRefusals(asked, dayInBeijing(now));
        if (!(await funds.hasProgramme(countyCode, input.programme))) refusals.push({ kind: 'FundProgrammeUnknown' });
        if (refusals.length > 0) return { fundId: null, refusals };

        const { source, programme: programmeCode, budgetYear, documentNo, amountFen, receivedOn } = input;
        const fund = await funds.getForUpdate({ countyCode, source, programmeCode, budgetYear }, newId());
        const earlier = await funds.findReceipt(countyCode, fund.id, documentNo);
        if (earlier) return { fundId: fund.id, refusals: [{ kind: 'FundReceiptAlreadyRecorded', ...earlier }] };

        const receiptId = newId();
        const receipt = { countyCode, id: receiptId, fundId: fund.id, documentNo, amountFen, receivedOn };
        await funds.insertReceipt({ ...receipt, carriedFromFundId: null, recordedBy });
        const cause = { receiptId, recordedBy, recordedAt: now };
        await new LedgerRepository(manager).move(fund, [{ kind: 'RECEIVE', amountFen: asked.amountFen }], cause);
        return { fundId: fund.id, refusals };
      }),
    );
  }

  /** Carries what is left of a fund into the same fund of the next budget year. */
  carryOver(input: CarryOverInput): Promise<FundOutcome<CarryOverRefusal>> {
    const { actor, session } = this.#request;
    const { county: countyCode } = actor.scope;
    const id = idInCounty(input.fund, countyCode, 'input.fund');
    const cause = { recordedBy: actor.subject, recordedAt: this.#now() };
    return session.transaction((manager) =>
      once(manager, actor, { operation: 'fundCarryOver', key: input.idempotencyKey, input }, async () => {
        const [funds, ledger] = [new FundRepository(readerOf(manager)), new LedgerRepository(manager)];
        const old = id ? await funds.findForUpdate(countyCode, id) : null;
        if (!old) return { fundId: null, refusals: [{ kind: 'FundNotFound' }] };
        const { balances } = standingOf(old);
        const refusals = carryOverRefusals({ version: old.version, balances }, input);
        if (refusals.length > 0) return { fundId: old.id, refusals };

        const left = carriedOver(balances);
        const amountFen = left.reduce((sum, movement) => sum + movement.amountFen, 0n);
        await ledger.move(old, left, cause);
        const { source, programmeCode } = old;
        const next = { countyCode, source, programmeCode, budgetYear: old.budgetYear + 1 };
        const fund = await funds.getForUpdate(next, newId());
        const receipt = {
          countyCode,
          id: newId(),
          fundId: fund.id,
          documentNo: input.documentNo,
          amountFen: String(amountFen),
          receivedOn: dayInBeijing(cause.recordedAt),
          carriedFromFundId: old.id,
          recordedBy: cause.recordedBy,
        };
        await funds.insertReceipt(receipt);
        await ledger.move(fund, [{ kind: 'RECEIVE', amountFen }], { ...cause, receiptId: receipt.id });
        return { fundId: fund.id, refusals };
      }),
    );
  }
}
