import type { Sealer } from '@bureau/access';
import { idInCounty, manyByKey, newId, once, readerOf, type RequestContext } from '@bureau/subgraph';
import { EntitlementRepository } from '../entitlement/entitlement.repository.ts';
import type { AidRefusal } from '../refusal/refusal.rules.ts';
import { RosterRepository } from '../roster/roster.repository.ts';
import { accountContext, type CardKind, type HolderRelation, type PayeeAccount } from './payee-account.entity.ts';
import { PayeeAccountRepository } from './payee-account.repository.ts';
import { accountDigits, accountRefusals } from './payee-account.rules.ts';

export interface RegisterInput {
  student: string;
  holderName: string;
  relation: HolderRelation;
  relationDocument: string | null;
  bankName: string;
  cardKind: CardKind;
  accountNumber: string;
  siblingsDocument: string | null;
  idempotencyKey?: string | null;
}

/** Accounts that children's aid is paid to. */
export class PayeeAccountService {
  readonly #request: RequestContext;
  readonly #today: string;
  readonly #sealer: Sealer;
  readonly #live;

  constructor(request: RequestContext, today: string, sealer: Sealer) {
    const repository = new PayeeAccountRepository(request.session);
    this.#request = request;
    this.#today = today;
    this.#sealer = sealer;
    this.#live = manyByKey(
      (ids) => repository.listLiveOfStudents(request.actor.scope.county, ids),
      (account) => account.studentId,
    );
  }

  /** The account in use; null when there is none that the caller may see. */
  async findLive(studentId: string): Promise<PayeeAccount | null> {
    return (await this.#live.load(studentId))[0] ?? null;
  }

  /** A child's new account; the former one is used no more. The key of the act never keeps the number. */
  register(input: RegisterInput): Promise<{ studentId: string | null; refusals: AidRefusal[] }> {
    const { actor, session } = this.#request;
    const { county } = actor.scope;
    const id = idInCounty(input.student, county, 'input.student');
    this.#live.clearAll();
    const index = this.#sealer.index(accountDigits(input.accountNumber));
    const act = { ...input, accountNumber: index.toString('hex') };
    return session.transaction((manager) =>
      once(manager, actor, { operation: 'payeeAccountRegister', key: input.idempotencyKey, input: act }, async () => {
        const [child] = id ? await new RosterRepository(readerOf(manager)).listStudentsByIds(county, [id]) : [];
        if (!child) return { studentId: null, refusals: [{ kind: 'AidSubjectNotFound' }] };
        const refusals = accountRefusals(input);
        if (refusals.length > 0) return { studentId: child.id, refusals };
        const accounts = new PayeeAccountRepository(readerOf(manager));
        const sharers = await accounts.replaceLive(this.#accountOf(child.id, input), this.#today);
        await new EntitlementRepository(manager, county).refresh([child.id, ...sharers]);
        return { studentId: child.id, refusals };
      }),
    );
  }

  #accountOf(studentId: string, input: RegisterInput): PayeeAccount {
    const id = newId();
    const digits = accountDigits(input.accountNumber);
    const { holderName, relation, relationDocument, bankName, cardKind, siblingsDocument } = input;
    return {
      countyCode: this.#request.actor.scope.county,
      id,
      studentId,
      holderName: holderName.trim(),
      relation,
      relationDocument,
      bankName,
      cardKind,
      accountNumber: this.#sealer.seal(digits, accountContext(id)),
      accountNumberIndex: this.#sealer.index(digits),
      accountLast4: digits.slice(-4),
      siblingsDocument,
      validFrom: this.#today,
      validTo: null,
      version: 1,
    };
  }
}
