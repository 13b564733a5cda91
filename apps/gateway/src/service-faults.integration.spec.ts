import { countyServices } from './testing/county.ts';
import { startTestGateway, type TestGateway } from './testing/gateway.ts';
import { sendJson, type RunningSubgraph } from './testing/subgraph.ts';

let gateway: TestGateway;
let aid: RunningSubgraph;

beforeAll(async () => {
  const environment = { SERVICE_TIMEOUT_MS: '300', SERVICE_MAX_ANSWER_BYTES: '20000' };
  gateway = await startTestGateway({ services: countyServices(), environment });
  aid = gateway.subgraphs['student-aid'] as RunningSubgraph;
});
afterEach(() => (aid.misbehave = undefined));
afterAll(() => gateway.stop());

const question = '{ county(code: "640121") { name aid { amount } } }';
const chinese = '学生资助服务暂时没有应答，本次结果缺少它的部分，请稍后再试。';
const english =
  'The student aid office does not answer at the moment; its part of the answer is missing. Please try again later.';

async function expectOnlyAidMissing(): Promise<void> {
  const { status, data, errors } = await gateway.ask(question);
  expect({ status, data, errors }).toEqual({
    status: 200,
    data: { county: { name: '永宁县', aid: null } },
    errors: [
      {
        message: chinese,
        path: ['county'],
        extensions: { code: 'SERVICE_UNAVAILABLE', service: 'student-aid' },
      },
    ],
  });
}

it('answers what every office says', async () => {
  const { data, errors } = await gateway.ask(question);
  expect({ data, errors }).toEqual({ data: { county: { name: '永宁县', aid: { amount: '1250.00' } } } });
});

it.each<[string, RunningSubgraph['misbehave']]>([
  ['never answers', () => undefined],
  [
    'sends half an answer and falls silent',
    (response) => response.writeHead(200).write('{"data":{"_entities":[{"aid"'),
  ],
  ['closes the connection at once', (response) => response.destroy()],
  [
    'closes the connection in mid-answer',
    (response) => {
      response.writeHead(200, { 'content-length': 500 });
      response.write('{"data":', () => response.destroy());
    },
  ],
  ['sends a page of HTML', (response) => response.writeHead(502).end('<h1>Bad gateway</h1>')],
  ['sends JSON that is no GraphQL answer', (response) => sendJson(response, [1, 2])],
  ['sends an object without data and errors', (response) => sendJson(response, { ok: true })],
  ['sends errors of the wrong shape', (response) => sendJson(response, { data: null, errors: [{ massage: 'x' }] })],
  ['sends data of the wrong shape', (response) => sendJson(response, { data: 'everything' })],
  ['sends an answer without end', (response) => sendJson(response, { data: { _entities: ['x'.repeat(30_000)] } })],
])('names the office that %s, and keeps the rest', async (_, misbehave) => {
  aid.misbehave = misbehave;
  await expectOnlyAidMissing();
  aid.misbehave = undefined;
  expect((await gateway.ask(question)).errors).toBeUndefined();
});

it('says it in English to those who prefer it', async () => {
  aid.misbehave = (response) => response.destroy();
  const { errors } = await gateway.ask(question, { headers: { 'accept-language': 'en-GB,en;q=0.9,zh;q=0.5' } });
  expect(errors?.[0]?.message).toBe(english);
});

it('passes a refusal of a service on with code and path, without stack trace or address', async () => {
  const { data, errors } = await gateway.ask('{ platform refused: refusal }');
  expect({ data, errors }).toEqual({
    data: { platform: '宁教云', refused: null },
    errors: [{ message: '无权查看', path: ['refused'], extensions: { code: 'FORBIDDEN', service: 'enrollment' } }],
  });
});

it('tells nothing of a fault but the trace id', async () => {
  aid.misbehave = (response) =>
    sendJson(response, {
      data: { _entities: [{ aid: null }] },
      errors: [
        {
          message: 'select * from person',
          path: ['_entities', 0, 'aid'],
          extensions: { code: 'INTERNAL_SERVER_ERROR' },
        },
      ],
    });
  const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
  const { errors } = await gateway.ask(question, { headers: { traceparent } });
  expect(errors).toEqual([
    {
      message: '服务器内部错误，请凭追踪编号联系管理员。',
      path: ['county', 'aid'],
      extensions: { code: 'INTERNAL_SERVER_ERROR', traceId: '0af7651916cd43dd8448eb211c80319c' },
    },
  ]);
});

it('passes the token, the trace and the language on, and nothing else of the caller', async () => {
  aid.requests.length = 0;
  await gateway.ask(question, {
    headers: {
      authorization: 'Bearer x',
      traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00',
      tracestate: 'bureau=1',
      'accept-language': 'en',
      cookie: 'session=secret',
    },
  });
  const headers = aid.requests[0]?.headers ?? {};
  expect(headers).toMatchObject({ authorization: 'Bearer x', tracestate: 'bureau=1', 'accept-language': 'en' });
  expect(headers['traceparent']).toMatch(/^00-0af7651916cd43dd8448eb211c80319c-(?!b7ad6b7169203331)[0-9a-f]{16}-00$/);
  expect(headers.cookie).toBeUndefined();
});

it('names the office whose port is closed', async () => {
  await aid.stop();
  await expectOnlyAidMissing();
});
