import type { Season } from '@bureau/calendar';
import type { PaymentState } from '../payment/payment.entity.ts';
import type { AidRate } from '../programme/aid-rate.entity.ts';
import { type Place, type SeededAward } from '../seed/aid.seed.ts';
import { type Bench, openBench } from '../seed/bench.seed.ts';

const COUNTY = '640121';

let bench: Bench;
let place: Place;
let award: SeededAward;
beforeAll(async () => {
  bench = await openBench();
  place = bench.seed.place(COUNTY);
  for (const code of ['CE_LIVING_B', 'CE_LIVING_D']) await bench.seed.programme(COUNTY, code);
});
beforeEach(async () => {
  award = await bench.seed.award(place, 'CE_LIVING_B');
});
afterAll(() => bench.close());

const rowsOf = (table: string) => bench.database.arrange(`SELECT * FROM ${table} ORDER BY id`);

describe('a programme has one rate for a stage and tier in a term', () => {
  const from = (validFromSchoolYear: number, validFromSeason: Season) => ({ validFromSchoolYear, validFromSeason });
  const to = (validToSchoolYear: number, validToSeason: Season) => ({ validToSchoolYear, validToSeason });
  const autumn2023 = { ...from(2023, 'AUTUMN'), ...to(2023, 'AUTUMN') };

  beforeEach(() => bench.database.arrange('DELETE FROM aid_rate'));

  it.each([
    ['the same term', autumn2023, autumn2023],
    ['a span around it', autumn2023, { ...from(2020, 'SPRING'), ...to(2025, 'AUTUMN') }],
    ['an open span before it', autumn2023, from(2022, 'SPRING')],
    ['its last term', { ...from(2019, 'AUTUMN'), ...to(2023, 'AUTUMN') }, from(2023, 'AUTUMN')],
    ['an open span beside another', from(2019, 'AUTUMN'), from(2031, 'SPRING')],
  ])('%s overlaps and is refused', async (_, first, second) => {
    await bench.seed.rate(COUNTY, 'CE_LIVING_B', first);
    const before = await rowsOf('aid_rate');
    await expect(bench.seed.rate(COUNTY, 'CE_LIVING_B', second)).rejects.toThrow('aid_rate_one_amount_excl');
    expect(await rowsOf('aid_rate')).toEqual(before);
  });

  it('another may begin in the next term, and for another stage, tier, programme or county', async () => {
    await bench.seed.programme('640122', 'CE_LIVING_B');
    await bench.seed.rate(COUNTY, 'CE_LIVING_B', autumn2023);
    await bench.seed.rate(COUNTY, 'CE_LIVING_B', from(2023, 'SPRING'));
    await bench.seed.rate(COUNTY, 'CE_LIVING_B', { ...from(2019, 'AUTUMN'), ...to(2022, 'SPRING') });
    await bench.seed.rate(COUNTY, 'CE_LIVING_B', { ...autumn2023, stage: 'JUNIOR_SECONDARY' });
    await bench.seed.rate(COUNTY, 'CE_LIVING_B', { ...autumn2023, tier: 2 });
    await bench.seed.rate(COUNTY, 'CE_LIVING_D', autumn2023);
    await bench.seed.rate('640122', 'CE_LIVING_B', autumn2023);
    expect(await rowsOf('aid_rate')).toHaveLength(7);
  });

  it.each<[string, Partial<AidRate>, string]>([
    ['ends before it begins', { ...from(2023, 'SPRING'), ...to(2023, 'AUTUMN') }, 'aid_rate_terms_check'],
    ['ends in a year without a term', { validToSchoolYear: 2024 }, 'aid_rate_last_term_check'],
    ['begins in summer', { validFromSeason: 'SUMMER' as Season }, 'aid_rate_season_check'],
    ['pays nothing', { amountFen: '0' }, 'aid_rate_amount_check'],
    ['takes', { amountFen: '-1' }, 'aid_rate_amount_check'],
    ['has tier 0', { tier: 0 }, 'aid_rate_tier_check'],
    ['belongs to no programme', { programmeCode: 'CE_NONE' }, 'aid_rate_programme_fkey'],
  ])('one that %s is refused', async (_, given, constraint) => {
    await expect(bench.seed.rate(COUNTY, 'CE_LIVING_B', given)).rejects.toThrow(constraint);
    expect(await rowsOf('aid_rate')).toEqual([]);
  });
});

describe('a child has a programme once a term', () => {
  it('a second award is refused, at another school as well', async () => {
    const before = await rowsOf('aid_award');
    const second = bench.seed.award(bench.seed.place(COUNTY, '102'), 'CE_LIVING_B', { studentId: award.studentId });
    await expect(second).rejects.toThrow('aid_award_once_a_term_key');
    expect(await rowsOf('aid_award')).toEqual(before);
  });

  it('another term, another programme and another child are other awards', async () => {
    const { studentId } = award;
    await bench.seed.award(place, 'CE_LIVING_B', { studentId, season: 'AUTUMN' });
    await bench.seed.award(place, 'CE_LIVING_B', { studentId, schoolYear: 2022 });
    await bench.seed.award(place, 'CE_LIVING_D', { studentId });
    expect(await bench.database.arrange('SELECT id FROM aid_award WHERE student_id = $1', [studentId])).toHaveLength(4);
  });

  it('eight at the same moment: one is kept', async () => {
    const studentId = bench.seed.newAward(place, 'CE_LIVING_B').studentId;
    const all = await Promise.allSettled(
      Array.from({ length: 8 }, () => bench.seed.award(place, 'CE_LIVING_B', { studentId })),
    );
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await bench.database.arrange('SELECT id FROM aid_award WHERE student_id = $1', [studentId])).toHaveLength(1);
  });

  it.each([
    ['of nothing', { amountFen: '0' }, 'aid_award_amount_check'],
    ['of less than nothing', { amountFen: '-62500' }, 'aid_award_amount_check'],
    ['of a fraction of a fen', { amountFen: '0.5' }, 'invalid input syntax for type bigint'],
    ['of more fen than there are', { amountFen: '9223372036854775808' }, 'out of range for type bigint'],
    ['of no programme', { programmeCode: 'CE_NONE' }, 'aid_award_programme_fkey'],
    ['in summer', { season: 'SUMMER' as Season }, 'aid_award_season_check'],
  ])('one %s is refused', async (_, given, message) => {
    await expect(bench.seed.award(place, 'CE_LIVING_B', given)).rejects.toThrow(message);
  });
});

describe('an award is paid once', () => {
  const LIVE: PaymentState[] = ['PENDING', 'SENT', 'PAID'];
  const GONE: PaymentState[] = ['FAILED', 'REFUNDED', 'RECLAIMED'];
  const payments = () =>
    bench.database.arrange('SELECT state FROM payment WHERE award_id = $1 ORDER BY id', [award.id]);

  it.each(LIVE.flatMap((first) => LIVE.map((second) => [first, second] as const)))(
    'while one is %s, another that is %s is refused',
    async (first, second) => {
      await bench.seed.payment(award, { state: first });
      await expect(bench.seed.payment(award, { state: second })).rejects.toThrow('payment_live_key');
      expect(await payments()).toEqual([{ state: first }]);
    },
  );

  it.each(GONE)('after one that %s, another follows', async (state) => {
    await bench.seed.payment(award, { state });
    await bench.seed.payment(award, { state });
    await bench.seed.payment(award);
    expect(await payments()).toEqual([{ state }, { state }, { state: 'PAID' }]);
  });

  it('eight at the same moment: one is kept', async () => {
    const all = await Promise.allSettled(Array.from({ length: 8 }, () => bench.seed.payment(award)));
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await payments()).toEqual([{ state: 'PAID' }]);
  });

  it('one that failed does not become paid beside another', async () => {
    const failed = await bench.seed.payment(award, { state: 'FAILED' });
    await bench.seed.payment(award);
    const revived = bench.database.arrange(
      `UPDATE payment SET state = 'PAID', failure_code = NULL, paid_on = '2024-06-01', paid_fen = amount_fen WHERE id = $1`,
      [failed.id],
    );
    await expect(revived).rejects.toThrow('payment_live_key');
  });
});

describe('what is paid is what was awarded', () => {
  const reprice = () => bench.database.arrange('UPDATE aid_award SET amount_fen = 31250 WHERE id = $1', [award.id]);

  it.each(['62499', '62501', '125000'])('a payment of %s fen for 62500 is refused', async (amountFen) => {
    await expect(bench.seed.payment(award, { amountFen })).rejects.toThrow('payment_paid_amount_fkey');
  });

  it('the award keeps its amount while it is paid', async () => {
    await bench.seed.payment(award);
    await expect(reprice()).rejects.toThrow('payment_paid_amount_fkey');
  });

  it.each(['FAILED', 'REFUNDED', 'RECLAIMED'] as const)(
    'after a payment that %s it may change, and the next one is of the new amount',
    async (state) => {
      await bench.seed.payment(award, { state });
      await reprice();
      await expect(bench.seed.payment(award)).rejects.toThrow('payment_paid_amount_fkey');
      const paid = await bench.seed.payment(award, { amountFen: '31250' });
      expect(paid.paidFen).toBe('31250');
    },
  );
});

it.each(['studentId', 'schoolId', 'classId', 'townshipCode', 'programmeCode'] as const)(
  'a payment has the %s of its award',
  async (property) => {
    const other = bench.seed.newAward(bench.seed.place(COUNTY, '102'), 'CE_LIVING_D');
    await expect(bench.seed.payment(award, { [property]: other[property] })).rejects.toThrow('payment_award_fkey');
  },
);

it.each([
  ['is paid on no day', { state: 'PAID', paidOn: null }, 'payment_paid_on_check'],
  ['came back without having been paid', { state: 'RECLAIMED', paidOn: null }, 'payment_paid_on_check'],
  ['is pending and has a day', { state: 'PENDING', paidOn: '2024-05-20' }, 'payment_paid_on_check'],
  ['failed on a day', { state: 'FAILED', paidOn: '2024-05-20' }, 'payment_paid_on_check'],
  ['failed for no reason', { state: 'FAILED', failureCode: null }, 'payment_failure_check'],
  ['is paid and failed', { state: 'PAID', failureCode: 'NAME_MISMATCH' }, 'payment_failure_check'],
  ['is paid with nothing', { state: 'PAID', paidFen: null }, 'payment_paid_check'],
  ['is sent and counted as paid', { state: 'SENT', paidFen: '62500' }, 'payment_paid_check'],
  ['is of nothing', { amountFen: '0', paidFen: '0' }, 'payment_amount_check'],
  ['takes money', { state: 'PENDING', amountFen: '-1' }, 'payment_amount_check'],
  ['has a reference with a blank', { endToEndReference: 'A 1' }, 'payment_end_to_end_reference_check'],
  [
    'has a reference of 36 characters',
    { endToEndReference: '1'.repeat(36) },
    'too long for type character varying(35)',
  ],
] as const)('a payment that %s is refused', async (_, given, constraint) => {
  await expect(bench.seed.payment(award, given)).rejects.toThrow(constraint);
  expect(await bench.database.arrange('SELECT id FROM payment WHERE award_id = $1', [award.id])).toEqual([]);
});

it('a reference names one payment in the county for life', async () => {
  const failed = await bench.seed.payment(award, { state: 'FAILED' });
  const again = bench.seed.payment(award, { endToEndReference: failed.endToEndReference });
  await expect(again).rejects.toThrow('payment_end_to_end_reference_key');
});
