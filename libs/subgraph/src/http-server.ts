import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

export type Route = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

export class HttpRefusal extends Error {
  readonly status: number;
  readonly code: string;
  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

const BODY_MAX = 8 * 1024 * 1024;

/** The JSON body of a request, or a refusal that says what is wrong with it. */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > BODY_MAX) throw new HttpRefusal(413, 'PAYLOAD_TOO_LARGE', `The body is larger than ${BODY_MAX} bytes.`);
    chunks.push(chunk);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString());
  } catch {
    throw new HttpRefusal(400, 'BAD_REQUEST', 'The body is not JSON.');
  }
}

export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  const text = JSON.stringify(body);
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(text),
  });
  response.end(text);
}

export function sendRefusal(response: ServerResponse, refusal: HttpRefusal): void {
  sendJson(response, refusal.status, { errors: [{ message: refusal.message, extensions: { code: refusal.code } }] });
}

/** `/files/` of `/files/imports/roster`. */
const firstFolderOf = (path: string) => /^\/[^/]+\//.exec(path)?.[0] ?? '';

/** A plain HTTP server: one handler a path, or a folder such as `/files/`; one clear JSON error for everything else. */
export function createHttpServer(routes: Record<string, Route>, onFault: (fault: Error) => void): Server {
  const server = createServer(
    { keepAliveTimeout: 75_000, requestTimeout: 60_000, headersTimeout: 20_000 },
    (request, response) => {
      const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
      const route = routes[path] ?? routes[firstFolderOf(path)];
      const handled = route
        ? route(request, response)
        : Promise.reject(new HttpRefusal(404, 'NOT_FOUND', 'There is nothing at this path.'));
      handled.catch((error: unknown) => {
        const refusal =
          error instanceof HttpRefusal
            ? error
            : new HttpRefusal(500, 'INTERNAL_SERVER_ERROR', 'Something went wrong on our side.');
        if (refusal.status === 500) onFault(error instanceof Error ? error : new Error(String(error)));
        if (response.headersSent || response.destroyed) response.destroy();
        else sendRefusal(response, refusal);
      });
    },
  );
  return server;
}

export function listen(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.removeListener('error', reject);
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}

/** Takes no new connection, lets what is in flight finish, and ends the rest after the grace. */
export function drain(server: Server, graceMs = 10_000): Promise<void> {
  return new Promise((resolve) => {
    const force = setTimeout(() => server.closeAllConnections(), graceMs);
    server.close(() => {
      clearTimeout(force);
      resolve();
    });
    server.closeIdleConnections();
  });
}
