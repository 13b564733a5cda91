import { fork, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';
import { countyServices } from './gateway/county-services.ts';
import { load } from './gateway/load.ts';
import { cpuSeconds, residentMegabytes } from './gateway/process-figures.ts';
import { workloads } from './gateway/workloads.ts';

export interface GatewayBenchOptions {
  rounds: number;
  seconds: number;
  clients: number;
}

export interface GatewayFigure {
  gateway: string;
  workload: string;
  requestsPerSecond: number;
  cpuMsPerRequest: number;
  p50Ms: number;
  p99Ms: number;
  idleMb: number;
  loadedMb: number;
}

interface Contender {
  name: string;
  script: string;
  environment: Record<string, string>;
}

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

const contenders: Contender[] = [
  { name: 'stock', script: path('gateway/stock-main.ts'), environment: {} },
  {
    name: 'ours',
    script: path('../../../apps/gateway/src/main.ts'),
    environment: { GATEWAY_AUTH: 'off', LOG_LEVEL: 'warn' },
  },
];

/** Our gateway beside the stock one, on the same services, turn by turn. Figures are medians over the rounds. */
export async function benchGateway(
  options: GatewayBenchOptions = { rounds: 5, seconds: 4, clients: 16 },
): Promise<GatewayFigure[]> {
  const directory = mkdtempSync(join(tmpdir(), 'bench-gateway-'));
  const children: ChildProcess[] = [];
  try {
    const SUPERGRAPH = join(directory, 'supergraph.graphql');
    const services = await startServices(children);
    writeFileSync(SUPERGRAPH, compose(services));
    const running = [];
    for (const contender of contenders) running.push(await startContender(contender, SUPERGRAPH, children));
    return await measure(running, options);
  } finally {
    for (const child of children) child.kill();
    rmSync(directory, { recursive: true, force: true });
  }
}

interface RunningContender {
  name: string;
  url: string;
  pid: number;
  idleMb: number;
}

async function measure(
  running: RunningContender[],
  { rounds, seconds, clients }: GatewayBenchOptions,
): Promise<GatewayFigure[]> {
  const samples = new Map<string, GatewayFigure[]>();
  for (let round = -1; round < rounds; round += 1) {
    for (const workload of workloads) {
      for (const { name, url, pid, idleMb } of running) {
        const before = cpuSeconds(pid);
        const { requests, seconds: took, latencies } = await load(url, workload, clients, round < 0 ? 2 : seconds);
        if (round < 0) continue;
        const at = (share: number) => latencies[Math.floor(latencies.length * share)] ?? 0;
        const figure: GatewayFigure = {
          gateway: name,
          workload: workload.name,
          requestsPerSecond: requests / took,
          cpuMsPerRequest: ((cpuSeconds(pid) - before) * 1000) / requests,
          p50Ms: at(0.5),
          p99Ms: at(0.99),
          idleMb,
          loadedMb: residentMegabytes(pid),
        };
        const key = `${workload.name} ${name}`;
        samples.set(key, [...(samples.get(key) ?? []), figure]);
      }
    }
  }
  return [...samples.values()].map(medianOf);
}

function medianOf(figures: GatewayFigure[]): GatewayFigure {
  const median = (value: (figure: GatewayFigure) => number) =>
    figures.map(value).sort((a, b) => a - b)[Math.floor(figures.length / 2)] ?? 0;
  const [{ gateway, workload } = { gateway: '', workload: '' }] = figures;
  return {
    gateway,
    workload,
    requestsPerSecond: median((figure) => figure.requestsPerSecond),
    cpuMsPerRequest: median((figure) => figure.cpuMsPerRequest),
    p50Ms: median((figure) => figure.p50Ms),
    p99Ms: median((figure) => figure.p99Ms),
    idleMb: median((figure) => figure.idleMb),
    loadedMb: median((figure) => figure.loadedMb),
  };
}

async function startServices(children: ChildProcess[]): Promise<{ name: string; url: string; typeDefs: string }[]> {
  const child = fork(path('gateway/services-main.ts'));
  children.push(child);
  const { ports } = await new Promise<{ ports: number[] }>((resolve) => child.once('message', resolve));
  return countyServices.map(({ name, typeDefs }, index) => ({
    name,
    typeDefs,
    url: `http://127.0.0.1:${ports[index]}/graphql`,
  }));
}

function compose(services: readonly { name: string; url: string; typeDefs: string }[]): string {
  const result = composeServices(services.map(({ name, url, typeDefs }) => ({ name, url, typeDefs: parse(typeDefs) })));
  if (result.errors) throw new Error(result.errors.map(({ message }) => message).join('\n'));
  return result.supergraphSdl;
}

async function startContender(
  { name, script, environment }: Contender,
  SUPERGRAPH: string,
  children: ChildProcess[],
): Promise<RunningContender> {
  const port = await freePort();
  const child = fork(script, {
    env: {
      PATH: process.env['PATH'],
      NODE_ENV: 'production',
      SUPERGRAPH,
      PORT: String(port),
      ...environment,
      ...(environment['GATEWAY_AUTH'] ? { NODE_ENV: 'test' } : {}),
    },
  });
  children.push(child);
  const url = `http://127.0.0.1:${port}/graphql`;
  for (;;) {
    if (child.exitCode !== null) throw new Error(`${name} did not start`);
    const answered = await isUp(port);
    if (answered) break;
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

if (import.meta.main) {
  const [rounds = 5, seconds = 4] = process.argv.slice(2).map(Number);
  const figures = await benchGateway({ rounds, seconds, clients: 16 });
  console.table(figures);
  console.log(JSON.stringify(figures));
}
