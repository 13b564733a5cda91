import { fork, type ChildProcess } from 'node:child_process';
import { connect, createServer, type AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';
import { countyServices } from './county-services.ts';
import { residentMegabytes } from './process-figures.ts';

export interface Contender {
  name: string;
  script: string;
  environment: Record<string, string>;
}

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

export const contenders: Contender[] = [
  { name: 'stock', script: path('stock-main.ts'), environment: {} },
  {
    name: 'ours',
    script: path('../../../../apps/gateway/src/main.ts'),
    environment: { GATEWAY_AUTH: 'off', LOG_LEVEL: 'warn' },
  },
];

export interface RunningContender {
  name: string;
  url: string;
  pid: number;
  idleMb: number;
}

export async function startServices(
  children: ChildProcess[],
): Promise<{ name: string; url: string; typeDefs: string }[]> {
  const child = fork(path('services-main.ts'));
  children.push(child);
  const { ports } = await new Promise<{ ports: number[] }>((resolve) => child.once('message', resolve));
  return countyServices.map(({ name, typeDefs }, index) => ({
    name,
    typeDefs,
    url: `http://127.0.0.1:${ports[index]}/graphql`,
  }));
}

export function compose(services: readonly { name: string; url: string; typeDefs: string }[]): string {
  const result = composeServices(services.map(({ name, url, typeDefs }) => ({ name, url, typeDefs: parse(typeDefs) })));
  if (result.errors) throw new Error(result.errors.map(({ message }) => message).join('\n'));
  return result.supergraphSdl;
}

export async function startContender(
  { name, script, environment }: Contender,
  SUPERGRAPH: string,
  children: ChildProcess[],
): Promise<RunningContender> {
  const port = await freePort();
  const child = fork(script, {
    env: {
      PATH: process.env['PATH'],
      NODE_ENV: 'production',
      SUPERGRAPH,
      PORT: String(port),
      ...environment,
      ...(environment['GATEWAY_AUTH'] ? { NODE_ENV: 'test' } : {}),
    },
  });
  children.push(child);
  const url = `http://127.0.0.1:${port}/graphql`;
  for (;;) {
    if (child.exitCode !== null) throw new Error(`${name} did not start`);
    const answered = await isUp(port);
    if (answered) break;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const pid = child.pid ?? 0;
  return { name, url, pid, idleMb: residentMegabytes(pid) };
}

function isUp(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
