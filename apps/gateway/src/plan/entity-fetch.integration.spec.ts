import { countyServices } from '../testing/county.ts';
import { startTestGateway, type TestGateway } from '../testing/gateway.ts';
import { sendJson, type RunningSubgraph } from '../testing/subgraph.ts';

let gateway: TestGateway;
let aid: RunningSubgraph;

beforeAll(async () => {
  gateway = await startTestGateway({ services: countyServices() });
  aid = gateway.subgraphs['student-aid'] as RunningSubgraph;
});
beforeEach(() => {
  aid.requests.length = 0;
  aid.misbehave = undefined;
});
afterAll(() => gateway.stop());

it('asks a service once in a step, for each different entity once', async () => {
  const { data } = await gateway.ask(
    '{ three: schools(first: 3) { aidShare } two: schools(first: 2) { share: aidShare } again: schools(first: 3) { aidShare } }',
  );
  expect(data).toEqual({
    three: [{ aidShare: '100/1000' }, { aidShare: '101/1000' }, { aidShare: '102/1000' }],
    two: [{ share: '100/1000' }, { share: '101/1000' }],
    again: [{ aidShare: '100/1000' }, { aidShare: '101/1000' }, { aidShare: '102/1000' }],
  });
  const asked = aid.requests.map(({ variables }) => Object.values(variables).map((list) => (list as unknown[]).length));
  expect(asked).toEqual([[3, 2]]);
});

it('gives each part of a common request its own entities and errors', async () => {
  aid.misbehave = (response) =>
    sendJson(response, {
      data: { _e0: [{ aidShare: 'x' }, null], _e1: [{ _r0_aidShare: 'y' }] },
      errors: [
        { message: '无权查看', path: ['_e0', 1, 'aidShare'], extensions: { code: 'FORBIDDEN' } },
        { message: '慢', path: ['_e1', 0, 'x'], extensions: { code: 'SLOW' } },
      ],
    });
  const { data, errors } = await gateway.ask(
    '{ a: schools(first: 2) { aidShare } b: schools(first: 1) { s: aidShare } }',
  );
  expect(data).toEqual({ a: [{ aidShare: 'x' }, { aidShare: null }], b: [{ s: null }] });
  expect(errors?.map(({ path, extensions }) => [path, extensions['code']])).toEqual([
    [['a', 1, 'aidShare'], 'FORBIDDEN'],
    [['b', 0], 'SLOW'],
  ]);
});

it.each<[string, unknown, unknown]>([
  ['says nothing', { data: null }, [undefined]],
  ['leaves one part out', { data: { _e0: [{ aidShare: 'x' }] } }, [['b']]],
])('names a service that %s in a common request', async (_, answer, paths) => {
  aid.misbehave = (response) => sendJson(response, answer);
  const { errors } = await gateway.ask('{ a: schools(first: 1) { aidShare } b: schools(first: 1) { s: aidShare } }');
  expect(errors?.map(({ path, extensions }) => [path, extensions])).toEqual(
    (paths as unknown[]).map((path) => [path, { code: 'SERVICE_UNAVAILABLE', service: 'student-aid' }]),
  );
});

it('reports an error of one entity at each place where it stands', async () => {
  aid.misbehave = (response, { variables }) =>
    sendJson(response, {
      data: {
        _entities: (variables['representations'] as unknown[]).map((_, index) =>
          index === 1 ? null : { aidShare: 'x' },
        ),
      },
      errors: [{ message: '无权查看', path: ['_entities', 1, 'aidShare'], extensions: { code: 'FORBIDDEN' } }],
    });
  const { data, errors } = await gateway.ask('{ a: schools(first: 2) { aidShare } b: schools(first: 2) { aidShare } }');
  expect(data).toEqual({ a: [{ aidShare: 'x' }, { aidShare: null }], b: [{ aidShare: 'x' }, { aidShare: null }] });
  expect(errors?.map(({ path, extensions }) => [path, extensions['code']])).toEqual([
    [['a', 1, 'aidShare'], 'FORBIDDEN'],
    [['b', 1, 'aidShare'], 'FORBIDDEN'],
  ]);
});

it.each<[string, unknown]>([
  ['too few entities', { data: { _entities: [] } }],
  ['no list of entities', { data: { _entities: null } }],
  ['nothing, without a reason', { data: null }],
])('takes a service that sends %s for one that does not answer', async (_, answer) => {
  aid.misbehave = (response) => sendJson(response, answer);
  const { data, errors } = await gateway.ask('{ schools(first: 1) { name aidShare } }');
  expect(data).toEqual({ schools: [{ name: '望远第0小学 School 0', aidShare: null }] });
  expect(errors?.map(({ path, extensions }) => [path, extensions])).toEqual([
    [['schools'], { code: 'SERVICE_UNAVAILABLE', service: 'student-aid' }],
  ]);
});

it('does not let an answer change anything but itself', async () => {
  aid.misbehave = (response) =>
    response
      .writeHead(200, { 'content-type': 'application/json' })
      .end(
        '{"data":{"_entities":[{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"aidShare":"x"}]}}',
      );
  expect((await gateway.ask('{ schools(first: 1) { aidShare } }')).data).toEqual({ schools: [{ aidShare: 'x' }] });
  expect(({} as { polluted?: number }).polluted).toBeUndefined();
});

it('answers under any response name, those of every object included', async () => {
  const { data } = await gateway.ask(
    '{ __proto__: platform constructor: platform toString: __typename schools(first: 1) { __typename: name id: name hasOwnProperty: id } }',
  );
  expect(JSON.stringify(data)).toBe(
    '{"__proto__":"宁教云","constructor":"宁教云","toString":"Query","schools":[{"__typename":"望远第0小学 School 0","id":"望远第0小学 School 0","hasOwnProperty":"640121.s0"}]}',
  );
});
