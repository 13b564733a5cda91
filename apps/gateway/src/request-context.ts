import type { Language } from './language.ts';

/** What a request is, beside its GraphQL: who asks, in which trace, and whether the caller still waits. */
export interface RequestContext {
  /** Passed on to the services as they are. */
  serviceHeaders: Record<string, string>;
  language: Language;
  traceId: string;
  signal: AbortSignal;
  /** Filled in while the request is handled; what its log line and its figures say. */
  record: RequestRecord;
}

export interface RequestRecord {
  operationName: string | undefined;
  operationType: string | undefined;
  /** Points, once the operation is known to be allowed. */
  cost: number | undefined;
  errorCodes: string[];
  serviceFailures: string[];
}
