export interface Sample {
  gateway: string;
  workload: string;
  requestsPerSecond: number;
  /** Processor time of the gateway alone, for one request: on few cores it says more than requests per second. */
  cpuMs: number;
  p50Ms: number;
  p99Ms: number;
  idleMb: number;
  loadedMb: number;
}

export interface GatewayFigure extends Sample {
  /** Requests per second of ours beside it. */
  oursIs: number;
  /** Its processor time beside ours. */
  oursCpuIs: number;
  p99ToP50: number;
}

/** Medians of each gateway and workload, and ours beside each of them. */
export function summary(samples: readonly Sample[]): GatewayFigure[] {
  const groups = Map.groupBy(samples, ({ workload, gateway }) => `${workload} ${gateway}`);
  const medians = [...groups.values()].map(medianOf);
  return medians.map((figure) => {
    const ours = medians.find(({ gateway, workload }) => gateway === 'ours' && workload === figure.workload) ?? figure;
    return {
      ...figure,
      oursIs: rounded(ours.requestsPerSecond / figure.requestsPerSecond),
      oursCpuIs: rounded(figure.cpuMs / ours.cpuMs),
      p99ToP50: rounded(figure.p99Ms / figure.p50Ms),
    };
  });
}

function medianOf(samples: readonly Sample[]): Sample {
  const median = (value: (sample: Sample) => number) =>
    rounded(samples.map(value).sort((a, b) => a - b)[Math.floor(samples.length / 2)] ?? 0);
  const [{ gateway, workload } = { gateway: '', workload: '' }] = samples;
  return {
    gateway,
    workload,
    requestsPerSecond: median(({ requestsPerSecond }) => requestsPerSecond),
    cpuMs: median(({ cpuMs }) => cpuMs),
    p50Ms: median(({ p50Ms }) => p50Ms),
    p99Ms: median(({ p99Ms }) => p99Ms),
    idleMb: median(({ idleMb }) => idleMb),
    loadedMb: median(({ loadedMb }) => loadedMb),
  };
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
