import { randomInt } from 'node:crypto';
import { createServer } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { studentChanged } from '../contract/student-changed.ts';
import { createFeed } from '../feed/feed.ts';
import { environment, openMortalDatabase, stderrLog } from './program.ts';
import { changePupil } from './pupils.ts';

/** An office that changes children and publishes it until it is killed; says each change once it is committed. */
const told = environment();
const { PORT, WRITERS, FEED_KEY = '', SOURCE = '' } = told;
const dataSource = await openMortalDatabase(told);
const feed = createFeed({
  dataSource,
  source: SOURCE,
  subscribers: new Map([[FEED_KEY, { name: 'trial', types: [studentChanged.type] }]]),
  log: stderrLog,
});
void feed.run(new AbortController().signal);
createServer((request, response) => void feed.handle(request, response)).listen(Number(PORT), '127.0.0.1', () => {
  process.stdout.write('ready\n');
});

const pupils = await dataSource.query<{ id: string; county: string }[]>('SELECT id, county_code AS county FROM pupil');
await Promise.all(Array.from({ length: Number(WRITERS) }, write));

async function write(): Promise<never> {
  for (;;) {
    const pupil = pupils[randomInt(Math.min(pupils.length, 40))];
    if (!pupil) throw new Error('no pupils');
    const isRolledBack = randomInt(5) === 0;
    const version = await changePupil(dataSource, {
      ...pupil,
      change: { grade: randomInt(1, 7) },
      pause: () => sleep(randomInt(6)),
      isRolledBack,
    }).catch(() => null);
    if (version !== null) process.stdout.write(`committed ${pupil.id} ${version}\n`);
    await sleep(randomInt(10));
  }
}
