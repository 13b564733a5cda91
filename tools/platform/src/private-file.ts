import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { z } from 'zod';
import { Fault, folderFault } from '@bureau/postgres';

/** A JSON file that only this user may read; made when it does not exist, whole or not at all, by one of several starters. */
export async function openPrivateFile<Value>(
  file: string,
  shape: z.ZodType<Value>,
  make: () => Value | Promise<Value>,
): Promise<Value> {
  try {
    if (!existsSync(file)) await create(file, make);
    return parse(file, shape);
  } catch (error) {
    throw folderFault(dirname(file), error);
  }
}

async function create<Value>(file: string, make: () => Value | Promise<Value>): Promise<void> {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify(await make(), null, 2)}\n`, { mode: 0o600 });
  try {
    linkSync(draft, file);
  } catch (error) {
    if (!existsSync(file)) throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

function parse<Value>(file: string, shape: z.ZodType<Value>): Value {
  const text = readFileSync(file, 'utf8');
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    content = undefined;
  }
  const result = shape.safeParse(content);
  if (result.success) return result.data;
  throw new Fault(
    `${file} is damaged: put it back from a backup; a new one is made once it is gone, and what the old keys encrypted can then not be read.`,
  );
}
