import type { Cancellation } from './cancellation.ts';
import type { Language } from './language.ts';
import type { Trace } from './observe/trace.ts';
import type { AnswerText } from './plan/answer-text.ts';

/** What a request is, beside its GraphQL: who asks, in which trace, and whether the caller still waits. */
export interface RequestContext {
  /** Passed on to the services as they are. */
  serviceHeaders: Record<string, string>;
  language: Language;
  trace: Trace;
  cancellation: Cancellation;
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
  /** Set when it is too long to be one text. */
  longData: AnswerText | undefined;
}
