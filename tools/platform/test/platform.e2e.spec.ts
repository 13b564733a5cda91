import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ask, ownPlace, startFake, startFakeBelowNpm, within, type PlatformProcess } from './platform-process.ts';

let folder: string;
let dataDir: string;
let place: Record<string, string>;
const started: PlatformProcess[] = [];

function start(environment: Record<string, string> = {}): PlatformProcess {
  const platform = startFake({ ...place, ...environment });
  started.push(platform);
  return platform;
}

async function startReady(): Promise<PlatformProcess> {
  const platform = start();
  await platform.until('Ready:');
  return platform;
}

function postmasterPid(): number {
  return Number(readFileSync(join(dataDir, 'postgres/cluster/data/postmaster.pid'), 'utf8').split('\n')[0]);
}

function isGone(pid: number): boolean {
  try {
    // A zombie has ended; its parent has not noticed yet.
    return readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ');
  } catch {
    return true;
  }
}

// One data folder for all, as a platform has that is started again and again.
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'bureau-platform-test-'));
  dataDir = join(folder, 'data');
});

beforeEach(async () => {
  place = await ownPlace(dataDir);
});

afterEach(async () => {
  for (const { child } of started) child.kill('SIGTERM');
  await Promise.all(started.splice(0).map(({ ended }) => ended));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the platform', () => {
  test.each(['SIGINT', 'SIGTERM'] as const)(
    'starts everything, says where it is, and ends everything at %s',
    async (signal) => {
      const platform = await startReady();
      expect(platform.output()).toContain(
        `Ready: http://localhost:${place['PORT']}/graphql (Ctrl-C ends everything)\nToken: npm run --silent token`,
      );
      const pids = [(await ask(place['PORT'])).pid, (await ask(place['ENROLLMENT_PORT'])).pid, postmasterPid()];

      platform.child.kill(signal);
      expect(await platform.ended).toBe(0);
      expect(pids.map(isGone)).toEqual([true, true, true]);
    },
  );

  test('tells a second start about the first, and leaves the first alone', async () => {
    const first = await startReady();
    const before = await ask(place['PORT']);
    const second = start();

    expect(await second.ended).toBe(1);
    expect(second.output().trim()).toBe(
      `The platform already runs on ${dataDir} (process ${first.child.pid}): http://localhost:${place['PORT']}. It goes on; Ctrl-C there, or kill ${first.child.pid}, ends it.`,
    );
    expect(await ask(place['PORT'])).toEqual(before);
  });

  test('is one of two that start at the same moment', async () => {
    const both = [start(), start()];
    const loser = await Promise.race(both.map(async (platform) => (await platform.ended, platform)));
    const winner = both.find((platform) => platform !== loser);

    expect(loser.output()).toMatch(/^\nThe platform already runs on /);
    await winner?.until('Ready:');
  });

  test('starts a killed service again', async () => {
    const platform = await startReady();
    const { pid } = await ask(place['ENROLLMENT_PORT']);
    process.kill(pid, 'SIGKILL');

    await platform.until('enrollment is ready again');
    expect(platform.output()).toContain('enrollment ended unexpectedly (SIGKILL): it gave no reason');
    expect((await ask(place['ENROLLMENT_PORT'])).pid).not.toBe(pid);
  });

  test('starts a killed PostgreSQL again where its services look for it', async () => {
    const platform = await startReady();
    process.kill(postmasterPid(), 'SIGKILL');

    await platform.until('PostgreSQL is ready again');
    expect((await ask(place['ENROLLMENT_PORT'])).databases).toBe(7);
  });

  test('leaves nothing behind when it is killed, and starts again at once', async () => {
    const first = await startReady();
    const pids = [(await ask(place['PORT'])).pid, (await ask(place['ENROLLMENT_PORT'])).pid, postmasterPid()];
    first.child.kill('SIGKILL');
    await first.ended;
    await within(
      5_000,
      'services gone',
      () => pids.map(isGone).join(),
      async () => pids.every(isGone),
    );

    await startReady();
  });

  test.each(['SIGTERM', 'SIGKILL'] as const)('ends in good order when npm is ended by %s', async (signal) => {
    const npm = startFakeBelowNpm(place);
    started.push(npm);
    await npm.until('Ready:');
    const pids = [(await ask(place['PORT'])).pid, (await ask(place['ENROLLMENT_PORT'])).pid, postmasterPid()];

    npm.child.kill(signal);
    // The streams close when the last process that holds them is gone.
    await npm.ended;
    expect(npm.output()).toContain('Ending …');
    expect(pids.map(isGone)).toEqual([true, true, true]);
  });

  test('ends at once when it is told to while it starts', async () => {
    const platform = start({ FAKE_TASK_MS: '60000' });
    await platform.until('PostgreSQL is ready');
    const pid = postmasterPid();
    platform.child.kill('SIGINT');

    expect(await platform.ended).toBe(0);
    expect(isGone(pid)).toBe(true);
  });
});

describe('a start that cannot succeed says why in one line and leaves nothing running', () => {
  test('when a program fails', async () => {
    const platform = start({ FAKE_FAULT: 'SOME_SETTING: a number is needed' });
    expect(await platform.ended).toBe(1);

    const line = platform.output().trim().split('\n').at(-1);
    expect(line).toBe(
      `gateway did not start (exit code 1): Error: SOME_SETTING: a number is needed (log: ${join(dataDir, 'logs/gateway.log')})`,
    );
    await expect(ask(place['ENROLLMENT_PORT'])).rejects.toThrow('fetch failed');
  });

  test.each(['PORT', 'ENROLLMENT_PORT', 'DEV_ISSUER_PORT'])('when %s is taken', async (variable) => {
    const other = createServer().listen(Number(place[variable]), '127.0.0.1');
    const platform = start();
    expect(await platform.ended).toBe(1);
    other.close();
    expect(platform.output().trim()).toBe(
      `Port ${place[variable]} is taken: end the program that listens there, or set ${variable} to a free port.`,
    );
  });

  test('when the data folder is none', async () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    const platform = start({ BUREAU_DATA: file });
    expect(await platform.ended).toBe(1);
    expect(platform.output().trim()).toBe(
      `Cannot use ${file} (EEXIST): it must be a folder that this user may read and write; correct its permissions or move it away.`,
    );
  });

  test('when a setting is wrong', async () => {
    const platform = start({ PORT: 'http' });
    expect(await platform.ended).toBe(1);
    expect(platform.output().trim()).toBe('Bad settings in the environment: PORT: a number is needed');
  });
});
