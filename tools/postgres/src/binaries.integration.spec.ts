import { cpSync, mkdtempSync, rmSync, statSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serverAccount } from './account.ts';
import { linkLibraries, packagedPostgres, reachablePostgres } from './binaries.ts';

const version = `0.0.0-test-${process.pid}`;
let closed: string;

beforeAll(() => {
  // 0700: for root this is a repository that the account of the server cannot enter.
  closed = mkdtempSync(join(tmpdir(), 'bureau-binaries-test-'));
  cpSync(packagedPostgres(), join(closed, 'native'), { recursive: true, verbatimSymlinks: true });
  writeFileSync(join(closed, 'package.json'), JSON.stringify({ version }));
});
afterAll(() => {
  rmSync(closed, { recursive: true });
  rmSync(copy, { recursive: true, force: true });
});

const copy = join(tmpdir(), `bureau-postgres-${version}`);
const account = () => serverAccount(join(closed, 'cluster'));

test('binaries are run where they are unless their account cannot reach them; then from a copy that only root can write', () => {
  const found = reachablePostgres(join(closed, 'native'), account());
  expect(found).toBe(process.getuid?.() === 0 ? copy : join(closed, 'native'));
  expect(statSync(found).mode & 0o022).toBe(0);
});

test('a copy that has lost a file is made anew', () => {
  const found = reachablePostgres(join(closed, 'native'), account());
  const lost = join(found, 'share/postgresql/timezone/Asia/Shanghai');
  const isCopy = found === copy;
  if (isCopy) unlinkSync(lost);
  reachablePostgres(join(closed, 'native'), account());
  expect(statSync(lost).size).toBeGreaterThan(0);
});

test('libraries are linked although install scripts were switched off', () => {
  const library = join(closed, 'native/lib/libpq.so.5');
  unlinkSync(library);
  linkLibraries(join(closed, 'native'));
  expect(statSync(library).size).toBeGreaterThan(100_000);
});
