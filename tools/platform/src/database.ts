import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startPostgres, type RunningPostgres } from '@bureau/postgres';

export interface KeptPostgres {
  server: RunningPostgres;
  end(): Promise<void>;
}

const longestPauseMs = 10_000;

/** The embedded server in the data folder, started again on its port when it dies. */
export async function keepPostgres(dataDir: string, report: (line: string) => void): Promise<KeptPostgres> {
  const options = { dataDir: join(dataDir, 'postgres'), durable: true, log: report };
  let server = await startPostgres(options);
  const ending = new AbortController();
  const isEnding = () => ending.signal.aborted;
  const first = server;
  const kept = guard();

  async function guard(): Promise<void> {
    for (;;) {
      await server.exited;
      if (isEnding()) return;
      report('PostgreSQL ended unexpectedly; starting it again');
      await restart();
      if (isEnding()) return server.stop();
      report('PostgreSQL is ready again');
    }
  }

  async function restart(): Promise<void> {
    for (let pauseMs = 100; !isEnding(); pauseMs = Math.min(pauseMs * 2, longestPauseMs)) {
      try {
        server = await startPostgres({ ...options, port: first.port });
        return;
      } catch (error) {
        report(error instanceof Error ? error.message : String(error));
        await sleep(pauseMs);
      }
    }
  }

  return {
    server,
    async end() {
      ending.abort();
      await server.stop();
      await kept;
    },
  };
}
