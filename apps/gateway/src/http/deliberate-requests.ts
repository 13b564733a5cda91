/** A bearer token or one of these headers cannot be sent by a foreign page without a preflight, which is never granted. */
export const headersOfDeliberateRequests = ['x-apollo-operation-name', 'apollo-require-preflight', 'authorization'];
