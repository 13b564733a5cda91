import { execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { connect } from './connection.ts';
import { startPostgres, type RunningPostgres } from './start.ts';

const started: RunningPostgres[] = [];
let folder: string;
let dataDir: string;

async function start(port?: number): Promise<RunningPostgres> {
  const server = await startPostgres({ dataDir, durable: true, ...(port && { port }) });
  started.push(server);
  return server;
}

async function one(server: RunningPostgres, sql: string): Promise<unknown> {
  await using client = await connect(server.superuser);
  const { rows } = await client.query<{ value: unknown }>(sql);
  return rows[0]?.value;
}

beforeAll(async () => {
  // mkdtemp's folder is 0700: for root this is the case of a repository that PostgreSQL's account cannot enter.
  folder = mkdtempSync(join(tmpdir(), 'bureau-postgres-test-'));
  dataDir = join(folder, 'made');
  await (await startPostgres({ dataDir, durable: false })).stop();
});

beforeEach(() => {
  dataDir = join(folder, 'postgres');
  execFileSync('cp', ['-a', join(folder, 'made'), dataDir]);
});

afterEach(async () => {
  await Promise.all(started.splice(0).map((server) => server.stop()));
  rmSync(dataDir, { recursive: true, force: true });
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('PostgreSQL of a data folder', () => {
  test('keeps what was committed when it is killed', async () => {
    const first = await start();
    await one(first, 'CREATE TABLE kept AS SELECT generate_series(1, 1000) AS n');
    process.kill(first.pid, 'SIGKILL');
    await first.exited;

    const second = await start();
    expect(second.reused).toBe(false);
    expect(await one(second, 'SELECT count(*)::int AS value FROM kept')).toBe(1000);
  });

  test('starts again at once when it was killed with a statement under way', async () => {
    const first = await start();
    const sleeping = one(first, 'SELECT pg_sleep(600)').then(
      () => 'finished',
      () => 'cut off',
    );
    process.kill(first.pid, 'SIGKILL');

    const second = await start();
    expect(await one(second, 'SELECT 1 AS value')).toBe(1);
    expect(await sleeping).toBe('cut off');
  });

  test('starts although its lock file names a process that is not PostgreSQL', async () => {
    const first = await start();
    await first.stop();
    const stranger = spawn('sleep', ['60'], { cwd: join(dataDir, 'cluster/data') });
    const note = join(dataDir, 'cluster/data/postmaster.pid');
    writeFileSync(note, `${stranger.pid}\n${join(dataDir, 'cluster/data')}\n1700000000\n${first.port}\n\n127.0.0.1\n`);
    const { uid, gid } = statSync(join(dataDir, 'cluster'));
    chownSync(note, uid, gid);

    const second = await start();
    stranger.kill();
    expect(second.reused).toBe(false);
    expect(await one(second, 'SELECT 1 AS value')).toBe(1);
  });

  test('is started once by two first starts at the same moment, and shared', async () => {
    rmSync(dataDir, { recursive: true });
    const [one, other] = await Promise.all([start(), start()]);
    expect(other.pid).toBe(one.pid);
    expect([one.reused, other.reused].sort()).toEqual([false, true]);
  });

  test('is made whole or not at all', async () => {
    rmSync(dataDir, { recursive: true });
    mkdirSync(join(dataDir, '.new-half/data'), { recursive: true });
    await start();
    expect(existsSync(join(dataDir, '.new-half'))).toBe(false);
    expect(readFileSync(join(dataDir, 'cluster/data/PG_VERSION'), 'utf8')).toBe('18\n');
  });

  test('keeps its password to itself and demands it', async () => {
    const server = await start();
    expect(statSync(join(dataDir, 'cluster/password')).mode & 0o777).toBe(0o600);
    expect(server.superuser.password).toMatch(/^[\w-]{32}$/);
    await expect(connect({ ...server.superuser, password: 'wrong' })).rejects.toThrow('password authentication failed');
  });

  test('commits to disk, in UTF-8, without parallel surprises, on the loopback address only', async () => {
    const server = await start();
    const settings = [
      'fsync',
      'synchronous_commit',
      'full_page_writes',
      'server_encoding',
      'listen_addresses',
      'unix_socket_directories',
    ];
    const shown = await Promise.all(settings.map((name) => one(server, `SELECT current_setting('${name}') AS value`)));
    expect(shown).toEqual(['on', 'on', 'on', 'UTF8', '127.0.0.1', '']);
    expect(
      await one(
        server,
        "SELECT datlocprovider::text || datlocale AS value FROM pg_database WHERE datname = 'postgres'",
      ),
    ).toBe('bC.UTF-8');
  });

  test('outlives a program that only found it running', async () => {
    const first = await start();
    const script = `import { startPostgres } from '${import.meta.dirname}/index.ts';
      console.log((await startPostgres({ dataDir: '${dataDir}', durable: true })).reused);`;
    const words = ['--input-type=module-typescript', '-e', script];
    expect(execFileSync(process.execPath, words, { encoding: 'utf8' })).toBe('true\n');
    await sleep(300);
    expect(await one(first, 'SELECT 1 AS value')).toBe(1);
  });

  test('is gone when the program that started it is killed', async () => {
    const script = `import { startPostgres } from '${import.meta.dirname}/index.ts';
      console.log((await startPostgres({ dataDir: '${dataDir}', durable: true })).pid);`;
    const starter = spawn(process.execPath, ['--input-type=module-typescript', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const pid = await new Promise<number>((resolve) => starter.stdout.once('data', (text) => resolve(Number(text))));
    starter.kill('SIGKILL');

    while (existsSync(`/proc/${pid}/cwd`)) await sleep(20);
    expect(existsSync(join(dataDir, 'cluster/data/postmaster.pid'))).toBe(false);
  });
});

describe('a start that cannot succeed says why in one line', () => {
  test('on a taken port', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const address = other.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    await expect(start(port)).rejects.toThrow(
      `Port ${port} on 127.0.0.1 is taken, PostgreSQL cannot listen there: end the program that uses it, or choose another port.`,
    );
    other.close();
  });

  test('on something that is not a folder', async () => {
    rmSync(dataDir, { recursive: true });
    writeFileSync(dataDir, '');
    await expect(start()).rejects.toThrow(
      `Cannot use ${dataDir} (EEXIST): it must be a folder that this user may read and write`,
    );
  });

  test('on data of another version', async () => {
    writeFileSync(join(dataDir, 'cluster/data/PG_VERSION'), '15\n');
    await expect(start()).rejects.toThrow(/^The data in .* belong to another version of PostgreSQL: /);
  });

  test('on data that are damaged', async () => {
    rmSync(join(dataDir, 'cluster/data/global/pg_control'));
    await expect(start()).rejects.toThrow(
      /^PostgreSQL did not start on the data in .*: .*\. Its log is .*postgres\.log\.$/,
    );
  });

  test('on a lost password', async () => {
    writeFileSync(join(dataDir, 'cluster/password'), 'lost');
    await expect(start()).rejects.toThrow('refuses the password kept beside its data');
  });
});
