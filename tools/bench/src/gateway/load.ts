import { Client } from 'undici';

export interface Workload {
  name: string;
  what: string;
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
      await exchange(connection, pathname, workload.headers ?? {}, workload.body((asked += 1)));
      latencies.push(performance.now() - sentAt);
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

/** One request; the answer is read to its end and looked at only as far as its first bytes. */
function exchange(connection: Client, path: string, headers: Record<string, string>, body: string): Promise<void> {
  return new Promise((resolve, reject) => {
    let status = 0;
    let first: Buffer | undefined;
    connection.dispatch(
      { path, method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body },
      {
        onRequestStart: () => undefined,
        onResponseStart: (_controller, statusCode) => (status = statusCode),
        onResponseData: (_controller, chunk) => (first ??= chunk),
        onResponseEnd() {
          const start = first?.toString('utf8', 0, 500) ?? '';
          if (status === 200 && start.startsWith('{"data"')) resolve();
          else reject(new Error(`status ${status}: ${start}`));
        },
        onResponseError: (_controller, error) => reject(error),
      },
    );
  });
}
