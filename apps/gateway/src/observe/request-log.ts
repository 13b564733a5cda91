import type { Logger } from 'pino';
import type { RequestContext } from '../request-context.ts';
import type { Metrics } from './metrics.ts';

const longestName = 100;

/** One line and its figures for each request: names, times and codes; never variables, tokens, literals or answers. */
export class RequestLog {
  readonly #logger: Logger;
  readonly #metrics: Metrics;

  constructor(logger: Logger, metrics: Metrics) {
    this.#logger = logger;
    this.#metrics = metrics;
  }

  begun(): void {
    this.#metrics.inFlight.inc();
  }

  /** Answered or given up. */
  ended(): void {
    this.#metrics.inFlight.dec();
  }

  answered({ record, traceId }: RequestContext, status: number, startedAt: number): void {
    const durationMs = performance.now() - startedAt;
    const operation = record.operationName?.slice(0, longestName);
    const label = this.#metrics.operationLabel(operation);
    this.#metrics.requests.inc({ operation: label, status });
    this.#metrics.requestSeconds.observe({ operation: label }, durationMs / 1000);
    for (const code of record.errorCodes) this.#metrics.errors.inc({ code });
    const line = {
      traceId,
      operation,
      type: record.operationType,
      status,
      durationMs: Math.round(durationMs * 10) / 10,
      ...(record.errorCodes.length > 0 ? { errors: [...new Set(record.errorCodes)] } : {}),
      ...(record.serviceFailures.length > 0 ? { services: record.serviceFailures } : {}),
    };
    if (record.serviceFailures.length > 0) this.#logger.warn(line, 'answered without a service');
    else this.#logger.info(line, 'answered');
  }

  /** An office did not take, or give, a file. */
  fileFailed(service: string, error: unknown): void {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    this.#logger.warn({ service, reason }, 'a file did not pass');
  }

  fault(error: unknown, traceId: string): void {
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
    this.#logger.error({ traceId, fault: detail }, 'internal fault');
  }
}
