import type { Ask } from '@bureau/testing';
import { act, rowsOf } from '../seed/act.seed.ts';
import { type Bench, openBench, TODAY } from '../seed/bench.seed.ts';
import type { SeededSchool } from '../seed/campus.seed.ts';

let bench: Bench;
let office: Ask;
let school: SeededSchool;
let lead: Ask;
beforeAll(async () => {
  bench = await openBench();
  office = bench.desk.as({ roles: ['internet-plus-office'] });
});
beforeEach(async () => {
  school = await bench.seed.school('640121');
  lead = bench.desk.as({ roles: ['school-it-lead'], school: school.globalId });
});
afterAll(() => bench.close());

const DIMENSIONS = ['INFRASTRUCTURE', 'RESOURCES', 'APPLICATION', 'DEVELOPMENT', 'SUPPORT', 'DEMONSTRATION'];
const SHOWN = '{ id state version selfTotal countyTotal noticeUntil decidedOn }';
const rows = () =>
  rowsOf(
    bench.database.arrange,
    'smart_campus_application',
    'smart_campus_evidence',
    'smart_campus_rating',
    'smart_campus_weight',
  );
const draft = (given: object = {}) => ({
  school: school.globalId,
  year: 2024,
  targetStars: 4,
  selfScores: [90, 80, 85, 70, 95, 60],
  evidence: DIMENSIONS.map((dimension) => ({ dimension, title: '证明', link: 'https://a/b' })),
  ...given,
});
const step = (ask: Ask, verb: string, input: object) =>
  act(ask, `smartCampusApplication${verb}`, { input: { ...input }, shown: SHOWN });
const decide = (id: unknown, version: number, decision: string, reason?: string) =>
  step(office, 'Advance', { smartCampusApplication: id, version, act: decision, reason });

/** From a draft to the public notice. */
async function noticed(): Promise<string> {
  const { record } = await step(lead, 'Draft', draft());
  const smartCampusApplication = String(record?.id);
  await step(lead, 'Submit', { smartCampusApplication, version: 1 });
  await step(office, 'Review', { smartCampusApplication, version: 2, countyScores: [80, 80, 80, 80, 80, 80] });
  await step(office, 'Defend', { smartCampusApplication, version: 3, defenceScore: 88 });
  await decide(smartCampusApplication, 4, 'NOTICE');
  return smartCampusApplication;
}

/** The notice ended yesterday. */
const endNotice = () =>
  bench.database.arrange(
    `UPDATE smart_campus_application SET notice_from = '2024-11-27', notice_until = '2024-12-04' WHERE school_id = $1`,
    [school.id],
  );

it('a year’s weights are set once, and come to 100', async () => {
  const input = { year: 2024, weights: [20, 15, 25, 15, 15, 10], document: '宁教电馆〔2022〕1号' };
  const uneven = { ...input, weights: [20, 15, 25, 15, 15, 11] };
  const set = (given: object) =>
    act(office, 'smartCampusWeightsDecide', { input: { ...given }, shown: '{ dimension weight }' });
  expect((await set(uneven)).refused).toEqual(['WEIGHTS_UNEVEN weights']);
  const done = await set(input);
  expect(done.refused).toEqual([]);
  expect(done.record).toHaveLength(6);
  expect((await set(input)).refused).toEqual(['RECORD_EXISTS year']);
});

it('a round runs from draft to stars, which take the place of older ones', async () => {
  await bench.seed.rating(school, { stars: 2, awardedOn: '2023-01-01', validUntil: '2025-12-31' });
  const drafted = await step(lead, 'Draft', draft({ targetStars: 3 }));
  const again = await step(lead, 'Draft', draft());
  expect(again.record).toMatchObject({ id: drafted.record?.id, version: 2, selfTotal: '82.00', countyTotal: null });
  const smartCampusApplication = drafted.record?.id;
  expect((await step(lead, 'Submit', { smartCampusApplication, version: 2 })).record).toMatchObject({
    state: 'SUBMITTED',
  });
  expect((await step(lead, 'Draft', draft())).refused).toEqual(['ACT_OUT_OF_ORDER']);
  const scores = [100, 80, 80, 80, 80, 80];
  expect(
    (await step(office, 'Review', { smartCampusApplication, version: 3, countyScores: scores })).record,
  ).toMatchObject({
    countyTotal: '84.00',
  });
  await step(office, 'Defend', { smartCampusApplication, version: 4, defenceScore: 100 });
  expect((await decide(smartCampusApplication, 5, 'NOTICE')).record).toMatchObject({ noticeUntil: '2024-12-12' });
  expect((await decide(smartCampusApplication, 6, 'AWARD')).refused).toEqual(['NOTICE_RUNNING act']);
  await endNotice();
  expect((await decide(smartCampusApplication, 6, 'AWARD')).record).toMatchObject({
    state: 'AWARDED',
    decidedOn: TODAY,
  });
  const { data } = await office(
    `query ($s: [ID!]) { smartCampusRatings(filter: { schools: $s }, orderBy: AWARDED_ASC) { nodes { stars state endedOn validUntil } }
       smartCampusRatingGroups(filter: { schools: $s, inForceOn: "${TODAY}" }, groupBy: STARS) { key count } }`,
    { s: [school.globalId] },
  );
  expect(data).toEqual({
    smartCampusRatings: {
      nodes: [
        { stars: 2, state: 'SUPERSEDED', endedOn: TODAY, validUntil: '2025-12-31' },
        { stars: 4, state: 'AWARDED', endedOn: null, validUntil: '2027-12-04' },
      ],
    },
    smartCampusRatingGroups: [{ key: '4', count: 1 }],
  });
});

it('a re-check may take the stars away', async () => {
  const id = await noticed();
  await endNotice();
  await decide(id, 5, 'AWARD');
  await bench.database.arrange(`UPDATE smart_campus_rating SET awarded_on = '2022-01-01' WHERE school_id = $1`, [
    school.id,
  ]);
  expect((await decide(id, 6, 'RECHECK')).record).toMatchObject({ state: 'RECHECKED' });
  expect((await decide(id, 7, 'REVOKE')).refused).toEqual(['TEXT_UNFIT reason']);
  expect((await decide(id, 7, 'REVOKE', '设备闲置')).record).toMatchObject({ state: 'REVOKED' });
  const ratings = await bench.database.arrange('SELECT state FROM smart_campus_rating WHERE school_id = $1', [
    school.id,
  ]);
  expect(ratings).toEqual([{ state: 'REVOKED' }]);
});

it('of eight awards at once one is made', async () => {
  const id = await noticed();
  await endNotice();
  const done = await Promise.all(Array.from({ length: 8 }, () => decide(id, 5, 'AWARD')));
  expect(done.filter(({ refused }) => refused.length === 0)).toHaveLength(1);
  expect(
    await bench.database.arrange('SELECT 1 FROM smart_campus_rating WHERE school_id = $1', [school.id]),
  ).toHaveLength(1);
});

it.each<[string, () => Promise<{ refused: string[] }>, string[]]>([
  [
    'a link that runs code',
    () => step(lead, 'Draft', draft({ evidence: [{ dimension: 'SUPPORT', title: 'a', link: 'javascript:x' }] })),
    ['LINK_UNSAFE evidence.0.link'],
  ],
  [
    'a score over 100',
    () => step(lead, 'Draft', draft({ selfScores: [101, 0, 0, 0, 0, 0] })),
    ['VALUE_OUT_OF_RANGE selfScores.0'],
  ],
  ['six stars', () => step(lead, 'Draft', draft({ targetStars: 6 })), ['VALUE_OUT_OF_RANGE targetStars']],
])('%s is refused, and nothing changes', async (_, asked, refused) => {
  const before = await rows();
  expect((await asked()).refused).toEqual(refused);
  expect(await rows()).toEqual(before);
});

it('what is out of turn, of another school or another role is refused', async () => {
  const id = await noticed();
  const before = await rows();
  expect((await decide(id, 5, 'CONFIRM')).refused).toEqual(['ACT_OUT_OF_ORDER']);
  expect((await decide(id, 4, 'REJECT', 'x')).refused).toEqual(['RECORD_CHANGED version']);
  expect((await step(lead, 'Review', { smartCampusApplication: id, version: 5, countyScores: [] })).refused).toEqual([
    'FORBIDDEN',
  ]);
  const other = bench.desk.as({ roles: ['school-it-lead'], school: (await bench.seed.school('640121')).globalId });
  expect((await step(other, 'Submit', { smartCampusApplication: id, version: 5 })).refused).toEqual([
    'RECORD_NOT_FOUND smartCampusApplication',
  ]);
  expect(await rows()).toEqual(before);
});
