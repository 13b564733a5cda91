import { GraphQLError } from 'graphql';

export type RefusalCode = 'UNAUTHENTICATED' | 'SERVICE_UNAVAILABLE';

const httpStatus: Record<RefusalCode, number> = { UNAUTHENTICATED: 401, SERVICE_UNAVAILABLE: 503 };

/** Why a caller was turned away before any question was answered. The message is fit for the caller and never holds the token. */
export class AccessRefusal extends GraphQLError {
  readonly code: RefusalCode;
  readonly status: number;

  constructor(code: RefusalCode, message: string, cause?: unknown) {
    super(message, { extensions: { code } });
    this.name = 'AccessRefusal';
    this.code = code;
    this.status = httpStatus[code];
    this.cause = cause;
  }
}
