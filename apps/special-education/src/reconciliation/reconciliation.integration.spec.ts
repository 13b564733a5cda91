import { addDays } from '@bureau/calendar';
import type { Ask } from '@bureau/testing';
import { act, kinds } from '../seed/act.seed.ts';
import { type Bench, openBench } from '../seed/bench.seed.ts';
import { plantLedger, randomLedgers } from '../seed/ledger-world.seed.ts';

const COUNTY = '640121';

let bench: Bench;
let office: Ask;
beforeAll(async () => {
  bench = await openBench();
  await bench.seed.ageBand(COUNTY);
  office = bench.desk.as({ roles: ['special-education-office'] });
});
afterAll(() => bench.close());

const KINDS = [
  'inclusiveClass',
  'specialClass',
  'specialSchoolInCounty',
  'specialSchoolOutOfCounty',
  'homeTeaching',
  'distance',
  'welfareOrRehabClass',
  'vocational',
  'deferred',
  'exempt',
  'completed',
  'unplaced',
] as const;
const QUESTION = `query ($asOf: Date) { placementReconciliation(schoolYear: 2024, asOf: $asOf) {
  figures { children ${KINDS.join(' ')} } rateOfAll { numerator denominator percent } rateWithoutDeferred { percent }
  unplaced { child { id } cause since reason nextStep }
} }`;
interface Answer {
  figures: Record<'children' | (typeof KINDS)[number], number>;
  unplaced: { child: { id: string }; cause: string; since: string; reason: string; nextStep: string }[];
}

it('names who is unplaced, why, since when and what is to be done', async () => {
  const place = bench.seed.place(COUNTY);
  const [never, ended, expired, deferred, placed] = [
    await bench.seed.child(place, { name: '甲' }),
    await bench.seed.child(place, { name: '乙' }),
    await bench.seed.child(place, { name: '丙' }),
    await bench.seed.child(place, { name: '丁' }),
    await bench.seed.child(place, { name: '戊' }),
  ];
  await bench.seed.note(never, '2024-10-01', { reason: '监护人失联', nextStep: '会同派出所查找' });
  await bench.seed.placement(ended, 'REGULAR_CLASS', { endedOn: '2024-07-01' });
  await bench.seed.placement(expired, 'DEFERRED', { expiresOn: '2024-09-01' });
  await bench.seed.placement(deferred, 'DEFERRED');
  await bench.seed.placement(placed, 'HOME_TEACHING');
  const { data, statements } = await bench.desk.as({ roles: ['special-education-office'] })(QUESTION, {}, 'zh');
  expect(data?.['placementReconciliation']).toMatchObject({
    figures: { children: 5, homeTeaching: 1, deferred: 1, unplaced: 3 },
    rateOfAll: { numerator: 1, denominator: 5, percent: '20.00' },
    rateWithoutDeferred: { percent: '25.00' },
    unplaced: expect.arrayContaining([
      {
        child: { id: never.globalId },
        cause: 'NEVER_PLACED',
        since: '2022-09-01',
        reason: '监护人失联',
        nextStep: '会同派出所查找',
      },
      {
        child: { id: ended.globalId },
        cause: 'PLACEMENT_ENDED',
        since: '2024-07-01',
        reason: '原安置已结束',
        nextStep: '查明去向，申请复评',
      },
      {
        child: { id: expired.globalId },
        cause: 'DEFERRAL_EXPIRED',
        since: '2024-09-01',
        reason: '延缓入学已到期',
        nextStep: '复评并作出安置决定',
      },
    ]) as unknown,
  });
  expect(statements).toHaveLength(6);
});

it('on every day of the year the kinds and the named add up to the children', async () => {
  const [world] = randomLedgers(1);
  if (!world) throw new Error('no world');
  await plantLedger(bench.seed, '640122', world);
  const ask = bench.desk.as({ roles: ['special-education-office'], county: '640122' });
  for (let day = '2024-09-01'; day <= '2024-12-05'; day = addDays(day, process.env['DEEP'] ? 1 : 6)) {
    const { data, errors } = await ask(QUESTION, { asOf: day });
    expect(errors).toBeUndefined();
    const { figures, unplaced } = data?.['placementReconciliation'] as Answer;
    expect(KINDS.reduce((sum, kind) => sum + figures[kind], 0)).toBe(figures.children);
    expect(unplaced).toHaveLength(figures.unplaced);
  }
});

it('a child moves out or completes without an assessment, and any other kind is decided', async () => {
  const child = await bench.seed.child(bench.seed.place(COUNTY));
  await bench.seed.placement(child, 'REGULAR_CLASS');
  const conclude = (given: object) =>
    act(
      office,
      'placementConclude',
      { disabledChild: child.globalId, version: 1, kind: 'MOVED_OUT', startsOn: '2024-12-01', ...given },
      { record: 'placement { kind startedOn endedOn }' },
    );
  expect(kinds(await conclude({ kind: 'HOME_TEACHING' }))).toEqual(['PlacementNeedsDecision']);
  expect(kinds(await conclude({ startsOn: '2024-12-06' }))).toEqual(['LedgerDayOutOfRange']);
  expect(kinds(await conclude({ startsOn: '2023-09-01' }))).toEqual(['PlacementOverlaps']);
  const { record, refusals } = await conclude({});
  expect([record, refusals]).toEqual([{ kind: 'MOVED_OUT', startedOn: '2024-12-01', endedOn: null }, []]);
  expect(kinds(await conclude({}))).toEqual(['LedgerRecordChanged', 'PlacementOverlaps']);
});

it('a note is about a child that is not placed', async () => {
  const child = await bench.seed.child(bench.seed.place(COUNTY));
  const note = () =>
    act(
      office,
      'unplacedNoteRecord',
      { disabledChild: child.globalId, notedOn: '2024-12-01', reason: '住院', nextStep: '出院后复评' },
      { record: 'disabledChild { unplacedNote { reason } }' },
    );
  expect((await note()).record).toEqual({ unplacedNote: { reason: '住院' } });
  await bench.seed.placement(child, 'REGULAR_CLASS');
  expect(kinds(await note())).toEqual(['ChildIsPlaced']);
});

it('a place outside the county is confirmed once a term; who was not asked after is listed', async () => {
  const child = await bench.seed.child(bench.seed.place(COUNTY));
  const placement = `${COUNTY}.${await bench.seed.placement(child, 'SPECIAL_SCHOOL_EXTERNAL')}`;
  const home = `${COUNTY}.${await bench.seed.placement(await bench.seed.child(bench.seed.place(COUNTY)), 'HOME_TEACHING')}`;
  const term = { schoolYear: 2024, season: 'AUTUMN' };
  const unconfirmed = async () =>
    (
      await office(
        'query ($term: TermInput) { placements(filter: { unconfirmedIn: $term }) { totalCount nodes { id } } placementGroups(filter: { unconfirmedIn: $term }, groupBy: KIND) { key count } }',
        { term },
      )
    ).data;
  expect(await unconfirmed()).toEqual({
    placements: { totalCount: 1, nodes: [{ id: placement }] },
    placementGroups: [{ key: 'SPECIAL_SCHOOL_EXTERNAL', count: 1 }],
  });
  const confirm = (given: object = {}) =>
    act(
      office,
      'externalPlacementConfirm',
      { placement, ...term, confirmedOn: '2024-09-20', method: 'LETTER', ...given },
      { record: 'placement { confirmations { confirmedOn method } }' },
    );
  expect(kinds(await confirm({ placement: home }))).toEqual(['PlacementNotExternal']);
  expect(kinds(await confirm({ confirmedOn: '2023-08-31' }))).toEqual(['LedgerDayOutOfRange']);
  expect((await confirm()).record).toEqual({ confirmations: [{ confirmedOn: '2024-09-20', method: 'LETTER' }] });
  expect(kinds(await confirm())).toEqual(['ConfirmationAlreadyRecorded']);
  expect(await unconfirmed()).toEqual({ placements: { totalCount: 0, nodes: [] }, placementGroups: [] });
});
