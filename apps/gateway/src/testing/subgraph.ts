import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { graphql, parse } from 'graphql';

export interface SubgraphRequest {
  query: string;
  variables: Record<string, unknown>;
  headers: IncomingMessage['headers'];
}

export interface SubgraphDefinition {
  name: string;
  typeDefs: string;
  resolvers: Record<string, unknown>;
}

export interface RunningSubgraph {
  name: string;
  url: string;
  typeDefs: string;
  /** What it was asked, in order. */
  requests: SubgraphRequest[];
  /** Callers that went away before they were answered. */
  abandoned: number;
  /** Takes the answer over until it is set back to nothing. */
  misbehave: ((response: ServerResponse, body: SubgraphRequest) => void) | undefined;
  stop(): Promise<void>;
}

/** A service with a real HTTP port, in this process, that can be made to misbehave. */
export async function startSubgraph({ name, typeDefs, resolvers }: SubgraphDefinition): Promise<RunningSubgraph> {
  const schema = buildSubgraphSchema([{ typeDefs: parse(typeDefs), resolvers }] as Parameters<
    typeof buildSubgraphSchema
  >[0]);
  const server = createServer((request, response) => {
    let text = '';
    request.setEncoding('utf8');
    request.on('data', (chunk: string) => (text += chunk));
    request.on('end', () => void answer(request, response, text));
    response.on('close', () => {
      if (!response.writableFinished) subgraph.abandoned += 1;
    });
  });

  async function answer(request: IncomingMessage, response: ServerResponse, text: string): Promise<void> {
    const { query, variables = {} } = JSON.parse(text) as Partial<SubgraphRequest> & { query: string };
    const asked = { query, variables, headers: request.headers };
    subgraph.requests.push(asked);
    if (subgraph.misbehave) return subgraph.misbehave(response, asked);
    const result = await graphql({ schema, source: query, variableValues: variables, contextValue: asked });
    sendJson(response, result);
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const subgraph: RunningSubgraph = {
    name,
    url: `http://127.0.0.1:${port}/graphql`,
    typeDefs,
    requests: [],
    abandoned: 0,
    misbehave: undefined,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return subgraph;
}

export function sendJson(response: ServerResponse, body: unknown, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}
