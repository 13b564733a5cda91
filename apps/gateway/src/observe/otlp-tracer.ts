import { randomUUID } from 'node:crypto';
import { request } from 'undici';
import type { Span, Tracer } from './tracer.ts';

export interface OtlpOptions {
  /** Where traces are sent, `/v1/traces` included. */
  endpoint: string;
  headers: Readonly<Record<string, string>>;
  serviceName: string;
  onProblem: (problem: string) => void;
}

const everyMs = 1_000;
const mostWaiting = 8_192;
const kinds = { server: 2, client: 3 };
const failed = 2;
const patienceMs = 5_000;

/** Sends spans to a collector in the OpenTelemetry protocol (OTLP over HTTP, JSON), once a second. What a silent collector does not take is lost. */
export function otlpTracer({ endpoint, headers, serviceName, onProblem }: OtlpOptions): Tracer {
  let waiting: Span[] = [];
  const resource = {
    attributes: [attribute('service.name', serviceName), attribute('service.instance.id', randomUUID())],
  };

  async function send(): Promise<void> {
    if (waiting.length === 0) return;
    const spans = waiting.map(toOtlp);
    waiting = [];
    const body = JSON.stringify({
      resourceSpans: [{ resource, scopeSpans: [{ scope: { name: serviceName }, spans }] }],
    });
    try {
      const { statusCode, body: answer } = await request(endpoint, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body,
        headersTimeout: patienceMs,
        bodyTimeout: patienceMs,
      });
      await answer.dump();
      if (statusCode >= 400) onProblem(`the collector answers ${statusCode}`);
    } catch (error) {
      onProblem(error instanceof Error ? error.message : String(error));
    }
  }

  const timer = setInterval(() => void send(), everyMs).unref();
  return {
    record(span) {
      if (waiting.length < mostWaiting) waiting.push(span);
    },
    async stop() {
      clearInterval(timer);
      await send();
    },
  };
}

function toOtlp({ kind, startedAtMs, endedAtMs, attributes, isFailed, ...span }: Span): object {
  return {
    ...span,
    kind: kinds[kind],
    startTimeUnixNano: nanoseconds(startedAtMs),
    endTimeUnixNano: nanoseconds(endedAtMs),
    attributes: Object.entries(attributes).map(([key, value]) => attribute(key, value)),
    status: isFailed ? { code: failed } : {},
  };
}

function attribute(key: string, value: string | number): object {
  return { key, value: typeof value === 'number' ? { intValue: String(value) } : { stringValue: value } };
}

/** From the process's clock, which does not jump, to the time of day. */
function nanoseconds(ms: number): string {
  return String(BigInt(Math.round((performance.timeOrigin + ms) * 1_000)) * 1_000n);
}
