import type { Claims } from '@bureau/access';
import { filesCompanion } from '@bureau/files';
import { createHttpServer, drain, listen } from '@bureau/subgraph';
import { actorOf } from '@bureau/testing';
import { pino } from 'pino';
import { exportsOf, importsOf } from '../files/office-files.ts';
import { type Bench, TODAY } from './bench.seed.ts';

export interface FilesDesk {
  /** Calls `/files/…` as somebody with these claims. */
  as: (claims: Claims) => (path: string, init?: RequestInit) => Promise<Response>;
  close: () => Promise<void>;
}

/** The files of this office on a real port; who asks is told by a header, not by a token. */
export async function openFiles({ database, sealer }: Bench): Promise<FilesDesk> {
  const companion = filesCompanion({
    sealer,
    now: () => new Date(`${TODAY}T12:00:00+08:00`),
    imports: importsOf(sealer),
    exports: exportsOf(sealer),
  })({
    dataSource: database.dataSource,
    tokens: { verify: async (claims) => actorOf(JSON.parse(claims ?? '{}') as Claims) },
    log: pino({ level: process.env.TEST_LOG ?? 'silent' }),
  });
  const server = createHttpServer(companion.routes ?? {}, (fault) => {
    throw fault;
  });
  const ending = new AbortController();
  const background = companion.run?.(ending.signal);
  const url = `http://127.0.0.1:${await listen(server, '127.0.0.1', 0)}`;
  return {
    as: (claims) => (path, init) =>
      fetch(`${url}${path}`, { ...init, headers: { authorization: JSON.stringify(claims), 'accept-language': 'en' } }),
    close: async () => {
      ending.abort();
      await background;
      await drain(server);
    },
  };
}
