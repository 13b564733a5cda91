import { randomUUID } from 'node:crypto';

const parentForm = /^00-([0-9a-f]{32})-[0-9a-f]{16}-([0-9a-f]{2})$/;
const zeroTrace = '0'.repeat(32);

export interface Trace {
  traceId: string;
  /** For the services: the same trace, with this gateway's request as their parent. */
  traceparent: string;
}

/** Continues the caller's trace (W3C Trace Context), or begins one. */
export function continueTrace(traceparent: string | undefined): Trace {
  const [, given, flags = '01'] = parentForm.exec(traceparent ?? '') ?? [];
  const traceId = given && given !== zeroTrace ? given : hex32();
  return { traceId, traceparent: `00-${traceId}-${hex32().slice(16)}-${flags}` };
}

function hex32(): string {
  return randomUUID().replaceAll('-', '');
}
