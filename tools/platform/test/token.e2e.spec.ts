import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTokenVerifier } from '@bureau/access';
import { freePort } from '@bureau/postgres';
import { developmentToken } from '../src/development-token.ts';
import { developmentIssuer, issuerAddress, publishIssuer } from '../src/issuer.ts';

let dataDir: string;
let issuerPort: number;

beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'bureau-token-test-'));
  issuerPort = await freePort();
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

function command(words: string, environment: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(import.meta.dirname, '../src/token.ts'), ...words.split(' ')],
    {
      env: { PATH: process.env['PATH'], BUREAU_DATA: dataDir, DEV_ISSUER_PORT: String(issuerPort), ...environment },
      encoding: 'utf8',
    },
  );
  return { status, stdout: stdout.trim(), stderr: stderr.trim() };
}

describe('npm run token', () => {
  test('prints a token that whoever asks the issuer for its keys accepts', async () => {
    const { status, stdout } = command('--role township-leader --township 640121104');
    expect(status).toBe(0);

    await using cleanup = new AsyncDisposableStack();
    cleanup.use(await publishIssuer(await developmentIssuer(dataDir, issuerPort, 'bureau-graph'), issuerPort));
    const verifier = createTokenVerifier({ issuer: issuerAddress(issuerPort), audience: 'bureau-graph' });
    expect(await verifier.verify(`Bearer ${stdout}`)).toMatchObject({
      subject: 'demo-township-leader',
      roles: ['township-leader'],
      scope: { reach: 'township', county: '640121', township: '640121104' },
    });
  });

  test('keeps the private key to this user', () => {
    command('--role county-leader');
    expect(statSync(join(dataDir, 'issuer')).mode & 0o777).toBe(0o700);
    expect(statSync(join(dataDir, 'issuer/key.json')).mode & 0o777).toBe(0o600);
  });

  test.each([
    ['--role king', {}, /^There is no role king; roles: homeroom-teacher, .*\.$/],
    ['--role county-leader', { NODE_ENV: 'production' }, /^Development tokens are not made with NODE_ENV=production/],
    [
      '--role county-leader',
      { OIDC_ISSUER: 'https://sign-in.example' },
      /^OIDC_ISSUER is set: the platform accepts tokens of https:\/\/sign-in\.example only/,
    ],
  ])('refuses %s with %j in one line', (words, environment: Record<string, string>, reason) => {
    expect(command(words, environment)).toEqual({
      status: 1,
      stdout: '',
      stderr: expect.stringMatching(reason) as string,
    });
  });

  test('says which file is damaged, without a stack trace', () => {
    command('--role county-leader');
    const file = join(dataDir, 'issuer/key.json');
    writeFileSync(file, '{}');
    expect(command('--role county-leader').stderr).toBe(
      `${file} is damaged: put it back from a backup; a new one is made once it is gone, and what the old keys encrypted can then not be read.`,
    );
  });
});

describe('a school given by its code', () => {
  const wanted = '640121.0191d5a0-0000-7000-8000-000000000002';
  const pages = [
    {
      nodes: [{ id: '640121.0191d5a0-0000-7000-8000-000000000001', code: '3164000001' }],
      pageInfo: { hasNextPage: true, endCursor: 'next' },
    },
    { nodes: [{ id: wanted, code: '3164000002' }], pageInfo: { hasNextPage: false, endCursor: 'last' } },
  ];
  let gateway: Server;
  let port: number;

  beforeEach(async () => {
    port = await freePort();
    gateway = createServer((request, response) => {
      request.setEncoding('utf8').once('data', (body: string) => {
        const isSecond = (JSON.parse(body) as { variables: { after: string | null } }).variables.after === 'next';
        response.end(JSON.stringify({ data: { schools: pages[isSecond ? 1 : 0] } }));
      });
    });
    await new Promise<void>((resolve) => gateway.listen(port, resolve));
  });
  afterEach(() => new Promise((resolve) => gateway.close(resolve)));

  const claimsFor = async (code: string) => {
    const words = ['--role', 'school-registrar', '--school', code];
    const token = await developmentToken(words, { BUREAU_DATA: dataDir, PORT: String(port) }, '/');
    return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as {
      school: string;
      roles: string[];
    };
  };

  test('becomes its id, asked of the running platform', async () => {
    expect(await claimsFor('3164000002')).toMatchObject({ school: wanted, roles: ['school-registrar'] });
  });

  test('is refused when there is none', async () => {
    await expect(claimsFor('3164000009')).rejects.toThrow(
      'There is no school with the code 3164000009 in this county.',
    );
  });

  test('is refused when nothing runs', async () => {
    gateway.closeAllConnections();
    await new Promise((resolve) => gateway.close(resolve));
    await expect(claimsFor('3164000002')).rejects.toThrow(
      `Nothing answers at http://localhost:${port}: a school is found by its code only while`,
    );
  });
});
