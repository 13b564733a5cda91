import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { type Bench, openBench } from './seed/bench.seed.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await openBench();
});
afterAll(() => bench.close());

const rebuild = (databaseUrl: string) =>
  spawnSync(process.execPath, [join(import.meta.dirname, 'rebuild.ts')], {
    env: { ...process.env, STUDENT_AID_DATABASE_URL: databaseUrl },
    encoding: 'utf8',
  });

async function kept() {
  const count = (table: string) => bench.database.arrange(`SELECT count(*)::int FROM ${table}`);
  const tables = ['student_roster', 'aid_award', 'payment'];
  const counts = await Promise.all(tables.map(async (table) => [table, await count(table)] as const));
  return Object.fromEntries(counts.map(([table, [row]]) => [table, (row as { count: number }).count]));
}

it('the program empties the rosters of every county and goes back to the start of the feed; what was paid stays', async () => {
  for (const county of ['640121', '640122']) {
    await bench.seed.programme(county, 'CE_LIVING_B');
    const place = bench.seed.place(county);
    const studentId = await bench.seed.student(place);
    await bench.seed.payment(await bench.seed.award(place, 'CE_LIVING_B', { studentId }));
  }
  await bench.database.arrange(
    `INSERT INTO subscription_cursor VALUES ('/bureau/enrollment', gen_random_uuid(), 4711, now())`,
  );
  expect(await kept()).toEqual({ student_roster: 2, aid_award: 2, payment: 2 });

  expect(rebuild(bench.database.serviceUrl)).toMatchObject({ status: 0, stdout: '', stderr: '' });
  expect(await kept()).toEqual({ student_roster: 0, aid_award: 2, payment: 2 });
  expect(await bench.database.arrange('SELECT source, feed_id, position FROM subscription_cursor')).toEqual([
    { source: '/bureau/enrollment', feed_id: null, position: '0' },
  ]);
});

it('says which setting it lacks', () => {
  const { status, stderr } = rebuild('');
  expect(status).toBe(1);
  expect(stderr).toContain('STUDENT_AID_DATABASE_URL');
});
