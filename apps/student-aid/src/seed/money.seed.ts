import type { Claims } from '@bureau/access';
import type { Answer } from '@bureau/testing';
import type { Place, SeededAward } from './aid.seed.ts';
import type { Bench } from './bench.seed.ts';

export const PROGRAMME = 'CE_LIVING_B';
export const CLERK: Claims = { sub: 'clerk', roles: ['student-aid-office'] };
export const LEADER: Claims = { sub: 'leader', roles: ['deputy-director'] };

export interface Batch {
  id: string;
  number: string;
  state: string;
  version: number;
}
export interface Done {
  batch: Batch;
  errors: Record<string, unknown>[];
}

const ACT = (mutation: string) => `mutation ($input: ${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input!) {
  ${mutation}(input: $input) {
    disbursementBatch { id number state version }
    userErrors {
      ... on UserError { code }
      ... on DeclaredTotalsDiffer { count amountFen }
      ... on DisbursementBatchStateUnfit { state }
      ... on DisbursementOutdated { payments }
      ... on DisbursementBlocked { findings }
      ... on FundsInsufficient { shortfallFen }
      ... on SchoolTotalsDiffer { count amountFen }
    }
  }
}`;

/** A county with money, children with accounts and awards, and people who bring batches on their way. */
export class MoneySeed {
  readonly #bench: Bench;
  readonly county: string;

  constructor(bench: Bench, county = '640121') {
    this.#bench = bench;
    this.county = county;
  }

  /** Leaves an empty office. */
  async wipe(): Promise<void> {
    await this.#bench.database.arrange(
      'TRUNCATE aid_programme, stored_document, access_log, aid_term, student_roster, payee_account, award_elsewhere, idempotency_record CASCADE',
    );
  }

  /** The programme, its rate, the term, and so much money of the state for it; answers the fund. */
  async open(amountFen = '100000000', programme = PROGRAMME): Promise<string> {
    const { seed } = this.#bench;
    await seed.programme(this.county, programme);
    await seed.rate(this.county, programme);
    return this.receive(amountFen, { programme });
  }

  async receive(amountFen: string, given: object = {}): Promise<string> {
    const input = {
      source: 'CENTRAL',
      programme: PROGRAMME,
      budgetYear: 2024,
      documentNo: crypto.randomUUID(),
      amountFen,
      receivedOn: '2024-03-01',
      ...given,
    };
    const { data, errors } = await this.as(CLERK)(
      'mutation ($input: FundReceiptRecordInput!) { fundReceiptRecord(input: $input) { fund { id } } }',
      { input },
    );
    if (errors) throw new Error(errors[0]?.message);
    return (data as { fundReceiptRecord: { fund: { id: string } } }).fundReceiptRecord.fund.id;
  }

  /** Children of a class with an account of their own and an award for spring 2024. */
  async awards(place: Place, count: number, programme = PROGRAMME): Promise<SeededAward[]> {
    const made: SeededAward[] = [];
    for (let at = 0; at < count; at += 1) made.push(await this.award(place, programme));
    return made;
  }

  async award(place: Place, programme = PROGRAMME): Promise<SeededAward> {
    const { seed, database } = this.#bench;
    const studentId = await seed.student(place, '李小明');
    await database.arrange(`UPDATE student_roster SET identity_index = $2, boarding = '2' WHERE id = $1`, [
      studentId,
      studentId.replaceAll('-', '').repeat(2),
    ]);
    await seed.account(place, studentId);
    return seed.award(place, programme, { studentId });
  }

  as(claims: Claims): (query: string, variables?: Record<string, unknown>) => Promise<Answer> {
    return this.#bench.desk.as({ county: this.county, ...claims });
  }

  async act(claims: Claims, mutation: string, input: object): Promise<Done> {
    const { data, errors } = await this.as(claims)(ACT(mutation), { input });
    if (errors) throw new Error(JSON.stringify(errors[0]));
    const answer = data?.[mutation] as { disbursementBatch: Batch; userErrors: Record<string, unknown>[] };
    return { batch: answer.disbursementBatch, errors: answer.userErrors };
  }

  create(fund: string, declaredCount: number, given: object = {}): Promise<Done> {
    const declaredAmountFen = String(62_500 * declaredCount);
    const input = { programme: PROGRAMME, term: '2023-2024-2', declaredCount, declaredAmountFen };
    return this.act(CLERK, 'disbursementBatchCreate', { ...input, funding: [{ fund, share: 1 }], ...given });
  }

  /** Brings a draft as far as the act, everybody doing his part; the schools are those of the places. */
  async bring(batch: Batch, upTo: string, places: readonly [Place, number][]): Promise<Batch> {
    const steps: [string, () => Promise<Done>][] = [
      ['lock', () => this.act(CLERK, 'disbursementBatchLock', this.#at(now))],
      ...places.map(([place, count], at): [string, () => Promise<Done>] => [
        at === places.length - 1 ? 'confirm' : 'confirm one',
        () => this.confirm(place, now, count),
      ]),
      ['audit', () => this.act(CLERK, 'disbursementBatchAudit', this.#at(now))],
      ['approve', () => this.act(LEADER, 'disbursementBatchApprove', this.#at(now))],
      ['submit', () => this.act(CLERK, 'disbursementBatchSubmit', { ...this.#at(now), treasuryDocument: '拨1号' })],
    ];
    let now = batch;
    for (const [name, step] of steps) {
      const { batch: after, errors } = await step();
      if (errors.length > 0) throw new Error(`${name}: ${JSON.stringify(errors)}`);
      now = after;
      if (name === upTo) return now;
    }
    throw new Error(`no act ${upTo}`);
  }

  confirm(place: Place, { id: batch }: Batch, paymentCount: number): Promise<Done> {
    const school = `${this.county}.${place.schoolId}`;
    const claims = { sub: `principal of ${place.schoolId}`, roles: ['principal'], school };
    const amountFen = String(62_500 * paymentCount);
    return this.act(claims, 'disbursementBatchConfirm', { batch, paymentCount, amountFen });
  }

  #at({ id: batch, version }: Batch) {
    return { batch, version };
  }
}
