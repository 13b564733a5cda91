/** A piece of work, as OpenTelemetry wants it told. */
export interface Span {
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  name: string;
  /** `server`: a request that came in. `client`: one that went out. */
  kind: 'server' | 'client';
  startedAtMs: number;
  endedAtMs: number;
  attributes: Readonly<Record<string, string | number>>;
  isFailed: boolean;
}

/** Takes spans that are over; never waits and never fails. */
export interface Tracer {
  record(span: Span): void;
  stop(): Promise<void>;
}
