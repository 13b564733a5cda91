import fc from 'fast-check';
import type { CampusSeed, PilotGiven, ProfileGiven, RatingGiven } from './campus.seed.ts';

/** A school with all that this office may know of it. */
export interface SchoolWorld {
  id: string;
  township: string;
  opensOn: string;
  closesOn: string | null;
  profiles: Required<Pick<ProfileGiven, 'schoolYear' | 'broadbandMbps' | 'teachingClasses' | 'multimediaClasses'>>[];
  ratings: Required<Pick<RatingGiven, 'awardedOn' | 'validUntil' | 'state' | 'endedOn'>>[];
  pilots: Required<Pick<PilotGiven, 'level' | 'startedOn' | 'endedOn'>>[];
}

export interface CountyWorld {
  schools: SchoolWorld[];
  targets: { validFrom: string; mbps: number }[];
}

/** The days on which a condition of a figure turns, and their neighbours. */
const DAYS = [
  ...['2022-09-01', '2023-08-31', '2023-09-01', '2023-09-02', '2024-02-29', '2024-08-30', '2024-08-31', '2024-09-01'],
  ...['2024-09-02', '2024-12-04', '2024-12-05', '2024-12-06', '2025-08-31', '2025-09-01', '2026-01-01'],
];
const day = fc.constantFrom(...DAYS);
/** Days in ascending order, none twice. */
const days = (most: number) => fc.subarray(DAYS, { minLength: 1, maxLength: most });

const profile = fc
  .record({
    schoolYear: fc.constantFrom(2023, 2024),
    broadbandMbps: fc.constantFrom(0, 99, 100, 199, 200, 1000),
    teachingClasses: fc.integer({ min: 0, max: 40 }),
    share: fc.integer({ min: 0, max: 100 }),
  })
  .map(({ share, ...given }) => ({ ...given, multimediaClasses: Math.floor((given.teachingClasses * share) / 100) }));

/** One rating after the other: each is superseded by the next, or was no longer valid. */
const ratings = fc.record({ turns: days(3), isSuperseded: fc.boolean(), lasts: fc.option(day) }).map((given) =>
  given.turns.flatMap((awardedOn, at): SchoolWorld['ratings'] => {
    const following = given.turns[at + 1];
    const validUntil = given.lasts !== null && given.lasts >= awardedOn ? given.lasts : null;
    if (following === undefined) return [{ awardedOn, validUntil, state: 'AWARDED', endedOn: null }];
    if (given.isSuperseded) return [{ awardedOn, validUntil, state: 'SUPERSEDED', endedOn: following }];
    return validUntil !== null && validUntil < following
      ? [{ awardedOn, validUntil, state: 'AWARDED', endedOn: null }]
      : [{ awardedOn, validUntil, state: 'REVOKED', endedOn: following }];
  }),
);

const pilot = fc
  .record({ level: fc.constantFrom('NATIONAL', 'REGION', 'CITY', 'COUNTY'), turns: days(2) })
  .map(({ level, turns: [startedOn = '', endedOn = null] }) => ({ level, startedOn, endedOn }) as const);

const school = fc.record({
  township: fc.constantFrom('101', '102', '103'),
  turns: days(2),
  isOld: fc.boolean(),
  isClosed: fc.boolean(),
  profiles: fc.uniqueArray(profile, { selector: ({ schoolYear }) => schoolYear, maxLength: 2, size: 'max' }),
  ratings: fc.option(ratings, { nil: [] }),
  pilots: fc.uniqueArray(pilot, { selector: ({ level }) => level, maxLength: 2 }),
});

const target = fc.record({ validFrom: day, mbps: fc.constantFrom(100, 200) });
const targets = fc.uniqueArray(target, { selector: ({ validFrom }) => validFrom, minLength: 2, maxLength: 4 });

const county = fc.record({
  schools: fc.array(school, { minLength: 8, maxLength: 24, size: 'max' }),
  targets: fc.option(targets, { nil: [] }),
});

/** Counties at random, the same ones in every run. */
export function randomCounties(count: number): typeof county extends fc.Arbitrary<infer World> ? World[] : never {
  return fc.sample(county, { numRuns: count, seed: 20_241_205 });
}

/** Writes a county and answers what was written. */
export async function plantCounty(
  seed: CampusSeed,
  countyCode: string,
  world: ReturnType<typeof randomCounties>[number],
): Promise<CountyWorld> {
  for (const { validFrom, mbps } of world.targets) await seed.target(countyCode, validFrom, mbps);
  const schools: SchoolWorld[] = [];
  for (const { turns, isOld, isClosed, township, ...had } of world.schools) {
    const [first = '', second] = turns;
    const opensOn = isOld ? '2000-09-01' : first;
    const closesOn = (isOld && isClosed ? first : second) ?? null;
    const planted = await seed.school(countyCode, { township, opensOn, closesOn });
    for (const given of had.profiles) await seed.profile(planted, given);
    for (const given of had.ratings) await seed.rating(planted, given);
    for (const given of had.pilots) await seed.pilot(planted, given);
    schools.push({ ...had, township: planted.townshipCode, id: planted.globalId, opensOn, closesOn });
  }
  return { schools, targets: world.targets };
}
