import { spawn } from 'node:child_process';
import { closeSync, fstatSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { Socket } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Account } from './account.ts';
import { dataArgument, type Cluster } from './cluster.ts';
import { isPostgresOf } from './postmaster.ts';
import { settingArguments } from './settings.ts';

export interface Server {
  pid: number;
  /** Settles when the server is gone, asked to or not. */
  exited: Promise<void>;
  /** Ends the server, whoever started it: sessions are cut off, everything committed is on disk. */
  stop: () => Promise<void>;
}

export interface Launch {
  cluster: Cluster;
  /** Folder of the binaries. */
  postgres: string;
  account: Account | null;
  isDurable: boolean;
  port: number;
  logFile: string;
}

const largestLogBytes = 10_000_000;

export interface Launched extends Server {
  hasExited: () => boolean;
  /** What the server has written since it was launched. */
  output: () => string;
}

export function launch({ cluster, postgres, account, isDurable, port, logFile }: Launch): Launched {
  const log = openLog(logFile);
  const start = fstatSync(log).size;
  const server = spawn(
    join(postgres, 'bin/postgres'),
    ['-D', dataArgument(cluster, account), ...settingArguments(isDurable, port)],
    {
      cwd: cluster.data,
      env: { TZ: 'UTC' },
      // A session of its own: Ctrl-C reaches the starter first, which then ends the server in good order.
      detached: true,
      stdio: ['ignore', log, log],
      ...account,
    },
  );
  closeSync(log);
  const exited = new Promise<void>((resolve) => server.once('exit', () => resolve()).once('error', () => resolve()));
  const pid = server.pid ?? 0;
  return {
    ...watched({ pid, exited, stop: () => stop(pid, cluster) }, account),
    hasExited: () => server.pid === undefined || server.exitCode !== null || server.signalCode !== null,
    output: () => readFileSync(logFile).subarray(start).toString(),
  };
}

/** A server that another starter started: it lives as long as that one means it to. */
export function adopt(pid: number, cluster: Cluster): Server {
  const exited = new Promise<void>((resolve) => {
    const poll = setInterval(() => {
      if (isPostgresOf(pid, cluster)) return;
      clearInterval(poll);
      resolve();
    }, 200).unref();
  });
  return { pid, exited, stop: () => stop(pid, cluster) };
}

/** Leaves a shell behind that ends the server when this process is gone, even by kill -9. */
function watched(server: Server, account: Account | null): Server {
  if (server.pid === 0) return server;
  const watch = spawn('/bin/sh', ['-c', 'read nothing; kill -INT "$0"', String(server.pid)], {
    cwd: '/',
    env: {},
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
    ...account,
  });
  watch.unref();
  if (watch.stdin instanceof Socket) watch.stdin.unref();
  void server.exited.then(() => watch.kill('SIGKILL'));
  return server;
}

async function stop(pid: number, cluster: Cluster): Promise<void> {
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    if (!isPostgresOf(pid, cluster)) return;
    process.kill(pid, signal);
    for (const deadline = Date.now() + 20_000; Date.now() < deadline; await sleep(20)) {
      if (!isPostgresOf(pid, cluster)) return;
    }
  }
}

function openLog(file: string): number {
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > largestLogBytes) renameSync(file, `${file}.1`);
  return openSync(file, 'a', 0o600);
}
