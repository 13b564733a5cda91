import { EventEmitter } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pino } from 'pino';
import { admission } from './admit.ts';
import { createApolloServer } from './apollo-server.ts';
import { CostLimit } from './cost/cost-limit.ts';
import { graphqlHandler, type GraphqlHandler } from './http/graphql-handler.ts';
import { PersistedOperations } from './limits/persisted-operations.ts';
import { Metrics } from './observe/metrics.ts';
import { RequestLog } from './observe/request-log.ts';
import { requestPlugin } from './observe/request-plugin.ts';
import { FederationGateway } from './plan/federation-gateway.ts';
import { readSettings } from './settings.ts';
import { compose } from './testing/compose.ts';
import { worldServices } from './testing/world/services.ts';
import { Random } from './testing/world/random.ts';

const requests = 100_000;
const faults: unknown[] = [];

const settings = readSettings({ GATEWAY_AUTH: 'off', GATEWAY_MAX_BODY_BYTES: '20000' });
const seeds = [
  {
    query:
      'query A($n: Int = 1, $f: StudentFilter) { schools(first: $n) { id name ...S } student(filter: $f) { name } } fragment S on School { phone grades }',
    variables: { n: 2, f: { name: 'x', nested: { status: 'ACTIVE' } } },
  },
  {
    query:
      '{ places { __typename id ... on School { students(first: 3) { name marks friend { id } } } ... on Office { floor } } }',
  },
  { query: 'mutation M { pay(amount: 3) { id amount } }', operationName: 'M' },
  { query: '{ __schema { types { name fields { name } } } __type(name: "School") { kind } }' },
  {
    query: 'query ($yes: Boolean!) { media @include(if: $yes) { title reviews @skip(if: $yes) { text } } }',
    variables: { yes: true },
  },
  { extensions: { persistedQuery: { version: 1, sha256Hash: 'a'.repeat(64) } } },
].map((body) => JSON.stringify(body));

/** Pieces that have broken parsers before. */
const nasty = [
  '\ud800',
  '\udfff',
  '\u0000',
  '\\u0000',
  '\\ud800',
  '{',
  '}',
  '[',
  ']',
  '"',
  '\\',
  '$',
  '@skip(if: $n)',
  '...',
  '... on ',
  '"""',
  '#',
  '-0',
  '1e999',
  'null',
  '__proto__',
  'fragment S on School { ...S }',
  '{"a":'.repeat(50),
  '['.repeat(500),
  '{a'.repeat(400),
  '�',
];

function mutated(random: Random): string {
  let text = random.pick(seeds);
  for (let i = 0, changes = 1 + random.below(4); i < changes; i += 1) {
    const from = random.below(text.length + 1);
    const to = Math.min(text.length, from + random.below(20));
    const change = random.below(5);
    if (change === 0) text = text.slice(0, from) + text.slice(to);
    else if (change === 1) text = text.slice(0, from) + random.pick(nasty) + text.slice(from);
    else if (change === 2) text = text.slice(0, to) + text.slice(from);
    else if (change === 3) text = text.slice(0, from) + String.fromCharCode(random.below(0x250)) + text.slice(from + 1);
    else
      text = text.slice(0, from) + random.pick(seeds).slice(random.below(40), 40 + random.below(40)) + text.slice(to);
  }
  return text;
}

let handle: GraphqlHandler;
let stop: () => Promise<void>;

beforeAll(async () => {
  const metrics = new Metrics();
  const log = new RequestLog(pino({ level: 'silent' }), metrics);
  log.fault = (error) => void faults.push(error);
  const sdl = compose(worldServices.map((service) => ({ ...service, url: `http://${service.name}.test` })));
  const gateway = new FederationGateway(sdl, async () => ({ data: {} }), { planCacheMib: 16 });
  const costLimit = new CostLimit(settings.GATEWAY_MAX_COST);
  const persistedOperations = new PersistedOperations();
  const server = createApolloServer({
    gateway,
    plugin: requestPlugin(costLimit, log),
    logger: pino({ level: 'silent' }),
    maxTokens: settings.GATEWAY_MAX_TOKENS,
    persistedOperations,
  });
  await server.start();
  stop = () => server.stop();
  const admit = admission({ settings, verifier: undefined, persistedOperations });
  handle = graphqlHandler({ server, maxBodyBytes: settings.GATEWAY_MAX_BODY_BYTES, log, admit });
});
afterAll(() => stop());

async function answerTo(body: string): Promise<{ status: number; text: string }> {
  const headers = { 'content-type': 'application/json', accept: '*/*' };
  const request = Object.assign(Readable.from([Buffer.from(body)]), {
    method: 'POST',
    headers,
  }) as unknown as IncomingMessage;
  let status = 0;
  let text = '';
  const response = Object.assign(new EventEmitter(), {
    destroyed: false,
    writableFinished: true,
    writeHead: (code: number) => (status = code),
    end: (chunk: Buffer) => (text = chunk.toString()),
  }) as unknown as ServerResponse;
  await handle(request, response, '');
  return { status, text };
}

it('answers a hundred thousand broken requests with data or errors, never with a fault', async () => {
  const random = new Random(20_241_123);
  const statuses = new Map<number, number>();
  for (let i = 0; i < requests; i += 1) {
    const body = mutated(random);
    const { status, text } = await answerTo(body);
    const answer = JSON.parse(text) as { data?: unknown; errors?: { extensions: { code: string } }[] };
    const isFault = answer.errors?.some(({ extensions }) => extensions.code === 'INTERNAL_SERVER_ERROR') ?? false;
    if (isFault || (answer.data === undefined && !answer.errors?.length)) expect({ body, answer }).toEqual('an answer');
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
  }
  expect(faults).toEqual([]);
  expect([...statuses.keys()].filter((status) => ![200, 400].includes(status))).toEqual([]);
  expect(statuses.get(200)).toBeGreaterThan(requests / 10);
  expect(statuses.get(400)).toBeGreaterThan(requests / 10);
}, 600_000);
