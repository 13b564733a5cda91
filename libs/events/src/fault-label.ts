import { basename } from 'node:path';
import { ZodError } from 'zod';

/**
 * What a log may say of an error: its kind, its codes, where it was thrown. Never its message, which may quote a child's data.
 */
export function faultLabel(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  if (error instanceof PlainFault) return error.message;
  const fields = error instanceof ZodError ? error.issues.map(({ code, path }) => `${path.join('.')}: ${code}`) : [];
  return [error.name, ...codesOf(error), ...fields, placeOf(error)].filter(Boolean).join(' ');
}

/** An error whose message is ours and names nobody. */
export class PlainFault extends Error {
  override name = 'PlainFault';
}

function codesOf(error: Error): string[] {
  const { code, constraint, cause } = error as { code?: unknown; constraint?: unknown; cause?: unknown };
  const own = [code, constraint].filter((text) => typeof text === 'string');
  return cause instanceof Error ? [...own, ...codesOf(cause)] : own;
}

function placeOf(error: Error): string {
  const [, file, line] = /\(?(?:file:\/\/)?([^\s()]+\.ts):(\d+):\d+\)?$/m.exec(error.stack ?? '') ?? [];
  return file ? `at ${basename(file)}:${line}` : '';
}
