import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { createTokenVerifier } from '@bureau/access';
import { testIssuer, type TestIssuer } from '@bureau/testing';
import { pino } from 'pino';
import { startGateway, type Gateway } from '../gateway.ts';
import { PersistedOperations } from '../limits/persisted-operations.ts';
import { readSettings } from '../settings.ts';
import { compose } from '../testing/compose.ts';

let office: Server;
let gateway: Gateway;
let issuer: TestIssuer;
let answer: (request: IncomingMessage, response: ServerResponse) => void;
let authorization: string;

const SDL = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.11", import: ["@key"])
  type Query { anything: String }`;

beforeAll(async () => {
  office = createServer((request, response) => answer(request, response));
  await new Promise<void>((resolve) => office.listen(0, '127.0.0.1', resolve));
  issuer = await testIssuer();
  authorization = `Bearer ${await issuer.signToken({ subject: 'a', roles: ['enrollment-office'], county: '640121' })}`;
  const url = `http://127.0.0.1:${(office.address() as AddressInfo).port}/graphql`;
  const services = [{ name: 'enrollment', url, typeDefs: SDL }];
  gateway = await startGateway({
    settings: readSettings({
      PORT: '0',
      GATEWAY_AUTH: 'off',
      NODE_ENV: 'test',
      FILES_MAX_BYTES: '5000000',
      FILES_MAX_IN_FLIGHT: '2',
    }),
    supergraphSdl: compose(services),
    services: services.map(({ name }) => ({ name, url })),
    verifier: createTokenVerifier(issuer),
    persistedOperations: new PersistedOperations(),
    logger: pino({ level: 'silent' }),
  });
});
afterAll(async () => {
  await gateway.stop();
  office.closeAllConnections();
  office.close();
});

const call = (path: string, init: RequestInit = {}) =>
  fetch(`${gateway.url}${path}`, { ...init, headers: { authorization, 'accept-language': 'en', ...init.headers } });

it('passes a file on under the token of the caller, and the answer back with what names it', async () => {
  const seen: unknown[] = [];
  answer = (request, response) => {
    let bytes = 0;
    request.on('data', (chunk: Buffer) => (bytes += chunk.length));
    request.on('end', () => {
      seen.push([request.url, request.method, request.headers.authorization, request.headers['content-type'], bytes]);
      response.writeHead(202, { 'content-type': 'application/json', 'x-secret': 'no' }).end('{"id":1}');
    });
  };
  const response = await call('/files/enrollment/imports/student-roster?dryRun=true', {
    method: 'POST',
    body: new Uint8Array(1_000_000),
    headers: { 'content-type': 'application/octet-stream' },
  });
  expect([response.status, await response.json()]).toEqual([202, { id: 1 }]);
  expect(response.headers.get('x-secret')).toBeNull();
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(seen).toEqual([
    ['/files/imports/student-roster?dryRun=true', 'POST', authorization, 'application/octet-stream', 1_000_000],
  ]);
});

it('holds no file: what the caller does not take is not asked of the office', async () => {
  let written = 0;
  answer = (_, response) => {
    response.writeHead(200, { 'content-type': 'text/csv' });
    const more = () => {
      while (written < 200_000_000 && !response.destroyed) {
        written += 65_536;
        if (!response.write(Buffer.alloc(65_536))) return void response.once('drain', more);
      }
      response.end();
    };
    more();
  };
  const response = await call('/files/enrollment/documents/1');
  const reader = response.body?.getReader();
  await reader?.read();
  await sleep(300);
  expect(written).toBeLessThan(30_000_000);
  await reader?.cancel();
});

it.each([
  ['without a token', '/files/enrollment/a', { headers: { authorization: '' } }, 401, 'UNAUTHENTICATED'],
  ['of an office that there is not', '/files/canteen/a', {}, 404, 'NOT_FOUND'],
  ['with another method', '/files/enrollment/a', { method: 'DELETE' }, 405, 'METHOD_NOT_ALLOWED'],
  ['out of its folder', '/files/enrollment/%2e%2e%2fmetrics', {}, 404, 'NOT_FOUND'],
  ['past the limit', '/files/enrollment/a', { method: 'POST', body: new Uint8Array(5_000_001) }, 413, 'FILE_TOO_LARGE'],
])('refuses a file %s', async (_, path, init, status, code) => {
  answer = () => {
    throw new Error('the office was asked');
  };
  const response = await call(path, init);
  expect(response.status).toBe(status);
  expect(await response.json()).toMatchObject({ errors: [{ extensions: { code } }] });
});

it('refuses more files at once than may be on their way', async () => {
  const waiting: ServerResponse[] = [];
  answer = (_, response) => void waiting.push(response);
  const first = [call('/files/enrollment/a'), call('/files/enrollment/b')];
  while (waiting.length < 2) await sleep(10);
  const third = await call('/files/enrollment/c');
  expect([third.status, third.headers.get('retry-after')]).toEqual([503, '5']);
  for (const response of waiting) response.end('x');
  expect((await Promise.all(first)).map(({ status }) => status)).toEqual([200, 200]);
});

it('names the office that is silent', async () => {
  answer = (request) => request.socket.destroy();
  const response = await call('/files/enrollment/a');
  expect(response.status).toBe(503);
  expect(await response.json()).toMatchObject({
    errors: [{ extensions: { code: 'SERVICE_UNAVAILABLE', service: 'enrollment' } }],
  });
});
