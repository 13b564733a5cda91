import { addDays } from '@bureau/calendar';
import fc from 'fast-check';
import { PLACEMENT_KINDS, type PlacementKind } from '../placement/placement.rules.ts';
import type { LedgerSeed, Place, SeededChild } from './ledger.seed.ts';

export interface PlacementWorld {
  kind: PlacementKind;
  startedOn: string;
  endedOn: string | null;
  expiresOn: string | null;
}

/** A child with all that the figures may depend on. */
export interface ChildWorld {
  bornOn: string;
  registeredOn: string;
  category: string;
  placements: PlacementWorld[];
}

export interface PlantedChild extends ChildWorld, SeededChild {}

export interface BandWorld {
  validFrom: string;
  youngest: number;
  oldest: number;
}

export interface LedgerWorld {
  bands: BandWorld[];
  places: Place[];
  children: PlantedChild[];
}

/** The days on which a figure may turn, and their neighbours. */
const DAYS = [
  ...['2022-09-01', '2023-08-31', '2023-09-01', '2024-02-29', '2024-08-30', '2024-08-31', '2024-09-01', '2024-09-02'],
  ...['2024-12-04', '2024-12-05', '2024-12-06', '2025-08-31', '2025-09-01'],
];
const BIRTHDAYS = [2006, 2007, 2008, 2009, 2016, 2017, 2018, 2019].flatMap((year) => [
  `${year}-08-30`,
  `${year}-08-31`,
  `${year}-09-01`,
]);

/** Spells between some of the days, one after the other; without a kind the child is unplaced in it. */
const placements = fc
  .record({
    turns: fc.subarray(DAYS, { minLength: 1, maxLength: 4 }),
    kinds: fc.array(fc.option(fc.constantFrom(...PLACEMENT_KINDS), { freq: 6 }), { minLength: 4, maxLength: 4 }),
    lastsDays: fc.constantFrom(1, 2, 95, 365),
    isOpen: fc.boolean(),
  })
  .map(({ turns, kinds, lastsDays, isOpen }) =>
    turns.flatMap((startedOn, at): PlacementWorld[] => {
      const kind = kinds[at];
      const endedOn = turns[at + 1] ?? (isOpen ? null : '2025-09-02');
      if (!kind) return [];
      const expiresOn = kind === 'DEFERRED' ? addDays(startedOn, lastsDays) : null;
      return [{ kind, startedOn, endedOn, expiresOn }];
    }),
  );

const child = fc.record({
  bornOn: fc.oneof(fc.constantFrom(...BIRTHDAYS), fc.constant('2013-05-05')),
  registeredOn: fc.oneof({ weight: 4, arbitrary: fc.constant('2022-01-01') }, fc.constantFrom(...DAYS)),
  category: fc.constantFrom('1', '4', '5', '7'),
  placements,
  /** Which of the places. */
  at: fc.nat({ max: 3 }),
});

const ledger = fc.record({
  children: fc.array(child, { maxLength: 40, size: 'max' }),
  bands: fc.constantFrom<BandWorld[]>(
    [{ validFrom: '2014-09-01', youngest: 6, oldest: 16 }],
    [{ validFrom: '2024-09-01', youngest: 6, oldest: 15 }],
    [
      { validFrom: '2024-09-02', youngest: 7, oldest: 17 },
      { validFrom: '2014-09-01', youngest: 6, oldest: 16 },
    ],
  ),
});

/** Ledgers at random, the same ones in every run. */
export function randomLedgers(count: number): (typeof ledger extends fc.Arbitrary<infer World> ? World : never)[] {
  return fc.sample(ledger, { numRuns: count, seed: 20_241_205 });
}

/** Writes a ledger and answers what was written: two schools in one township, one in another, and children of no school. */
export async function plantLedger(
  seed: LedgerSeed,
  countyCode: string,
  { children, bands }: ReturnType<typeof randomLedgers>[number],
): Promise<LedgerWorld> {
  for (const band of bands) await seed.ageBand(countyCode, band);
  const places: [Place, Place, Place, Place] = [
    seed.place(countyCode),
    seed.place(countyCode),
    seed.place(countyCode, '102'),
    { countyCode, townshipCode: `${countyCode}102`, schoolId: null, classId: null },
  ];
  const planted: PlantedChild[] = [];
  for (const { at, category, ...world } of children) {
    const place: Place = places[at] ?? places[3];
    const { bornOn, registeredOn } = world;
    const disabilities = [{ category, level: 2 }];
    const seeded = await seed.child(place, { bornOn, registeredOn, disabilities });
    for (const { kind, ...days } of world.placements) await seed.placement(seeded, kind, days);
    planted.push({ ...world, ...seeded, category });
  }
  return { bands, places, children: planted };
}
