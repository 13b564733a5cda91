import { basename } from 'node:path';
import { ZodError } from 'zod';

/** An error whose message is ours and names nobody. */
export class PlainFault extends Error {
  override name = 'PlainFault';
}

/**
 * What a log may say of an error: its kind, its codes, where it was thrown. Never its message, which may quote a child's data.
 */
export function faultLabel(error: unknown): string {
  if (error instanceof PlainFault) return error.message;
  const { name, stack } = Object(error) as { name?: string; stack?: string };
  const fields = error instanceof ZodError ? error.issues.map(({ code, path }) => `${path.join('.')}: ${code}`) : [];
  return [name ?? typeof error, ...codesOf(error), ...fields, placeIn(stack ?? '')].filter(Boolean).join(' ');
}

function codesOf(error: unknown): string[] {
  const { code, constraint, cause } = Object(error) as { code?: unknown; constraint?: unknown; cause?: unknown };
  const own = [code, constraint].filter((text) => typeof text === 'string');
  return cause === undefined ? own : [...own, ...codesOf(cause)];
}

/** `at roster.ts:33`, from the first line of a stack that is in a source of ours. */
function placeIn(stack: string): string {
  const [, file, line] = /^\s+at .*?([^\s()]+\.ts):(\d+):\d+\)?$/m.exec(stack) ?? [];
  return file ? `at ${basename(file)}:${line}` : '';
}
