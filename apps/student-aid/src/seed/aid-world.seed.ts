import type { Season } from '@bureau/calendar';
import fc from 'fast-check';
import type { AidAward } from '../award/aid-award.entity.ts';
import type { Payment, PaymentState } from '../payment/payment.entity.ts';
import type { AidSeed, Place } from './aid.seed.ts';

interface Attempt {
  state: PaymentState;
  /** The day of those that reached the payee. */
  day: string;
}

interface AwardWorld {
  child: number;
  programme: number;
  term: number;
  amountFen: string;
  attempts: Attempt[];
}

/** What was written, for counting by hand. */
export interface PlantedAid {
  places: [Place, Place, Place];
  awards: (AidAward & { payments: Payment[] })[];
}

const CHILDREN = 12;
export const PROGRAMMES = ['CE_LIVING_B', 'HS_FEE', 'HS_GRANT'] as const;
const TERMS: { schoolYear: number; season: Season }[] = [
  { schoolYear: 2022, season: 'SPRING' },
  { schoolYear: 2023, season: 'AUTUMN' },
  { schoolYear: 2023, season: 'SPRING' },
];

/** The first and last days of half-years, and their neighbours. */
export const DAYS = ['2023-12-31', '2024-01-01', '2024-01-02', '2024-06-29', '2024-06-30', '2024-07-01'];

const day = fc.constantFrom(...DAYS);
const gone = fc.record({ state: fc.constantFrom<PaymentState>('FAILED', 'REFUNDED', 'RECLAIMED'), day });
const live = fc.record({ state: fc.constantFrom<PaymentState>('PAID', 'PAID', 'PAID', 'SENT', 'PENDING'), day });

const award = fc.record({
  child: fc.nat({ max: CHILDREN - 1 }),
  programme: fc.nat({ max: PROGRAMMES.length - 1 }),
  term: fc.nat({ max: TERMS.length - 1 }),
  amountFen: fc.constantFrom('1', '31250', '62500', '2147483648', '9007199254740993'),
  attempts: fc
    .tuple(fc.array(gone, { maxLength: 2 }), fc.array(live, { minLength: 0, maxLength: 1, size: 'max' }))
    .map((attempts) => attempts.flat()),
});
const awards = fc.uniqueArray(award, {
  selector: ({ child, programme, term }) => `${child} ${programme} ${term}`,
  minLength: 30,
  maxLength: 60,
  size: 'max',
});

/** Awards with payments that failed, were sent again, came back; the same ones in every run. */
export function randomAid(count: number): AwardWorld[][] {
  return fc.sample(awards, { numRuns: count, seed: 20_240_630 });
}

/** Writes the awards for children of two classes of one school and one of another, in another township. */
export async function plantAid(seed: AidSeed, countyCode: string, world: AwardWorld[]): Promise<PlantedAid> {
  for (const code of PROGRAMMES) await seed.programme(countyCode, code);
  const first = seed.place(countyCode);
  const { classId } = seed.place(countyCode);
  const places: PlantedAid['places'] = [first, { ...first, classId }, seed.place(countyCode, '102')];
  const children = Array.from(
    { length: CHILDREN },
    (_, at) => seed.newAward(places[at % 3] ?? first, 'NONE').studentId,
  );

  const planted = world.map(({ child, programme, term, amountFen, attempts }) => {
    const code = PROGRAMMES[programme] ?? PROGRAMMES[0];
    const place = places[child % 3] ?? first;
    const made = seed.newAward(place, code, { ...TERMS[term], studentId: children[child] ?? '', amountFen });
    const payments = attempts.map(({ state, day: paidOn }) =>
      seed.newPayment(made, {
        state,
        kind: code === 'HS_FEE' ? 'WAIVER' : 'CASH',
        ...(['PAID', 'REFUNDED', 'RECLAIMED'].includes(state) && { paidOn }),
      }),
    );
    return { ...made, payments };
  });
  if (planted.length > 0) await seed.insertAwards(planted.map(({ payments: _, ...made }) => made));
  const payments = planted.flatMap((made) => made.payments);
  if (payments.length > 0) await seed.insertPayments(payments);
  return { places, awards: planted };
}
