import { request as rawRequest, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { serverAudits } from 'graphql-http';
import { countyServices } from '../testing/county.ts';
import { postJson, startTestGateway, type TestGateway } from '../testing/gateway.ts';

let gateway: TestGateway;

beforeAll(async () => {
  const environment = {
    GATEWAY_MAX_BODY_BYTES: '20000',
    GATEWAY_HEADERS_TIMEOUT_MS: '300',
    METRICS_TOKEN: 'a-token-for-metrics',
  };
  gateway = await startTestGateway({ services: countyServices(), environment });
});
afterAll(() => gateway.stop());

const graphql = () => `${gateway.url}/graphql`;
const deliberate = { 'apollo-require-preflight': '1' };

/** Unlike fetch: the body as it came, still compressed. */
function rawGet(path: string, headers: Record<string, string>): Promise<{ message: IncomingMessage; body: Buffer }> {
  return new Promise((resolve, reject) => {
    rawRequest(`${gateway.url}${path}`, { headers }, (message) => {
      const chunks: Buffer[] = [];
      message.on('data', (chunk: Buffer) => chunks.push(chunk));
      message.on('end', () => resolve({ message, body: Buffer.concat(chunks) }));
    })
      .on('error', reject)
      .end();
  });
}

describe('GraphQL over HTTP', () => {
  const audits = serverAudits({
    url: () => graphql(),
    fetchFn: (url: string, init: RequestInit = {}) =>
      fetch(url, { ...init, headers: { ...deliberate, ...init.headers } }),
  });

  it.each(audits.map((audit) => [audit.name, audit] as const))('%s', async (_, audit) => {
    expect(await audit.fn()).toMatchObject({ status: 'ok' });
  });

  it('answers queries by GET and refuses mutations there', async () => {
    const byGet = (query: string) => fetch(`${graphql()}?query=${encodeURIComponent(query)}`, { headers: deliberate });
    expect(await (await byGet('{ platform }')).json()).toEqual({ data: { platform: '宁教云' } });
    const refused = await byGet('mutation { schoolRename(id: "640121.s1", name: "x") { id } }');
    expect([refused.status, refused.headers.get('allow')]).toEqual([405, 'POST']);
    expect((await gateway.ask('mutation { renames }')).data).toEqual({ renames: 0 });
  });

  it('refuses what a foreign page could send without being asked', async () => {
    const plainGet = await fetch(`${graphql()}?query={platform}`);
    expect([plainGet.status, await plainGet.text()]).toEqual([
      400,
      expect.stringContaining('Cross-Site Request Forgery'),
    ]);
    for (const contentType of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x']) {
      const response = await fetch(graphql(), {
        method: 'POST',
        headers: { 'content-type': contentType },
        body: '{"query":"{platform}"}',
      });
      expect([contentType, response.status]).toEqual([contentType, 415]);
    }
  });

  it('takes a bearer token for a sign of a deliberate request', async () => {
    const response = await fetch(`${graphql()}?query={platform}`, { headers: { authorization: 'Bearer x' } });
    expect(response.status).toBe(200);
  });

  it.each([
    ['malformed JSON', '{"query": ', 400, 'BAD_REQUEST'],
    ['an empty body', '', 400, 'BAD_REQUEST'],
    ['a batch', '[{"query":"{platform}"},{"query":"{platform}"}]', 400, 'BAD_REQUEST'],
    ['a number', '1', 400, 'BAD_REQUEST'],
    ['a query that is no text', '{"query": 1}', 400, 'BAD_REQUEST'],
    ['variables that are a text', '{"query": "{platform}", "variables": "{}"}', 400, 'BAD_REQUEST'],
  ])('answers %s with one error', async (_, body, status, code) => {
    const answer = await postJson(graphql(), body);
    expect([answer.status, answer.errors?.length, answer.errors?.[0]?.extensions]).toEqual([status, 1, { code }]);
  });

  it('refuses a body past the limit, announced or not, and takes one at the limit', async () => {
    const bodyOf = (bytes: number) => {
      const frame = JSON.stringify({ query: '{ platform }', variables: { x: '' } });
      return frame.replace('"x":""', `"x":"${'a'.repeat(bytes - frame.length)}"`);
    };
    expect((await postJson(graphql(), bodyOf(20_000))).data).toEqual({ platform: '宁教云' });
    const refusal = [
      413,
      [
        {
          message: 'The request is larger than 20000 bytes.',
          extensions: { code: 'BODY_LIMIT_EXCEEDED', limit: 20_000 },
        },
      ],
    ];
    const announced = await postJson(graphql(), bodyOf(20_001));
    expect([announced.status, announced.errors]).toEqual(refusal);

    const trickled = await new Promise<{ status: number | undefined; errors: unknown }>((resolve) => {
      const request = rawRequest(
        graphql(),
        { method: 'POST', headers: { 'content-type': 'application/json' } },
        (message) => {
          let text = '';
          message.on('data', (chunk: Buffer) => (text += chunk.toString()));
          message.on('end', () =>
            resolve({ status: message.statusCode, errors: (JSON.parse(text) as { errors: unknown }).errors }),
          );
        },
      );
      request.on('error', () => undefined);
      request.write(bodyOf(20_001));
    });
    expect([trickled.status, trickled.errors]).toEqual(refusal);
  });

  it('refuses methods and encodings that it does not speak', async () => {
    const put = await fetch(graphql(), { method: 'PUT', body: '{}' });
    expect([put.status, put.headers.get('allow')]).toEqual([405, 'GET, POST']);
    const zipped = await fetch(graphql(), {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' },
      body: 'x',
    });
    expect(zipped.status).toBe(415);
    const latin = await fetch(graphql(), {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=latin1' },
      body: '{}',
    });
    expect(latin.status).toBe(415);
  });

  it('compresses long answers for those who can read them, and lets no cache keep them', async () => {
    const path = `/graphql?query=${encodeURIComponent('{ schools { id name } }')}`;
    const plain = await rawGet(path, deliberate);
    const gzipped = await rawGet(path, { ...deliberate, 'accept-encoding': 'gzip' });
    const brotli = await rawGet(path, { ...deliberate, 'accept-encoding': 'gzip, br' });
    expect([plain, gzipped, brotli].map(({ message }) => message.headers['content-encoding'])).toEqual([
      undefined,
      'gzip',
      'br',
    ]);
    expect(gunzipSync(gzipped.body).equals(plain.body)).toBe(true);
    expect(brotliDecompressSync(brotli.body).equals(plain.body)).toBe(true);
    expect(plain.message.headers).toMatchObject({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
    const short = await rawGet('/graphql?query={platform}', { ...deliberate, 'accept-encoding': 'gzip' });
    expect(short.message.headers['content-encoding']).toBeUndefined();
  });
});

describe('persisted queries', () => {
  const sha256Hash = 'a1c6b33e2d8f8c1a1b1b1c1d1e1f101112131415161718191a1b1c1d1e1f2021';
  const query = '{ platform }';
  const hash = '';

  it('are registered by hash and text, then asked by hash alone', async () => {
    const { createHash } = await import('node:crypto');
    const extensions = { persistedQuery: { version: 1, sha256Hash: createHash('sha256').update(query).digest('hex') } };
    const unknown = await postJson(graphql(), { extensions });
    expect([unknown.status, unknown.errors?.[0]?.extensions['code']]).toEqual([200, 'PERSISTED_QUERY_NOT_FOUND']);
    expect((await postJson(graphql(), { query, extensions })).data).toEqual({ platform: '宁教云' });
    expect((await postJson(graphql(), { extensions })).data).toEqual({ platform: '宁教云' });
  });

  it.each([
    [{ version: 1, sha256Hash }, 'PERSISTED_QUERY_HASH_MISMATCH'],
    [{ version: 1, sha256Hash: hash }, 'PERSISTED_QUERY_HASH_MISMATCH'],
    [{ version: 2, sha256Hash }, 'PERSISTED_QUERY_VERSION_UNKNOWN'],
  ])('are refused as %p', async (persistedQuery, code) => {
    const { errors } = await postJson(graphql(), { query, extensions: { persistedQuery } });
    expect(errors?.map(({ extensions }) => extensions)).toEqual([{ code }]);
  });
});

describe('everything beside GraphQL', () => {
  it('lives, and is ready even while a service is silent', async () => {
    expect(await (await fetch(`${gateway.url}/health/live`)).json()).toEqual({ status: 'live' });
    const ready = await fetch(`${gateway.url}/health/ready`);
    expect([ready.status, await ready.json()]).toEqual([
      200,
      {
        status: 'ready',
        services: [
          { name: 'enrollment', reachable: true },
          { name: 'student-aid', reachable: true },
          { name: 'internet-plus', reachable: true },
        ],
      },
    ]);
  });

  it('gives its figures to those who bear the token', async () => {
    await gateway.ask('query Platform { platform }');
    expect((await fetch(`${gateway.url}/metrics`)).status).toBe(401);
    const response = await fetch(`${gateway.url}/metrics`, {
      headers: { authorization: 'Bearer a-token-for-metrics' },
    });
    const figures = await response.text();
    expect(figures).toMatch(/^gateway_requests_total\{operation="Platform",status="200"\} 1$/m);
    expect(figures).toMatch(/^gateway_service_seconds_count\{service="internet-plus"\} \d+$/m);
  });

  it('logs names, times and codes, and nothing that was asked or answered', async () => {
    gateway.log.length = 0;
    await gateway.ask('query Named($id: String) { schools(contains: [$id, "640121201001011234"]) { name } nothing }', {
      variables: { id: '13800138000' },
      headers: { authorization: 'Bearer secret' },
    });
    expect(gateway.log).toHaveLength(1);
    expect(gateway.log[0]).toMatchObject({
      status: 200,
      errors: ['GRAPHQL_VALIDATION_FAILED'],
      traceId: expect.stringMatching(/^[0-9a-f]{32}$/),
    });
    expect(JSON.stringify(gateway.log)).not.toMatch(/13800138000|640121201001011234|secret|望远/);
  });

  it('does not know other paths', async () => {
    const response = await fetch(`${gateway.url}/admin?x=1`);
    expect([response.status, await response.json()]).toMatchObject([
      404,
      { errors: [{ extensions: { code: 'NOT_FOUND' } }] },
    ]);
  });

  it('closes a connection that trickles its headers', async () => {
    const { hostname, port } = new URL(gateway.url);
    const socket = connect(Number(port), hostname);
    socket.write('POST /graphql HTTP/1.1\r\nHost: x\r\n');
    const closed = await new Promise<string>((resolve) => {
      let text = '';
      socket.on('data', (chunk: Buffer) => (text += chunk.toString()));
      socket.on('close', () => resolve(text));
    });
    expect(closed).toContain('408 Request Timeout');
  });
});
