import { randomUUID } from 'node:crypto';

const parentForm = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/;
const zeroTrace = '0'.repeat(32);

export interface Trace {
  traceId: string;
  /** Of this gateway's request. */
  spanId: string;
  /** The caller's span, if it sent one. */
  parentSpanId: string | undefined;
  /** Whether the caller wants it recorded. */
  isSampled: boolean;
  /** For the services: the same trace, with this gateway's request as their parent. */
  traceparent: string;
}

/** Continues the caller's trace (W3C Trace Context), or begins one. */
export function continueTrace(traceparent: string | undefined): Trace {
  const [, given, parent, flags = '01'] = parentForm.exec(traceparent ?? '') ?? [];
  const isContinued = given !== undefined && given !== zeroTrace;
  const traceId = isContinued ? given : hex32();
  const spanId = newSpanId();
  return {
    traceId,
    spanId,
    parentSpanId: isContinued ? parent : undefined,
    isSampled: (Number.parseInt(flags, 16) & 1) === 1,
    traceparent: traceparentOf(traceId, spanId, flags),
  };
}

export function traceparentOf(traceId: string, spanId: string, flags = '01'): string {
  return `00-${traceId}-${spanId}-${flags}`;
}

export function newSpanId(): string {
  return hex32().slice(16);
}

function hex32(): string {
  return randomUUID().replaceAll('-', '');
}
