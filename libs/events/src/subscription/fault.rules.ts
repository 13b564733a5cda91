/** Connection, serialisation and deadlock, resources, shutdown, system. */
const PASSING_STATES = /^(08|40|53|57P|58)/;
const PASSING_CODES = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN']);
const PASSING_MESSAGES =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered|Client was closed)/;

/** Whether the database was away or busy, as opposed to an event that cannot be applied. */
export function isPassing(error: unknown): boolean {
  const { code, message } = Object(error) as { code?: unknown; message?: unknown };
  return PASSING_STATES.test(String(code)) || PASSING_CODES.has(String(code)) || PASSING_MESSAGES.test(String(message));
}
