import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { Fault } from '@bureau/postgres';
import { feedReaders, offices, type Office } from './office.ts';
import { openPrivateFile } from './private-file.ts';

const text = z.string().min(1);
const word = () => randomBytes(24).toString('base64url');
const rolePasswords = z.object({ service: text, owner: text });

const secretsShape = z.object({
  /** Encrypts ID and account numbers; 32 bytes, base64. */
  dataKey: text,
  /** Finds them again; 32 bytes, base64. */
  indexKey: text,
  roles: z.record(z.enum(offices), rolePasswords),
  /** With which an office reads another's feed; data from before enrollment read one have no key of it. */
  feedKeys: z.object({
    'special-education': text,
    'student-aid': text,
    'internet-plus': text,
    enrollment: text.default(word),
  }),
});

export type Secrets = z.infer<typeof secretsShape>;

/** Made on the first start and kept: data encrypted with a lost key are lost. */
export async function openSecrets(dataDir: string): Promise<Secrets> {
  const file = join(dataDir, 'secrets.json');
  if (!existsSync(file) && existsSync(join(dataDir, 'postgres'))) {
    throw new Fault(
      `${file} is gone, and the data beside it are encrypted with its keys: put it back from a backup, or remove ${dataDir} to begin anew.`,
    );
  }
  return openPrivateFile(file, secretsShape, newSecrets);
}

function newSecrets(): Secrets {
  const key = () => randomBytes(32).toString('base64');
  const each = <Name extends Office, Value>(names: readonly Name[], make: () => Value) =>
    Object.fromEntries(names.map((name) => [name, make()])) as Record<Name, Value>;
  return {
    dataKey: key(),
    indexKey: key(),
    roles: each(offices, () => ({ service: word(), owner: word() })),
    feedKeys: each(feedReaders, word),
  };
}
