import { createServer } from 'node:http';
import { join } from 'node:path';
import { z } from 'zod';
import { issuerOf, newSigningKey, type Issuer } from '@bureau/testing/issuer';
import { portFault } from './ports.ts';
import { openPrivateFile } from './private-file.ts';

const keyShape = z.looseObject({ kty: z.literal('OKP'), d: z.string(), x: z.string(), kid: z.string() });

export function issuerAddress(port: number): string {
  return `http://127.0.0.1:${port}`;
}

/** The issuer of development tokens: its key pair is made on first use and stays in the data folder. */
export async function developmentIssuer(dataDir: string, port: number, audience: string): Promise<Issuer> {
  const key = await openPrivateFile(join(dataDir, 'issuer', 'key.json'), keyShape, async () =>
    keyShape.parse(await newSigningKey()),
  );
  return issuerOf(key, issuerAddress(port), audience);
}

/** Publishes the issuer's keys as OpenID Connect discovery says. */
export async function publishIssuer({ issuer, jwks }: Issuer, port: number): Promise<AsyncDisposable> {
  const pages: Record<string, unknown> = {
    '/.well-known/openid-configuration': {
      issuer,
      jwks_uri: `${issuer}/jwks`,
      response_types_supported: ['none'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['EdDSA'],
    },
    '/jwks': jwks,
  };
  const server = createServer((request, response) => {
    const page = pages[request.url ?? ''];
    response.writeHead(page ? 200 : 404, { 'content-type': 'application/json' });
    response.end(JSON.stringify(page ?? { error: 'not found' }));
  });
  const { promise: listening, resolve, reject } = Promise.withResolvers<undefined>();
  server.once('error', reject).listen(port, '127.0.0.1', () => resolve(undefined));
  await listening.catch((error: unknown) =>
    Promise.reject(portFault({ host: '127.0.0.1', port, variable: 'DEV_ISSUER_PORT' }, error)),
  );
  return {
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
