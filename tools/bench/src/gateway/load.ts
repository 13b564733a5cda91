import { Client } from 'undici';

export interface Workload {
  name: string;
  /** The body of the n-th request. */
  body: (n: number) => string;
  headers?: Record<string, string>;
}

export interface LoadResult {
  requests: number;
  seconds: number;
  /** Milliseconds, sorted. */
  latencies: Float64Array;
}

let asked = 0;

/** Keeps `clients` connections busy, one request at a time on each. Any answer with an error ends the run. */
export async function load(url: string, workload: Workload, clients: number, seconds: number): Promise<LoadResult> {
  const { origin, pathname } = new URL(url);
  const latencies: number[] = [];
  const startedAt = performance.now();
  const endsAt = startedAt + seconds * 1000;

  async function client(): Promise<void> {
    const connection = new Client(origin, { pipelining: 1 });
    while (performance.now() < endsAt) {
      const sentAt = performance.now();
      const { statusCode, body } = await connection.request({
        path: pathname,
        method: 'POST',
        headers: { 'content-type': 'application/json', ...workload.headers },
        body: workload.body((asked += 1)),
      });
      const text = await body.text();
      latencies.push(performance.now() - sentAt);
      if (statusCode !== 200 || text.includes('"errors"'))
        throw new Error(`${url}: ${statusCode}: ${text.slice(0, 500)}`);
    }
    await connection.close();
  }

  await Promise.all(Array.from({ length: clients }, client));
  return {
    requests: latencies.length,
    seconds: (performance.now() - startedAt) / 1000,
    latencies: Float64Array.from(latencies).sort(),
  };
}
