import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const locked = {
  '': { name: 'bureau-graph' },
  'libs/money': { version: '0.1.0' },
  'node_modules/@bureau/money': { resolved: 'libs/money', link: true },
  'node_modules/pg': { version: '8.23.1', resolved: 'https://registry/pg-8.23.1.tgz' },
  'node_modules/fsevents': { version: '2.3.3', resolved: 'https://registry/fsevents.tgz', optional: true },
  'node_modules/left': { version: '1.0.0', resolved: 'https://registry/left.tgz', extraneous: true },
};
const installed = {
  'node_modules/@bureau/money': locked['node_modules/@bureau/money'],
  'node_modules/pg': locked['node_modules/pg'],
};

let repository: string;

beforeEach(() => {
  repository = mkdtempSync(join(tmpdir(), 'bureau-preflight-test-'));
  mkdirSync(join(repository, 'tools'));
  mkdirSync(join(repository, 'node_modules'));
  copyFileSync(join(import.meta.dirname, '../../preflight.cjs'), join(repository, 'tools/preflight.cjs'));
  writeFileSync(join(repository, 'package-lock.json'), JSON.stringify({ packages: locked }));
});
afterEach(() => rmSync(repository, { recursive: true }));

/** What the commands' `pre…` script does, with an npm that only says what it was asked. */
function preflight(npmScript: string) {
  const npm = join(repository, 'npm.cjs');
  writeFileSync(npm, npmScript);
  const { status, stderr } = spawnSync(process.execPath, [join(repository, 'tools/preflight.cjs')], {
    env: { PATH: process.env['PATH'], npm_execpath: npm },
    encoding: 'utf8',
  });
  return { status, stderr };
}

function note(packages: object): void {
  writeFileSync(join(repository, 'node_modules/.package-lock.json'), JSON.stringify({ packages }));
}

const sayWords = 'console.error(process.argv.slice(2).join(" "))';
const asked =
  'Installing what is missing (npm ci, about a minute) …\nci --no-audit --no-fund --include=dev --include=optional\n';

test('installs nothing when npm’s own note says that everything is there', () => {
  note(installed);
  expect(preflight(sayWords)).toEqual({ status: 0, stderr: '' });
});

test.each([
  ['nothing', undefined],
  ['another version', { ...installed, 'node_modules/pg': { ...locked['node_modules/pg'], version: '8.23.0' } }],
  ['not everything', { 'node_modules/@bureau/money': locked['node_modules/@bureau/money'] }],
])('installs when %s is there', (_, packages) => {
  if (packages) note(packages);
  expect(preflight(sayWords)).toEqual({ status: 0, stderr: asked });
});

test('says what to check when the installation fails', () => {
  const { status, stderr } = preflight('process.exit(7)');
  expect(status).toBe(1);
  expect(stderr).toContain('Installation failed (see above). Check that this machine reaches its npm registry');
});
