import { createHash } from 'node:crypto';
import { countyServices } from './testing/county.ts';
import { postJson, startTestGateway, type TestGateway } from './testing/gateway.ts';
import { sendJson, startSubgraph, type RunningSubgraph } from './testing/subgraph.ts';

const hashOf = (query: string) => createHash('sha256').update(query).digest('hex');

describe('another supergraph', () => {
  let gateway: TestGateway;
  let library: RunningSubgraph;

  beforeAll(async () => {
    gateway = await startTestGateway({ services: countyServices() });
    library = await startSubgraph({
      name: 'library',
      typeDefs: 'type Query { books: Int }',
      resolvers: { Query: { books: () => 7 } },
    });
  });
  afterAll(async () => {
    await gateway.stop();
    await library.stop();
  });

  it('is served at once, and what was asked before is answered by the old one', async () => {
    const platform = gateway.subgraphs['internet-plus'] as RunningSubgraph;
    let release = (): void => undefined;
    const asked = new Promise<void>((resolve) => {
      platform.misbehave = (response) => {
        release = () => sendJson(response, { data: { platform: 'before' } });
        resolve();
      };
    });
    const before = gateway.ask('{ platform }');
    await asked;

    gateway.reload([library]);
    expect((await gateway.ask('{ books }')).data).toEqual({ books: 7 });
    expect((await gateway.ask('{ platform }')).errors?.[0]?.extensions['code']).toBe('GRAPHQL_VALIDATION_FAILED');
    release();
    expect((await before).data).toEqual({ platform: 'before' });

    platform.misbehave = undefined;
    gateway.reload(Object.values(gateway.subgraphs));
    expect((await gateway.ask('{ platform }')).data).toEqual({ platform: '宁教云' });
  });

  it('is refused when it is none, and the old one stays', async () => {
    expect(() => gateway.reload([{ ...library, typeDefs: 'type Query { books: Missing }' }])).toThrow('Missing');
    expect((await gateway.ask('{ platform }')).data).toEqual({ platform: '宁教云' });
  });
});

describe('operations registered beforehand', () => {
  const report = 'query Report { platform }';
  const foreign = 'query Foreign { nothingHere }';
  let gateway: TestGateway;

  beforeAll(async () => {
    const persistedOperations = new Map([report, foreign].map((query) => [hashOf(query), query]));
    const environment = { GATEWAY_ONLY_PERSISTED: 'on', PERSISTED_OPERATIONS: 'given' };
    gateway = await startTestGateway({ services: countyServices(), persistedOperations, environment });
  });
  afterAll(() => gateway.stop());

  const byHash = (query: string) =>
    postJson(`${gateway.url}/graphql`, { extensions: { persistedQuery: { version: 1, sha256Hash: hashOf(query) } } });

  it('are answered by hash and by text, and nothing else is', async () => {
    expect((await byHash(report)).data).toEqual({ platform: '宁教云' });
    expect((await gateway.ask(report)).data).toEqual({ platform: '宁教云' });
    for (const answer of [await byHash('{ platform }'), await gateway.ask('{ platform }')]) {
      expect(answer.errors?.map(({ extensions }) => extensions)).toEqual([{ code: 'PERSISTED_QUERY_ONLY' }]);
    }
  });

  it('are named in the log when the graph cannot answer them', () => {
    expect(gateway.log).toContainEqual(
      expect.objectContaining({ operation: 'Foreign', msg: 'a registered operation does not fit' }),
    );
  });
});
