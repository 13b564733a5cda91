import { createServer } from 'node:net';
import { Fault } from '@bureau/postgres';

export interface NeededPort {
  host: string;
  port: number;
  /** The environment variable that chooses another. */
  variable: string;
}

/** Refuses, naming the first port that something else listens on or that two of ours want. */
export async function checkPorts(needed: readonly NeededPort[]): Promise<void> {
  for (const [index, { host, port, variable }] of needed.entries()) {
    const twin = needed.slice(0, index).find((other) => other.port === port);
    if (twin) throw new Fault(`${twin.variable} and ${variable} are both ${port}: give one of them another port.`);
    await listenBriefly(host, port).catch((error: unknown) =>
      Promise.reject(portFault({ host, port, variable }, error)),
    );
  }
}

/** Why a port cannot be listened on. */
export function portFault({ host, port, variable }: NeededPort, error: unknown): Fault {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  if (code === 'EADDRINUSE')
    return new Fault(`Port ${port} is taken: end the program that listens there, or set ${variable} to a free port.`);
  if (code === 'EACCES')
    return new Fault(`Port ${port} may not be used by this user: set ${variable} to a port above 1023.`);
  return new Fault(
    `Cannot listen on ${host}, port ${port} (${code}): correct the address, or set ${variable} to another port.`,
  );
}

function listenBriefly(host: string, port: number): Promise<undefined> {
  const { promise, resolve, reject } = Promise.withResolvers<undefined>();
  const server = createServer();
  server.once('error', reject);
  server.listen({ host, port, exclusive: true }, () => server.close(() => resolve(undefined)));
  return promise;
}
