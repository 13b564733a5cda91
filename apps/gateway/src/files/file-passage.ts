import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { AccessRefusal, type TokenVerifier } from '@bureau/access';
import { Pool } from 'undici';
import type { Route } from '../http/router.ts';
import { errorAnswer, send } from '../http/respond.ts';
import { preferredLanguage } from '../language.ts';
import { continueTrace } from '../observe/trace.ts';
import { serviceUnavailable } from '../service/service-unavailable.ts';
import type { Service } from '../supergraph/services.ts';
import { FileRefusal, fileAddress } from './file-address.ts';

export interface FilePassageOptions {
  /** Nothing when authentication is off. */
  verifier: TokenVerifier | undefined;
  /** Of a file on its way in, with what a form puts around it. */
  maxBytes: number;
  /** Files that may be on their way at once. */
  maxInFlight: number;
  /** Without a byte for so long, either way, the passage ends. */
  timeoutMs: number;
  /** Told what went wrong on the way, for the log. */
  onFailure: (service: string, error: unknown) => void;
}

const UP = ['authorization', 'content-type', 'content-length', 'accept-language'] as const;
const DOWN = ['content-type', 'content-length', 'content-disposition'] as const;

/** `/files/<office>/…`: passes files on to an office and back, as they come, under the caller's own token. */
export class FilePassage {
  readonly #options: FilePassageOptions;
  readonly #pools = new Map<string, { origin: string; pool: Pool }>();
  #inFlight = 0;

  constructor(services: readonly Service[], options: FilePassageOptions) {
    this.#options = options;
    this.use(services);
  }

  /** Adds new offices and moves those with a new address. */
  use(services: readonly Service[]): void {
    const { timeoutMs: bodyTimeout, maxInFlight: connections } = this.#options;
    for (const { name, url } of services) {
      const { origin } = new URL(url);
      const known = this.#pools.get(name);
      if (known?.origin === origin) continue;
      const pool = new Pool(origin, { connections, connectTimeout: 5_000, headersTimeout: bodyTimeout, bodyTimeout });
      this.#pools.set(name, { origin, pool });
      void known?.pool.close();
    }
  }

  async close(): Promise<void> {
    await Promise.all([...this.#pools.values()].map(({ pool }) => pool.close()));
  }

  readonly route: Route = async (request, response) => {
    this.#inFlight += 1;
    try {
      if (this.#inFlight > this.#options.maxInFlight) throw busy();
      await this.#pass(request, response);
    } catch (error) {
      if (!(error instanceof FileRefusal)) throw error;
      await send(request, response, errorAnswer('application/json', error.status, error.told, error.headers));
    } finally {
      this.#inFlight -= 1;
    }
  };

  async #pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { office, path } = fileAddress(request.url ?? '');
    const known = this.#pools.get(office);
    if (!known) throw new FileRefusal(404, 'NOT_FOUND', `There is no office ${office}.`);
    if (request.method !== 'GET' && request.method !== 'POST')
      throw new FileRefusal(405, 'METHOD_NOT_ALLOWED', 'Files are fetched with GET and sent with POST.', {
        allow: 'GET, POST',
      });
    await this.#admit(request);
    const gone = new AbortController();
    response.once('close', () => gone.abort());
    const answer = await known.pool
      .request({
        path,
        method: request.method,
        headers: headersUp(request),
        body: request.method === 'POST' ? request : null,
        signal: gone.signal,
      })
      .catch((error: unknown) => {
        if (gone.signal.aborted) throw error;
        this.#options.onFailure(office, error);
        const { message, extensions } = serviceUnavailable(
          office,
          preferredLanguage(request.headers['accept-language']),
        );
        throw new FileRefusal(503, 'SERVICE_UNAVAILABLE', message, {}, { service: extensions['service'] });
      });
    response.writeHead(answer.statusCode, headersDown(answer.headers));
    await pipeline(answer.body, response);
  }

  async #admit({ headers }: IncomingMessage): Promise<void> {
    const { verifier, maxBytes } = this.#options;
    if (Number(headers['content-length'] ?? 0) > maxBytes)
      throw new FileRefusal(413, 'FILE_TOO_LARGE', `The file has more than ${maxBytes} bytes: split it.`);
    try {
      await verifier?.verify(headers.authorization);
    } catch (error) {
      if (!(error instanceof AccessRefusal)) throw error;
      throw new FileRefusal(
        error.status,
        error.code,
        error.message,
        error.status === 401 ? { 'www-authenticate': 'Bearer' } : {},
      );
    }
  }
}

const busy = () =>
  new FileRefusal(503, 'TOO_MANY_FILES', 'Too many files are on their way at once; try again in a moment.', {
    'retry-after': '5',
  });

function headersUp({ headers }: IncomingMessage): Record<string, string> {
  const { traceparent } = headers;
  const up: Record<string, string> = {
    traceparent: continueTrace(typeof traceparent === 'string' ? traceparent : undefined).traceparent,
  };
  for (const name of UP) {
    const value = headers[name];
    if (typeof value === 'string') up[name] = value;
  }
  return up;
}

function headersDown(headers: Record<string, string | string[] | undefined>): OutgoingHttpHeaders {
  const down: OutgoingHttpHeaders = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };
  for (const name of DOWN) {
    const value = headers[name];
    if (typeof value === 'string') down[name] = value;
  }
  return down;
}
