import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compose, contenders, startContender, startServices, type RunningContender } from './gateway/contenders.ts';
import { load } from './gateway/load.ts';
import { cpuSeconds, residentMegabytes } from './gateway/process-figures.ts';
import { summary, type GatewayFigure, type Sample } from './gateway/summary.ts';
import { workloads } from './gateway/workloads.ts';

export interface GatewayBenchOptions {
  rounds: number;
  seconds: number;
  clients: number;
}

/** Our gateway beside others, on the same services, turn by turn. Figures are medians over the rounds. */
export async function benchGateway(
  options: GatewayBenchOptions = { rounds: 5, seconds: 4, clients: 16 },
): Promise<GatewayFigure[]> {
  const directory = mkdtempSync(join(tmpdir(), 'bench-gateway-'));
  const children: ChildProcess[] = [];
  try {
    const supergraph = join(directory, 'supergraph.graphql');
    const { services, bare } = await startServices(children);
    writeFileSync(supergraph, compose(services));
    const running: RunningContender[] = [];
    for (const contender of contenders()) {
      running.push(await startContender(contender, { supergraph, services }, children));
    }
    await teach(bare, running);
    return await measure([...running, bare], options);
  } finally {
    await Promise.all(children.map(ended));
    rmSync(directory, { recursive: true, force: true });
  }
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

/** Gives the bare server the answers of our gateway, and looks whether the others give the same. */
async function teach(bare: RunningContender, running: readonly RunningContender[]): Promise<void> {
  for (const { name, body } of workloads) {
    const answers = await Promise.all(
      running.map(async ({ url }) => {
        const headers = { 'content-type': 'application/json' };
        return (await fetch(url, { method: 'POST', headers, body: body(0) })).text();
      }),
    );
    const expected = plain(answers[0]);
    const differing = running.filter((_, index) => plain(answers[index]) !== expected);
    if (differing.length > 0) {
      const shown = [0, ...differing.map((contender) => running.indexOf(contender))].map((index) => answers[index]);
      throw new Error(
        `${differing.map((contender) => contender.name).join()} answer ${name} differently: ${shown.join('\n')}`,
      );
    }
    const answer = answers[running.findIndex((contender) => contender.name === 'ours')] ?? '';
    await fetch(bare.url, { method: 'PUT', headers: { 'x-workload': name }, body: answer });
  }
}

/** An answer whatever the order of its members. */
function plain(answer: string | undefined): string {
  return JSON.stringify(JSON.parse(answer ?? '{}'), (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => a.localeCompare(b)))
      : value,
  );
}

async function measure(
  running: readonly RunningContender[],
  { rounds, seconds, clients }: GatewayBenchOptions,
): Promise<GatewayFigure[]> {
  const samples: Sample[] = [];
  for (let round = -1; round < rounds; round += 1) {
    for (const workload of workloads) {
      const asking = { ...workload, headers: { 'x-workload': workload.name } };
      for (const { name, url, pid, idleMb } of running) {
        const before = cpuSeconds(pid);
        const { requests, seconds: took, latencies } = await load(url, asking, clients, round < 0 ? 2 : seconds);
        if (round < 0) continue;
        const at = (share: number) => latencies[Math.floor(latencies.length * share)] ?? 0;
        samples.push({
          gateway: name,
          workload: workload.name,
          requestsPerSecond: requests / took,
          cpuMs: ((cpuSeconds(pid) - before) * 1000) / requests,
          p50Ms: at(0.5),
          p99Ms: at(0.99),
          idleMb,
          loadedMb: residentMegabytes(pid),
        });
      }
    }
  }
  return summary(samples);
}

if (import.meta.main) {
  const [rounds = 5, seconds = 4] = process.argv.slice(2).map(Number);
  const figures = await benchGateway({ rounds, seconds, clients: 16 });
  for (const { name, what } of workloads) console.log(`${name}: ${what}`);
  console.table(figures);
  console.log(JSON.stringify(figures));
}
