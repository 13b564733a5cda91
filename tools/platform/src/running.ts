import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { Fault, folderFault, tryLock, type FileLock } from '@bureau/postgres';

const noteShape = z.object({
  pid: z.number(),
  url: z.string(),
  /** Not there when tokens come from an issuer of the bureau's own. */
  issuerPort: z.number().optional(),
});

/** What a running platform says about itself to whoever looks into its data folder. */
export type RunningNote = z.infer<typeof noteShape>;

/** Makes this process the only platform on the data folder until it ends, however it ends. */
export async function becomeTheOnlyOne(dataDir: string, note: RunningNote): Promise<FileLock> {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    for (let attempt = 0; attempt < 20; attempt += 1) {
      const lock = tryLock(join(dataDir, 'platform.lock'));
      if (lock) {
        writeFileSync(noteFile(dataDir), JSON.stringify(note));
        return lock;
      }
      refuseBeside(lastPlatform(dataDir), dataDir);
      await sleep(50);
    }
  } catch (error) {
    throw folderFault(dataDir, error);
  }
  throw new Fault(`Another platform is starting or ending on ${dataDir}: try again in a moment.`);
}

/** The platform that runs on this data folder, or the last one that did. */
export function lastPlatform(dataDir: string): RunningNote | null {
  try {
    return noteShape.parse(JSON.parse(readFileSync(noteFile(dataDir), 'utf8')));
  } catch {
    return null;
  }
}

/** The holder of the lock may be a moment before writing its note: a note of a process that is gone says nothing. */
function refuseBeside(other: RunningNote | null, dataDir: string): void {
  if (!other || !isProcess(other.pid)) return;
  throw new Fault(
    `The platform already runs on ${dataDir} (process ${other.pid}): ${other.url}. It goes on; Ctrl-C there, or kill ${other.pid}, ends it.`,
  );
}

function isProcess(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

const noteFile = (dataDir: string) => join(dataDir, 'platform.json');
