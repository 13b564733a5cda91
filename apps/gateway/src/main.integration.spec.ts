import { fork, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compose } from './testing/compose.ts';
import { countyServices } from './testing/county.ts';
import { postJson } from './testing/gateway.ts';
import { sendJson, startSubgraph, type RunningSubgraph } from './testing/subgraph.ts';

const main = new URL('main.ts', import.meta.url).pathname;
let directory: string;
let supergraph: string;
let services: RunningSubgraph[];
const children: ChildProcess[] = [];

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'gateway-main-'));
  supergraph = join(directory, 'supergraph.graphql');
  services = await Promise.all(countyServices().map(startSubgraph));
  writeFileSync(supergraph, compose(services));
});
afterEach(() => children.splice(0).forEach((child) => child.kill('SIGKILL')));
afterAll(async () => {
  await Promise.all(services.map((service) => service.stop()));
  rmSync(directory, { recursive: true, force: true });
});

interface Run {
  child: ChildProcess;
  output: () => string;
  problems: () => string;
  exitCode: Promise<number | null>;
}

function run(environment: Record<string, string>): Run {
  const child = fork(main, {
    env: { PATH: process.env['PATH'], PORT: '0', SUPERGRAPH: supergraph, ...environment },
    execArgv: [],
    silent: true,
  });
  children.push(child);
  let output = '';
  let problems = '';
  child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (problems += chunk.toString()));
  const ended = new Promise((resolve) => child.stderr?.on('end', resolve));
  const exitCode = new Promise<number | null>((resolve) =>
    child.on('exit', (code) => void ended.then(() => resolve(code))),
  );
  return { child, output: () => output, problems: () => problems, exitCode };
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 10));
}

async function addressOf({ output }: Run): Promise<string> {
  await until(() => output().includes('"listening"'));
  return /"url":"([^"]+)"/.exec(output())?.[1] ?? '';
}

it('serves any supergraph without a token, the services by the addresses in it or in the environment', async () => {
  const gateway = run({ STUDENT_AID_URL: 'http://127.0.0.1:1/graphql' });
  const { data, errors } = await postJson(`${await addressOf(gateway)}/graphql`, {
    query: '{ county(code: "640121") { name aid { awards } } }',
  });
  expect(data).toEqual({ county: { name: '永宁县', aid: null } });
  expect(errors?.map(({ extensions }) => extensions)).toEqual([
    { code: 'SERVICE_UNAVAILABLE', service: 'student-aid' },
  ]);
  await until(() => gateway.output().includes('authentication is off'));
});

it.each<[string, Record<string, string>, string | RegExp]>([
  [
    'a bad setting',
    { GATEWAY_MAX_COST: 'much' },
    'Bad settings in the environment: GATEWAY_MAX_COST: a number is needed\n',
  ],
  [
    'a bad address of a service',
    { STUDENT_AID_URL: 'aid' },
    'Bad settings in the environment: STUDENT_AID_URL: an http(s) URL is needed\n',
  ],
  [
    'open doors in production',
    { NODE_ENV: 'production', GATEWAY_AUTH: 'off' },
    'Bad settings in the environment: GATEWAY_AUTH: authentication cannot be off when NODE_ENV is production\n',
  ],
  [
    'a graph without an issuer that other machines reach',
    { HOST: '0.0.0.0' },
    'Bad settings in the environment: OIDC_ISSUER: the issuer of the tokens is needed where other machines reach the gateway\n',
  ],
  [
    'a supergraph that is not there',
    { SUPERGRAPH: '/nowhere/s.graphql' },
    /^The supergraph \/nowhere\/s\.graphql cannot be used: ENOENT[^\n]*\n$/,
  ],
  ['a supergraph that is none', { SUPERGRAPH: main }, /^The supergraph [^\n]+ cannot be used: [^\n]+\n$/],
])('stops at %s with one line', async (_, environment, line) => {
  const gateway = run(environment);
  expect(await gateway.exitCode).toBe(1);
  expect(gateway.problems()).toEqual(typeof line === 'string' ? line : expect.stringMatching(line));
});

it('stops with one line when its port is taken', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const { port } = other.address() as AddressInfo;
  const gateway = run({ PORT: String(port) });
  expect(await gateway.exitCode).toBe(1);
  expect(gateway.problems()).toBe(`Port ${port} on 127.0.0.1 is taken: stop what listens there, or set PORT.\n`);
  other.close();
});

it.each<[string, (child: ChildProcess) => void]>([
  ['SIGTERM', (child) => child.kill('SIGTERM')],
  ['the end of its parent', (child) => child.disconnect()],
])('on %s finishes what it is answering, takes nothing new, and ends', async (_, stop) => {
  const platform = services.find(({ name }) => name === 'internet-plus') as RunningSubgraph;
  const gateway = run({});
  const address = await addressOf(gateway);
  let release = (): void => undefined;
  const before = platform.requests.length;
  platform.misbehave = (response) => (release = () => sendJson(response, { data: { platform: 'late' } }));
  const answer = postJson(`${address}/graphql`, { query: '{ platform }' });
  await until(() => platform.requests.length > before);

  stop(gateway.child);
  await until(() => gateway.output().includes('"draining"'));
  await expect(fetch(`${address}/health/live`)).rejects.toThrow();
  release();
  platform.misbehave = undefined;
  expect((await answer).data).toEqual({ platform: 'late' });
  expect(await gateway.exitCode).toBe(0);
});
