import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { connect, type Connection } from '@bureau/postgres';

/** What need not be done again on this database as long as the sources it was done with are the same. */
export interface DoneNote {
  database: string;
  name: string;
  /** Folders; none for what is done once and for all. */
  sources: readonly string[];
}

/**
 * The notes are kept in the database itself, as its comment: so a database that is restored or made anew says what was
 * done to it, and a start with nothing to do is spared a process for each office.
 */
export async function isDone(superuser: Connection, note: DoneNote): Promise<boolean> {
  return (await notesOf(superuser, note.database))[note.name] === fingerprint(note.sources);
}

export async function noteDone(superuser: Connection, note: DoneNote): Promise<void> {
  const notes = { ...(await notesOf(superuser, note.database)), [note.name]: fingerprint(note.sources) };
  await using client = await connect(superuser);
  const comment = client.escapeLiteral(JSON.stringify(notes));
  await client.query(`COMMENT ON DATABASE ${client.escapeIdentifier(note.database)} IS ${comment}`);
}

async function notesOf(superuser: Connection, database: string): Promise<Record<string, unknown>> {
  await using client = await connect(superuser);
  const { rows } = await client.query<{ comment: string | null }>(
    `SELECT shobj_description(oid, 'pg_database') AS comment FROM pg_database WHERE datname = $1`,
    [database],
  );
  try {
    return JSON.parse(rows[0]?.comment ?? '{}') as Record<string, unknown>;
  } catch {
    return {};
  }
}

function fingerprint(folders: readonly string[]): string {
  const hash = createHash('sha256');
  for (const folder of folders) {
    for (const file of globSync('**/*.ts', { cwd: folder }).sort()) {
      hash.update(file).update(readFileSync(join(folder, file)));
    }
  }
  return hash.digest('hex').slice(0, 16);
}
