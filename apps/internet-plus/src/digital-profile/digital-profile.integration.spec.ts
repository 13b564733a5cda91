import type { Ask } from '@bureau/testing';
import { type Bench, openBench } from '../seed/bench.seed.ts';
import type { ProfileGiven, SeededSchool } from '../seed/campus.seed.ts';

interface Surveyed extends Required<Pick<ProfileGiven, 'broadbandMbps' | 'teachingClasses' | 'multimediaClasses'>> {
  school: SeededSchool;
  operator: string | null;
  isCounted: boolean;
}

let bench: Bench;
let ask: Ask;
const surveyed: Surveyed[] = [];
beforeAll(async () => {
  bench = await openBench();
  ask = bench.desk.as({ roles: ['internet-plus-office'] });
  const { seed } = bench;
  for (let at = 0; at < 40; at += 1) {
    const isCounted = at % 7 !== 0;
    const school = await seed.school('640121', {
      township: `10${at % 3}`,
      closesOn: isCounted ? null : '2024-09-01',
    });
    const broadbandMbps = [0, 100, 200, 500][at % 4] ?? 0;
    const operator = broadbandMbps > 0 && at % 5 > 0 ? (['中国电信', '中国移动'][at % 2] ?? null) : null;
    const teachingClasses = at % 11;
    const multimediaClasses = at % 2 === 0 ? teachingClasses : Math.floor(teachingClasses / 2);
    await seed.profile(school, { broadbandMbps, operator, teachingClasses, multimediaClasses });
    await seed.profile(school, { schoolYear: 2023, broadbandMbps: 10 });
    surveyed.push({ school, broadbandMbps, operator, teachingClasses, multimediaClasses, isCounted });
  }
  await seed.profile(await seed.school('640122'), { broadbandMbps: 1 });
});
afterAll(() => bench.close());

const total = (rows: Surveyed[], of: 'teachingClasses' | 'multimediaClasses') =>
  rows.reduce((sum, row) => sum + row[of], 0);

/** Ascending, nothing last: as PostgreSQL orders. */
function inOrder(a: string | number | null, b: string | number | null): number {
  if (a === null || b === null) return a === b ? 0 : Number(a === null) - Number(b === null);
  return a < b ? -1 : Number(a > b);
}

const FILTERS: [filter: () => object, meets: (row: Surveyed) => boolean][] = [
  [() => ({}), () => true],
  [() => ({ isConnected: true }), ({ broadbandMbps }) => broadbandMbps > 0],
  [() => ({ isConnected: false }), ({ broadbandMbps }) => broadbandMbps === 0],
  [() => ({ belowMbps: 200 }), ({ broadbandMbps }) => broadbandMbps < 200],
  [() => ({ belowMbps: 201 }), ({ broadbandMbps }) => broadbandMbps < 201],
  [() => ({ operators: ['中国移动'] }), ({ operator }) => operator === '中国移动'],
  [() => ({ townships: ['640121101', '640122101'] }), ({ school }) => school.townshipCode === '640121101'],
  [() => ({ lacksMultimedia: true }), (row) => row.multimediaClasses < row.teachingClasses],
  [() => ({ lacksMultimedia: false }), (row) => row.multimediaClasses === row.teachingClasses],
  [() => ({ isCounted: true }), ({ isCounted }) => isCounted],
  [() => ({ isCounted: false }), ({ isCounted }) => !isCounted],
  [
    () => ({ schools: [surveyed[3]?.school.globalId, surveyed[8]?.school.globalId] }),
    (row) => [3, 8].includes(surveyed.indexOf(row)),
  ],
  [
    () => ({ isConnected: true, belowMbps: 500, lacksMultimedia: true }),
    (row) => row.broadbandMbps > 0 && row.broadbandMbps < 500 && row.multimediaClasses < row.teachingClasses,
  ],
];

it.each(FILTERS)('the list, its total and its groups are what counting rows gives (%#)', async (filter, meets) => {
  const { data, errors, statements } = await ask(
    `query ($filter: DigitalProfileFilter!) {
      digitalProfiles(filter: $filter, first: 200) { totalCount nodes { school { id } } }
      byTownship: digitalProfileGroups(filter: $filter, groupBy: TOWNSHIP) { key count teachingClasses multimediaClasses }
      byOperator: digitalProfileGroups(filter: $filter, groupBy: OPERATOR) { key count teachingClasses multimediaClasses }
      byBandwidth: digitalProfileGroups(filter: $filter, groupBy: BANDWIDTH) { key count teachingClasses multimediaClasses }
    }`,
    { filter: { schoolYear: 2024, ...filter() } },
  );
  const rows = surveyed.filter(meets);
  const groups = (keyOf: (row: Surveyed) => string | number | null) =>
    [...Map.groupBy(rows, keyOf)]
      .sort(([a], [b]) => inOrder(a, b))
      .map(([key, members]) => ({
        key: key === null ? null : String(key),
        count: members.length,
        teachingClasses: total(members, 'teachingClasses'),
        multimediaClasses: total(members, 'multimediaClasses'),
      }));
  const slowestFirst = [...rows].sort((a, b) => a.broadbandMbps - b.broadbandMbps);
  expect(errors).toBeUndefined();
  expect(statements).toHaveLength(5);
  expect(data).toEqual({
    digitalProfiles: {
      totalCount: rows.length,
      nodes: slowestFirst.map(({ school }) => ({ school: { id: school.globalId } })),
    },
    byTownship: groups(({ school }) => school.townshipCode),
    byOperator: groups(({ operator }) => operator),
    byBandwidth: groups(({ broadbandMbps }) => broadbandMbps),
  });
});

it('gives all that a survey found', async () => {
  const school = await bench.seed.school('640121');
  await bench.seed.profile(school, { schoolYear: 2022, operator: '中国联通', surveyedOn: '2022-10-08' });
  const { data } = await ask(`{ digitalProfiles(filter: { schoolYear: 2022 }) { nodes {
    school { id } schoolYear isConnected broadbandMbps operator teachingClasses multimediaClasses wifiClassrooms
    studentTerminals teacherTerminals interactiveClassrooms surveyedOn
  } } }`);
  const node = {
    school: { id: school.globalId },
    schoolYear: 2022,
    isConnected: true,
    broadbandMbps: 200,
    operator: '中国联通',
    teachingClasses: 10,
    multimediaClasses: 9,
    wifiClassrooms: 4,
    studentTerminals: 60,
    teacherTerminals: 20,
    interactiveClassrooms: 1,
    surveyedOn: '2022-10-08',
  };
  expect(data).toEqual({ digitalProfiles: { nodes: [node] } });
});

describe('the table', () => {
  it.each<[ProfileGiven, string]>([
    [{ broadbandMbps: -1 }, 'broadband_check'],
    [{ broadbandMbps: 1_000_001 }, 'broadband_check'],
    [{ broadbandMbps: 0, operator: '中国电信' }, 'operator_check'],
    [{ teachingClasses: 10, multimediaClasses: 11 }, 'classes_check'],
    [{ teachingClasses: 0, multimediaClasses: -1 }, 'classes_check'],
    [{ teachingClasses: -1, multimediaClasses: -1 }, 'classes_check'],
    [{ wifiClassrooms: -1 }, 'equipment_check'],
    [{ studentTerminals: -1 }, 'equipment_check'],
    [{ teacherTerminals: -1 }, 'equipment_check'],
    [{ interactiveClassrooms: -1 }, 'equipment_check'],
    [{ schoolYear: 1985 }, 'year_check'],
    [{ schoolYear: 2101 }, 'year_check'],
  ])('refuses %p', async (given, constraint) => {
    const school = await bench.seed.school('640123');
    await expect(bench.seed.profile(school, given)).rejects.toThrow(`school_digital_profile_${constraint}`);
  });

  it.each<ProfileGiven>([
    { broadbandMbps: 0 },
    { broadbandMbps: 1_000_000, operator: '中国电信' },
    { teachingClasses: 10, multimediaClasses: 10 },
    { teachingClasses: 0, multimediaClasses: 0, wifiClassrooms: 5 },
    { schoolYear: 1986 },
    { schoolYear: 2100 },
  ])('takes %p', async (given) => {
    await bench.seed.profile(await bench.seed.school('640123'), given);
  });

  it('has one profile a school and year', async () => {
    const school = await bench.seed.school('640123');
    await bench.seed.profile(school);
    await bench.seed.profile(school, { schoolYear: 2023 });
    await expect(bench.seed.profile(school)).rejects.toThrow('school_digital_profile_year_key');
  });

  it.each(['640122101', '64012310', '640123abc'])(
    'refuses the division %s in the county 640123',
    async (townshipCode) => {
      const school = await bench.seed.school('640123');
      for (const write of [
        () => bench.seed.profile({ ...school, townshipCode }),
        () => bench.seed.rating({ ...school, townshipCode }),
        () => bench.seed.pilot({ ...school, townshipCode }),
      ])
        await expect(write()).rejects.toThrow('_township_check');
    },
  );

  it('has one bandwidth target a day, of at least one Mbps', async () => {
    await bench.seed.target('640123', '2018-09-01', 200);
    await expect(bench.seed.target('640123', '2018-09-01', 500)).rejects.toThrow('bandwidth_target_pkey');
    await expect(bench.seed.target('640123', '2020-09-01', 0)).rejects.toThrow('bandwidth_target_mbps_check');
  });
});
