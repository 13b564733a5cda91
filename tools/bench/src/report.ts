import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Connection, connect } from '@bureau/postgres';
import { load } from './gateway/load.ts';
import type { PlatformRun } from '@bureau/testing';
import { REPORT_STATEMENTS } from './report-statements.ts';

const repository = join(import.meta.dirname, '../../..');
const CLIENTS = 8;

export interface ReportFigure {
  what: string;
  requestsPerSecond: number;
  p50Ms: number;
  p95Ms: number;
  /** p50 beside that of the bare statements, one connection, run in the same place. */
  timesBareSql: number;
}

/** The county report through the gateway at 8 clients: at rest, and while a transaction commits ten times a second. */
export async function benchReport(
  platform: PlatformRun,
  token: string,
  superuser: Connection,
  seconds: number,
): Promise<ReportFigure[]> {
  const query = readFileSync(join(repository, 'apps/gateway/src/graphiql/county-report.graphql'), 'utf8');
  const body = JSON.stringify({ query, variables: { county: '640121' } });
  const workload = {
    name: 'county report',
    what: 'all offices, one county',
    body: () => body,
    headers: { authorization: `Bearer ${token}` },
  };
  const ask = async (what: string): Promise<Omit<ReportFigure, 'timesBareSql'>> => {
    const { requests, seconds: took, latencies } = await load(`${platform.url}/graphql`, workload, CLIENTS, seconds);
    const at = (share: number) => latencies[Math.floor(latencies.length * share)] ?? 0;
    return { what, requestsPerSecond: requests / took, p50Ms: at(0.5), p95Ms: at(0.95) };
  };

  await ask('warming up');
  const bare = await bareStatements(superuser, seconds);
  const atRest = await ask('report, 8 clients, nothing written');
  const writing = writeTenTimesASecond(superuser);
  const whileWritten = await ask('report, 8 clients, 10 commits a second');
  await writing.stop();
  return [bare, atRest, whileWritten].map((figure) => ({ ...figure, timesBareSql: figure.p50Ms / bare.p50Ms }));
}

/** All statements of the report, one after another, as the service roles see the rows. */
async function bareStatements(superuser: Connection, seconds: number): Promise<Omit<ReportFigure, 'timesBareSql'>> {
  const latencies: number[] = [];
  const clients = await Promise.all(
    Object.keys(REPORT_STATEMENTS).map(async (database) => {
      const client = await connect({ ...superuser, database });
      await client.query(`SET ROLE ${client.escapeIdentifier(database)}`);
      await client.query(`SELECT set_config('bureau.county', '640121', false), set_config('bureau.township', '', false),
                                 set_config('bureau.school', '', false), set_config('bureau.class', '', false)`);
      return { client, statements: REPORT_STATEMENTS[database] ?? [] };
    }),
  );
  const endsAt = performance.now() + seconds * 1000;
  while (performance.now() < endsAt) {
    const startedAt = performance.now();
    for (const { client, statements } of clients) {
      for (const [at, text] of statements.entries()) await client.query({ name: `bare${at}`, text });
    }
    latencies.push(performance.now() - startedAt);
  }
  for (const { client } of clients) await client[Symbol.asyncDispose]();
  latencies.sort((a, b) => a - b);
  const at = (share: number) => latencies[Math.floor(latencies.length * share)] ?? 0;
  return {
    what: 'bare SQL, one connection',
    requestsPerSecond: latencies.length / seconds,
    p50Ms: at(0.5),
    p95Ms: at(0.95),
  };
}

/** Commits that change nothing a report shows, but make a new snapshot: every figure is counted anew. */
function writeTenTimesASecond(superuser: Connection): { stop: () => Promise<void> } {
  const ending = new AbortController();
  const written = (async () => {
    await using client = await connect({ ...superuser, database: 'enrollment' });
    while (!ending.signal.aborted) {
      await client.query(`UPDATE county SET name = name`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  })();
  return {
    stop: () => {
      ending.abort();
      return written;
    },
  };
}
