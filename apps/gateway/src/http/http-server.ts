import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface HttpServerOptions {
  /** A request line and headers must have arrived by then; a connection that trickles them is closed. */
  headersTimeoutMs: number;
  /** A whole request, body included. */
  requestTimeoutMs: number;
  keepAliveTimeoutMs: number;
}

export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

const longestHeaders = 16_384;

/** A Node HTTP server that can be drained: what is being answered is finished, what is idle is closed. */
export class HttpServer {
  readonly #server: Server;
  readonly #open = new Set<ServerResponse>();
  #isDraining = false;

  constructor(handle: Handler, onFault: (error: unknown) => void, options: HttpServerOptions) {
    this.#server = createServer(
      {
        headersTimeout: options.headersTimeoutMs,
        requestTimeout: options.requestTimeoutMs,
        keepAliveTimeout: options.keepAliveTimeoutMs,
        connectionsCheckingInterval: Math.min(options.headersTimeoutMs, 5_000),
        maxHeaderSize: longestHeaders,
        noDelay: true,
      },
      (request, response) => {
        this.#open.add(response);
        response.on('close', () => this.#open.delete(response));
        if (this.#isDraining) response.shouldKeepAlive = false;
        handle(request, response).catch((error: unknown) => {
          if (!request.readableAborted) onFault(error);
          response.destroy();
        });
      },
    );
  }

  get isDraining(): boolean {
    return this.#isDraining;
  }

  listen(port: number, host: string): Promise<number> {
    return new Promise((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(port, host, () => resolve((this.#server.address() as AddressInfo).port));
    });
  }

  /** Takes no new connection, finishes the requests in flight, and closes what is still open when the time is up. */
  async drain(withinMs: number): Promise<void> {
    if (this.#isDraining) return;
    this.#isDraining = true;
    const closed = new Promise<void>((resolve) => this.#server.close(() => resolve()));
    for (const response of this.#open) response.shouldKeepAlive = false;
    this.#server.closeIdleConnections();
    const timer = setTimeout(() => this.#server.closeAllConnections(), withinMs);
    await closed;
    clearTimeout(timer);
  }
}
