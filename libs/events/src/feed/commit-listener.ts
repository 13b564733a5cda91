import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { PoolClient } from 'pg';
import type { DataSource, QueryRunner } from 'typeorm';
import { faultLabel } from '../fault-label.ts';
import type { Log } from '../log.ts';
import { OUTBOX_CHANNEL } from '../outbox/record-events.ts';

interface Listening {
  dataSource: DataSource;
  onCommit: () => void;
  log: Log;
  signal: AbortSignal;
}

const RECONNECT_MS = 1_000;

/** Calls `onCommit` whenever events were committed, over one connection that is made anew when it breaks. */
export async function listenForCommits(listening: Listening): Promise<void> {
  const { signal, log } = listening;
  const isOver = () => signal.aborted;
  while (!isOver()) {
    const runner = listening.dataSource.createQueryRunner();
    try {
      await listenOn(runner, listening);
    } catch (error) {
      if (!isOver()) log.warn({ fault: faultLabel(error) }, 'not told of new events; looking every few seconds');
    } finally {
      await runner.release();
    }
    await sleep(RECONNECT_MS, undefined, { signal }).catch(() => undefined);
  }
}

async function listenOn(runner: QueryRunner, { onCommit, signal }: Listening): Promise<void> {
  const client = (await runner.connect()) as PoolClient;
  client.on('notification', onCommit);
  try {
    const listened = client.query(`LISTEN ${OUTBOX_CHANNEL}`);
    // The first call is for what was committed while nobody listened.
    await Promise.all([listened.then(onCommit), once(client, 'end', { signal })]);
  } finally {
    client.off('notification', onCommit);
    if (signal.aborted) await client.query('UNLISTEN *');
  }
}
