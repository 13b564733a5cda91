import { statfsSync } from 'node:fs';

/** Something a person can mend; the message is one line: what is wrong, where, what to do. */
export class Fault extends Error {
  override name = 'Fault';
}

export function errorCode(error: unknown): string | undefined {
  return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
    ? error.code
    : undefined;
}

const fullBelowBytes = 16_777_216;
const folderCodes = ['EACCES', 'EPERM', 'ENOTDIR', 'EEXIST', 'EISDIR', 'EROFS', 'ENOENT', 'ERR_SQLITE_ERROR'];

/** Says what is wrong with a folder when the error is about files; any other error is returned as it is. */
export function folderFault(folder: string, error: unknown): unknown {
  const code = errorCode(error);
  if (code === 'ENOSPC') return diskFull(folder);
  if (error instanceof Fault || code === undefined || !folderCodes.includes(code)) return error;
  return new Fault(
    `Cannot use ${folder} (${code === 'ERR_SQLITE_ERROR' ? 'no access' : code}): it must be a folder that this user may read and write; correct its permissions or move it away.`,
    { cause: error },
  );
}

/** Programs that cannot write say all kinds of things; when the disk is full, that is the reason. */
export function orDiskFull(folder: string, error: unknown): unknown {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize < fullBelowBytes ? diskFull(folder) : error;
}

/** Why PostgreSQL did not start, from what it wrote. */
export function serverFault(output: string, folder: string, port: number, logFile: string): Fault {
  // English whatever the machine speaks: the server is started without its language.
  if (/No space left on device|Check free disk space/.test(output)) return diskFull(folder);
  if (isPortTaken(output)) {
    return new Fault(
      `Port ${port} on 127.0.0.1 is taken, PostgreSQL cannot listen there: end the program that uses it, or choose another port.`,
    );
  }
  if (/incompatible with server/.test(output)) {
    return new Fault(
      `The data in ${folder} belong to another version of PostgreSQL: start the version that wrote them, or move the folder away.`,
    );
  }
  const reason =
    [...output.matchAll(/(?:FATAL|PANIC|error):\s+(?!\s|the database system is)(.*)/g)].at(-1)?.[1] ??
    'it gave no reason';
  return new Fault(`PostgreSQL did not start on the data in ${folder}: ${reason}. Its log is ${logFile}.`);
}

export function isPortTaken(output: string): boolean {
  return /Address already in use/.test(output);
}

/** After kill -9 of the postmaster its last sessions hold the shared memory until they notice. */
export function isStillInUse(output: string): boolean {
  return /pre-existing shared memory block|lock file "postmaster.pid" already exists/.test(output);
}

function diskFull(folder: string): Fault {
  return new Fault(
    `The disk that holds ${folder} is full: free some space (PostgreSQL needs about 1 GB) and start again.`,
  );
}
