import type { Logger } from 'pino';
import type { RequestContext, RequestRecord } from '../request-context.ts';
import type { Metrics } from './metrics.ts';
import type { Trace } from './trace.ts';
import type { Span, Tracer } from './tracer.ts';

const longestName = 100;

/** One line and its figures for each request: names, times and codes; never variables, tokens, literals or answers. */
export class RequestLog {
  readonly #logger: Logger;
  readonly #metrics: Metrics;
  readonly #tracer: Tracer | undefined;

  constructor(logger: Logger, metrics: Metrics, tracer?: Tracer) {
    this.#logger = logger;
    this.#metrics = metrics;
    this.#tracer = tracer;
  }

  begun(): void {
    this.#metrics.inFlight.inc();
  }

  /** Answered or given up. */
  ended(): void {
    this.#metrics.inFlight.dec();
  }

  answered({ record, trace }: RequestContext, status: number, startedAt: number): void {
    const { traceId } = trace;
    const durationMs = performance.now() - startedAt;
    const operation = record.operationName?.slice(0, longestName);
    const label = this.#metrics.operationLabel(operation);
    this.#metrics.requests.inc({ operation: label, status });
    this.#metrics.requestSeconds.observe({ operation: label }, durationMs / 1000);
    for (const code of record.errorCodes) this.#metrics.errors.inc({ code });
    if (this.#tracer && trace.isSampled) this.#tracer.record(requestSpan(trace, record, status, startedAt));
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

const serverFault = 500;

function requestSpan(trace: Trace, record: RequestRecord, status: number, startedAtMs: number): Span {
  const { operationName, operationType, errorCodes } = record;
  const name = operationName?.slice(0, longestName);
  return {
    traceId: trace.traceId,
    spanId: trace.spanId,
    ...(trace.parentSpanId === undefined ? {} : { parentSpanId: trace.parentSpanId }),
    name: [operationType ?? 'graphql', name].filter((part) => part !== undefined).join(' '),
    kind: 'server',
    startedAtMs,
    endedAtMs: performance.now(),
    attributes: {
      'http.response.status_code': status,
      ...(operationType === undefined ? {} : { 'graphql.operation.type': operationType }),
      ...(name === undefined ? {} : { 'graphql.operation.name': name }),
      ...(errorCodes.length > 0 ? { 'graphql.errors': [...new Set(errorCodes)].join() } : {}),
    },
    isFailed: status >= serverFault || errorCodes.includes('INTERNAL_SERVER_ERROR'),
  };
}
