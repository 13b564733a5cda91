import type { Ask } from '@bureau/testing';
import { type Bench, openBench, TODAY } from '../seed/bench.seed.ts';
import type { PilotGiven, SeededSchool } from '../seed/campus.seed.ts';

let bench: Bench;
let ask: Ask;
let school: SeededSchool;
let nodes: object[];
beforeAll(async () => {
  bench = await openBench();
  ask = bench.desk.as({ roles: ['internet-plus-office'] });
  school = await bench.seed.school('640121');
  const turns: PilotGiven[] = [
    { level: 'COUNTY', batch: '2022年', startedOn: '2022-09-01', endedOn: '2024-03-01' },
    { level: 'REGION', batch: '第一批', startedOn: '2024-03-01', endedOn: null },
    { level: 'NATIONAL', batch: '第一批', startedOn: TODAY, endedOn: '2024-12-06' },
    { level: 'REGION', batch: '第二批', startedOn: '2024-12-06', endedOn: null },
  ];
  for (const turn of turns) await bench.seed.pilot(school, turn);
  nodes = turns.map((turn) => ({ school: { id: school.globalId }, ...turn }));
  await bench.seed.pilot(await bench.seed.school('640121'), { level: 'CITY' });
});
afterAll(() => bench.close());

it.each([
  [{}, [0, 1, 2, 3]],
  [{ underWayOn: '2022-08-31' }, []],
  [{ underWayOn: '2022-09-01' }, [0]],
  [{ underWayOn: '2024-02-29' }, [0]],
  [{ underWayOn: '2024-03-01' }, [1]],
  [{ underWayOn: TODAY }, [1, 2]],
  [{ underWayOn: '2024-12-06' }, [1, 3]],
  [{ levels: ['REGION'] }, [1, 3]],
  [{ levels: ['NATIONAL', 'COUNTY'], underWayOn: TODAY }, [2]],
  [{ townships: ['640121102'] }, []],
])('%p lists the pilots %p', async (filter, wanted) => {
  const { data, errors } = await ask(
    `query ($filter: PlatformPilotFilter) {
      platformPilots(filter: $filter, orderBy: STARTED_ASC) { totalCount nodes { school { id } level batch startedOn endedOn } }
    }`,
    { filter: { ...filter, schools: [school.globalId] } },
  );
  expect(errors).toBeUndefined();
  expect(data).toEqual({ platformPilots: { totalCount: wanted.length, nodes: wanted.map((at) => nodes[at]) } });
});

it('a school shows the pilots that are under way today, earliest first', async () => {
  const past = await bench.seed.school('640121');
  await bench.seed.pilot(past, { endedOn: TODAY });
  const { data } = await ask(
    `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on School {
      isPlatformPilot platformPilots { level }
    } } }`,
    { representations: [school, past].map(({ globalId }) => ({ __typename: 'School', id: globalId })) },
  );
  expect(data).toEqual({
    _entities: [
      { isPlatformPilot: true, platformPilots: [{ level: 'REGION' }, { level: 'NATIONAL' }] },
      { isPlatformPilot: false, platformPilots: [] },
    ],
  });
});

describe('the table', () => {
  it.each<[PilotGiven, string]>([
    [{ endedOn: '2024-03-01' }, 'dates_check'],
    [{ batch: '' }, 'batch_check'],
    [{ level: 'TOWNSHIP' } as unknown as PilotGiven, 'level_check'],
  ])('refuses %p', async (given, constraint) => {
    const other = await bench.seed.school('640123');
    await expect(bench.seed.pilot(other, given)).rejects.toThrow(`platform_pilot_${constraint}`);
  });

  it('has a school once a batch and level', async () => {
    const other = await bench.seed.school('640123');
    for (const given of [{}, { level: 'CITY' }, { batch: '2024年第二批' }] as PilotGiven[])
      await bench.seed.pilot(other, given);
    await expect(bench.seed.pilot(other)).rejects.toThrow('platform_pilot_batch_key');
  });
});
