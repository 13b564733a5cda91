import { countyServices } from './testing/county.ts';
import { startTestGateway, type TestGateway } from './testing/gateway.ts';
import { sendJson, type RunningSubgraph } from './testing/subgraph.ts';

const question = '{ county(code: "640121") { name aid { amount } } }';
const whole = { county: { name: '永宁县', aid: { amount: '1250.00' } } };
const soon = (ms = 5) => new Promise((resolve) => setTimeout(resolve, ms));

let gateway: TestGateway;
let aid: RunningSubgraph;

beforeAll(async () => {
  const environment = { SERVICE_TIMEOUT_MS: '600000', SERVICE_DOUBT_MS: '200', SERVICE_PAUSE_MS: '50' };
  gateway = await startTestGateway({ services: countyServices(), environment });
  aid = gateway.subgraphs['student-aid'] as RunningSubgraph;
});
beforeEach(() => (aid.misbehave = undefined));
afterAll(() => gateway.stop());

it('gives up a service that hangs long before the time for an answer is over, and asks nobody to wait for it again', async () => {
  aid.misbehave = () => undefined;
  const waiting = await Promise.all(Array.from({ length: 12 }, () => gateway.ask(question)));
  for (const { data, errors } of waiting) {
    expect(data).toEqual({ county: { name: '永宁县', aid: null } });
    expect(errors?.map(({ extensions }) => extensions['code'])).toEqual(['SERVICE_UNAVAILABLE']);
  }
  const asked = () => aid.requests.filter(({ query }) => query.includes('_entities')).length;
  const before = asked();
  expect((await gateway.ask(question)).errors).toHaveLength(1);
  expect(asked()).toBe(before);
  const figures = () => fetch(`${gateway.url}/metrics`).then((answer) => answer.text());
  expect(await figures()).toContain('gateway_service_resting{service="student-aid"} 1');

  aid.misbehave = undefined;
  while ((await figures()).includes('gateway_service_resting{service="student-aid"} 1')) await soon();
  expect((await gateway.ask(question)).data).toEqual(whole);
});

it('waits for a service that takes its time over one question, as long as it says that it lives', async () => {
  const released: (() => void)[] = [];
  aid.misbehave = (response, { query }) => {
    if (!query.includes('_entities')) return sendJson(response, { data: { __typename: 'Query' } });
    released.push(() => sendJson(response, { data: { _entities: [{ aid: { amount: '1250.00' } }] } }));
  };
  const answer = gateway.ask(question);
  while (!aid.requests.some(({ query }) => query === '{ __typename }')) await soon();
  await soon(500);
  released.forEach((release) => release());
  expect((await answer).data).toEqual(whole);
});
