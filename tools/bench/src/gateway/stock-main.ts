import { readFileSync } from 'node:fs';
import { ApolloGateway } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';

process.env['APOLLO_TELEMETRY_DISABLED'] = 'true';

/** The gateway as its makers' first page builds it. */
const supergraphSdl = readFileSync(process.env['SUPERGRAPH'] ?? '', 'utf8');
const silent = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };
const gateway = new ApolloGateway({ supergraphSdl, logger: silent });
const { url } = await startStandaloneServer(new ApolloServer({ gateway, logger: silent }), {
  listen: { port: Number(process.env['PORT']) },
});
process.send?.({ url });
process.once('disconnect', () => process.exit(0));
