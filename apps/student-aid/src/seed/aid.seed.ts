import type { Sealer } from '@bureau/access';
import type { Stage } from '@bureau/codes';
import { formatGlobalId, newId } from '@bureau/subgraph';
import type { OfficeDatabase } from '@bureau/testing';
import type { AidAward } from '../award/aid-award.entity.ts';
import type { AidTerm } from '../aid-term/aid-term.entity.ts';
import { accountContext, type PayeeAccount } from '../payee-account/payee-account.entity.ts';
import type { Payment } from '../payment/payment.entity.ts';
import type { AidProgramme } from '../programme/aid-programme.entity.ts';
import type { AidRate } from '../programme/aid-rate.entity.ts';

/** A class of a school, in a township of a county. */
export interface Place {
  countyCode: string;
  townshipCode: string;
  schoolId: string;
  classId: string;
}

export interface SeededAward extends AidAward {
  /** As GraphQL knows it. */
  globalId: string;
}

type RateGiven = Partial<AidRate> & { stage?: Stage };

let serial = 0;
const next = () => (serial += 1);
const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Arranges aid for tests, in the words of the office. */
export class AidSeed {
  readonly #database: OfficeDatabase;
  readonly #sealer: Sealer;

  constructor(database: OfficeDatabase, sealer: Sealer) {
    this.#database = database;
    this.#sealer = sealer;
  }

  async #insert(table: string, rows: object[]): Promise<void> {
    const columns = Object.keys(rows[0] ?? {})
      .map(snake)
      .join(', ');
    const records = rows.map((row) =>
      Object.fromEntries(Object.entries(row).map(([name, value]) => [snake(name), value])),
    );
    await this.#database.arrange(
      `INSERT INTO ${table} (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(NULL::${table}, $1)`,
      [JSON.stringify(records)],
    );
  }

  /** Paid to the child of a primary school. */
  async programme(countyCode: string, code: string, given: Partial<AidProgramme> = {}): Promise<string> {
    const programme = { name: `${code}资助`, payee: 'CHILD', stages: ['PRIMARY'], legalBasis: '财教〔2021〕56号' };
    await this.#insert('aid_programme', [{ countyCode, code, ...programme, ...given }]);
    return code;
  }

  /** 625 yuan for a term of primary school, from spring 2024 on. */
  async rate(countyCode: string, programmeCode: string, given: RateGiven = {}): Promise<void> {
    const rate: AidRate = {
      countyCode,
      id: newId(),
      programmeCode,
      stage: 'PRIMARY',
      tier: 1,
      amountFen: '62500',
      validFromSchoolYear: 2023,
      validFromSeason: 'SPRING',
      validToSchoolYear: null,
      validToSeason: null,
      basisDocument: '财教〔2024〕1号',
    };
    await this.#insert('aid_rate', [{ ...rate, ...given }]);
  }

  /** A school with one class. */
  place(countyCode: string, township = '101'): Place {
    return { countyCode, townshipCode: `${countyCode}${township}`, schoolId: newId(), classId: newId() };
  }

  /** A child on the roll, as enrollment's events would have told of it. */
  async student(place: Place, name = `学生${next()}`): Promise<string> {
    const id = newId();
    const standing = { stage: 'PRIMARY', grade: 3, rollStatus: 'ACTIVE', attendancePlacement: 'IN_SCHOOL' };
    const person = { bornOn: '2015-03-01', sex: '1', effectiveOn: '2022-09-01', version: 1 };
    await this.#insert('student_roster', [{ ...place, id, name, ...standing, ...person }]);
    return id;
  }

  /** 625 yuan to a new child for spring 2024. */
  async award(place: Place, programmeCode: string, given: Partial<AidAward> = {}): Promise<SeededAward> {
    const award = this.newAward(place, programmeCode, given);
    await this.insertAwards([award]);
    return { ...award, globalId: formatGlobalId({ county: award.countyCode, id: award.id }) };
  }

  /** A card of the child's own, ready to be paid to. */
  async account(
    place: Place,
    studentId: string,
    given: Partial<PayeeAccount> & { number?: string } = {},
  ): Promise<string> {
    const { number = `6217${String(next()).padStart(15, '0')}`, ...rest } = given;
    const id = newId();
    const account = {
      countyCode: place.countyCode,
      id,
      studentId,
      holderName: '李小明',
      relation: 'SELF',
      bankName: '黄河农村商业银行',
      cardKind: 'SOCIAL_SECURITY_CARD',
      validFrom: '2023-09-01',
      version: 1,
      ...rest,
      accountNumber: `\\x${this.#sealer.seal(number, accountContext(id)).toString('hex')}`,
      accountNumberIndex: `\\x${this.#sealer.index(number).toString('hex')}`,
      accountLast4: number.slice(-4),
    };
    await this.#insert('payee_account', [account]);
    return id;
  }

  /** Spring 2024, frozen on 15 April. */
  async term(countyCode: string, given: Partial<AidTerm> = {}): Promise<void> {
    const term: AidTerm = {
      countyCode,
      schoolYear: 2023,
      season: 'SPRING',
      startsOn: '2024-02-26',
      endsOn: '2024-07-05',
      freezeOn: '2024-04-15',
      payBy: '2024-06-30',
      basisDocument: '永教发〔2024〕1号',
      closedOn: null,
      ...given,
    };
    await this.#insert('aid_term', [term]);
  }

  /** PAID in cash on 20 May 2024. */
  async payment(award: AidAward, given: Partial<Payment> = {}): Promise<Payment> {
    const payment = this.newPayment(award, given);
    await this.insertPayments([payment]);
    return payment;
  }

  newAward(place: Place, programmeCode: string, given: Partial<AidAward> = {}): AidAward {
    return {
      ...place,
      id: newId(),
      studentId: newId(),
      programmeCode,
      schoolYear: 2023,
      season: 'SPRING',
      stage: 'PRIMARY',
      tier: 1,
      amountFen: '62500',
      awardedOn: '2024-04-01',
      entitledFen: given.amountFen ?? '62500',
      state: 'GRANTED',
      exclusions: [],
      recognitionId: null,
      applicationId: null,
      level: null,
      categories: null,
      evidenceIds: null,
      rollStatus: null,
      covers: null,
      version: 1,
      ...given,
    };
  }

  newPayment(award: AidAward, given: Partial<Payment> = {}): Payment {
    const { countyCode, studentId, programmeCode, schoolId, classId, townshipCode } = award;
    const { state = 'PAID', amountFen = award.amountFen } = given;
    const id = newId();
    return {
      countyCode,
      id,
      awardId: award.id,
      studentId,
      programmeCode,
      schoolId,
      classId,
      townshipCode,
      amountFen,
      kind: 'CASH',
      state,
      paidOn: ['PAID', 'REFUNDED', 'RECLAIMED'].includes(state) ? '2024-05-20' : null,
      paidFen: state === 'PAID' ? amountFen : null,
      failureCode: state === 'FAILED' ? 'NAME_MISMATCH' : null,
      endToEndReference: id.replaceAll('-', ''),
      batchId: null,
      sequence: null,
      payeeAccountId: null,
      sendings: 0,
      version: 1,
      ...given,
    };
  }

  insertAwards(awards: AidAward[]): Promise<void> {
    return this.#insert('aid_award', awards);
  }

  insertPayments(payments: Payment[]): Promise<void> {
    return this.#insert('payment', payments);
  }
}
