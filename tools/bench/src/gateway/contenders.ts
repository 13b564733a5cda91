import { fork, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { connect, createServer, type AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';
import { countyServices } from './county-services.ts';
import { residentMegabytes } from './process-figures.ts';

export interface Contender {
  name: string;
  script: string;
  args?: (start: Start) => string[];
  environment: (start: Start) => Record<string, string>;
}

interface Start {
  supergraph: string;
  port: number;
  services: readonly Service[];
}

export interface Service {
  name: string;
  url: string;
  typeDefs: string;
}

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));
const peers = path('../../peers');
const hive = `${peers}/node_modules/@graphql-hive/gateway/dist/bin.js`;

const always: Contender[] = [
  { name: 'stock', script: path('stock-main.ts'), environment: ({ supergraph }) => ({ SUPERGRAPH: supergraph }) },
  {
    name: 'ours',
    script: path('../../../../apps/gateway/src/main.ts'),
    environment: ({ supergraph }) => ({ SUPERGRAPH: supergraph, LOG_LEVEL: 'warn' }),
  },
];

const others: Contender[] = [
  {
    name: 'mercurius-jit',
    script: `${peers}/mercurius-gateway.js`,
    environment: ({ services }) => ({ SERVICES: JSON.stringify(services.map(({ name, url }) => ({ name, url }))) }),
  },
  {
    name: 'hive',
    script: hive,
    args: ({ supergraph, port }) => ['supergraph', supergraph, '-p', String(port), '-h', '127.0.0.1', '--fork', '1'],
    environment: () => ({ LOG_LEVEL: 'error' }),
  },
];

/** The gateways to compare. Those of other makers are installed when they are first measured; without them the rest is. */
export function contenders(): Contender[] {
  if (existsSync(hive)) return [...always, ...others];
  console.log('Installing the other gateways into tools/bench/peers …');
  const { status } = spawnSync('npm', ['ci', '--ignore-scripts', '--prefix', peers], { stdio: 'inherit' });
  if (status === 0) return [...always, ...others];
  console.log('They could not be installed and are left out.');
  return always;
}

export interface RunningContender {
  name: string;
  url: string;
  pid: number;
  idleMb: number;
}

export interface RunningServices {
  services: Service[];
  /** Answers with the same bytes as a gateway does, and nothing behind it. */
  bare: RunningContender;
}

export async function startServices(children: ChildProcess[]): Promise<RunningServices> {
  const { ports } = await started(path('services-main.ts'), children);
  const bare = await started(path('bare-main.ts'), children);
  const addressOf = (port: number | undefined) => `http://127.0.0.1:${port}/graphql`;
  return {
    services: countyServices.map(({ name, typeDefs }, index) => ({ name, typeDefs, url: addressOf(ports[index]) })),
    bare: { name: 'bare node:http', url: addressOf(bare.ports[0]), pid: bare.pid, idleMb: residentMegabytes(bare.pid) },
  };
}

async function started(script: string, children: ChildProcess[]): Promise<{ ports: number[]; pid: number }> {
  const child = fork(script);
  children.push(child);
  const { ports } = await new Promise<{ ports: number[] }>((resolve) => child.once('message', resolve));
  return { ports, pid: child.pid ?? 0 };
}

export function compose(services: readonly { name: string; url: string; typeDefs: string }[]): string {
  const result = composeServices(services.map(({ name, url, typeDefs }) => ({ name, url, typeDefs: parse(typeDefs) })));
  if (result.errors) throw new Error(result.errors.map(({ message }) => message).join('\n'));
  return result.supergraphSdl;
}

export async function startContender(
  { name, script, args, environment }: Contender,
  given: Omit<Start, 'port'>,
  children: ChildProcess[],
): Promise<RunningContender> {
  const port = await freePort();
  const start = { ...given, port };
  const env = { PATH: process.env['PATH'], NODE_ENV: 'production', PORT: String(port), ...environment(start) };
  const child = fork(script, args?.(start) ?? [], { env, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  children.push(child);
  const url = `http://127.0.0.1:${port}/graphql`;
  while (!(await isUp(port))) {
    if (child.exitCode !== null) throw new Error(`${name} did not start`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const pid = child.pid ?? 0;
  return { name, url, pid, idleMb: residentMegabytes(pid) };
}

function isUp(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
