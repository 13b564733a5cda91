import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compose, contenders, startContender, startServices, type RunningContender } from './gateway/contenders.ts';
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

if (import.meta.main) {
  const [rounds = 5, seconds = 4] = process.argv.slice(2).map(Number);
  const figures = await benchGateway({ rounds, seconds, clients: 16 });
  console.table(figures);
  console.log(JSON.stringify(figures));
}
