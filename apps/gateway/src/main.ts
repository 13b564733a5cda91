import { readFileSync, watchFile } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createTokenVerifier, type TokenVerifier } from '@bureau/access';
import { pino, type Logger } from 'pino';
import { door } from './access/authentication.rules.ts';
import { startGateway, type Gateway } from './gateway.ts';
import { configuredTracer } from './observe/configured-tracer.ts';
import { PersistedOperations, readPersistedOperations } from './limits/persisted-operations.ts';
import { readAddresses, readSettings, type Settings } from './settings.ts';
import { servicesOf, type Service } from './supergraph/services.ts';

const committedSupergraph = fileURLToPath(new URL('../supergraph.graphql', import.meta.url));

function readSupergraph(path: string): { sdl: string; services: Service[] } {
  try {
    const sdl = readFileSync(path, 'utf8');
    return { sdl, services: servicesOf(sdl) };
  } catch (error) {
    throw new Error(`The supergraph ${path} cannot be used: ${reason(error)}`, { cause: error });
  }
}

function readOperations({ PERSISTED_OPERATIONS }: Settings): PersistedOperations {
  if (PERSISTED_OPERATIONS === undefined) return new PersistedOperations();
  try {
    return readPersistedOperations(readFileSync(PERSISTED_OPERATIONS, 'utf8'));
  } catch (error) {
    throw new Error(`The operations ${PERSISTED_OPERATIONS} cannot be used: ${reason(error)}`, { cause: error });
  }
}

/** Nothing when callers need no token. */
function verifierFor({ OIDC_ISSUER, OIDC_AUDIENCE, ...settings }: Settings, sdl: string): TokenVerifier | undefined {
  const { SUPERGRAPH, GATEWAY_AUTH, HOST } = settings;
  const decided = door({ GATEWAY_AUTH, OIDC_ISSUER, HOST }, { isNamed: SUPERGRAPH !== undefined, sdl });
  if (decided.kind === 'refused') throw new Error(`Bad settings in the environment: ${decided.reason}`);
  if (decided.kind === 'open' || OIDC_ISSUER === undefined) return undefined;
  return createTokenVerifier({ issuer: OIDC_ISSUER, audience: OIDC_AUDIENCE });
}

async function start(): Promise<{ gateway: Gateway; logger: Logger }> {
  const settings = readSettings(process.env);
  const logger = pino({ level: settings.LOG_LEVEL, base: { process: 'gateway' } });
  const path = settings.SUPERGRAPH ?? committedSupergraph;
  const { sdl, services } = readSupergraph(path);
  const verifier = verifierFor(settings, sdl);
  const tracer = await configuredTracer(settings, (problem) => logger.warn({ problem }, 'traces are lost'));
  const gateway = await startGateway({
    settings,
    supergraphSdl: sdl,
    services: readAddresses(process.env, services),
    verifier,
    tracer,
    persistedOperations: readOperations(settings),
    logger,
  }).catch((error: unknown) => {
    throw portProblem(error, settings) ?? error;
  });
  watchSupergraph(path, gateway, logger);
  logger.info({ url: gateway.url, services: services.map(({ name }) => name) }, 'listening');
  if (!verifier) logger.warn('authentication is off: whoever reaches this port is let in');
  return { gateway, logger };
}

const lookAgainMs = 1_000;

/** Goes over to a changed supergraph file; one that cannot be used is named in the log, and the old one stays. */
function watchSupergraph(path: string, gateway: Gateway, logger: Logger): void {
  watchFile(path, { interval: lookAgainMs, persistent: false }, (now, before) => {
    if (now.mtimeMs === before.mtimeMs || now.size === 0) return;
    try {
      const { sdl, services } = readSupergraph(path);
      gateway.reload(sdl, readAddresses(process.env, services));
      logger.info({ services: services.map(({ name }) => name) }, 'supergraph reloaded');
    } catch (error) {
      logger.error({ problem: reason(error) }, 'the changed supergraph cannot be used, the old one stays');
    }
  });
}

function portProblem(error: unknown, { HOST, PORT }: Settings): Error | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE')
    return new Error(`Port ${PORT} on ${HOST} is taken: stop what listens there, or set PORT.`);
  if (code === 'EACCES') return new Error(`Port ${PORT} on ${HOST} may not be opened by this user: set PORT.`);
  return undefined;
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

try {
  const { gateway, logger } = await start();
  const stop = () => {
    logger.info('draining');
    void gateway.stop().then(() => process.exit(0));
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  process.once('disconnect', stop);
} catch (error) {
  process.stderr.write(`${reason(error)}\n`);
  process.exitCode = 1;
}
