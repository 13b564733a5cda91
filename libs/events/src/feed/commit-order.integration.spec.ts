import { setTimeout as sleep } from 'node:timers/promises';
import { studentChanged } from '../contract/student-changed.ts';
import { outboxTables } from '../outbox/outbox.tables.ts';
import { type Chance, chanceOf } from '../trial/chance.ts';
import { addPupils, changePupil, pupilTable } from '../trial/pupils.ts';
import { student, yongning } from '../trial/samples.ts';
import { openOffice, type TrialOffice } from '../trial/trial-office.ts';
import { getPage, publishOutbox } from './feed-page.repository.ts';

interface ReadEvent {
  id: string;
  subject: string;
  version: number;
  position: number;
}

/** Reads on after the last position it has seen. */
type Reader = (after: number) => Promise<ReadEvent[]>;

let office: TrialOffice;
beforeEach(async () => void (office = await openOffice('enrollment', (role) => outboxTables(role) + pupilTable(role))));
afterEach(() => office[Symbol.asyncDispose]());

const feedReader: Reader = async (after) => {
  await publishOutbox(office.dataSource);
  const { events } = await getPage(office.dataSource, { after, limit: 7, types: [studentChanged.type] });
  return events.map(({ dataJson, ...event }) => ({ ...event, version: JSON.parse(dataJson).version }));
};

/** What one would write first: a number given at insertion, read upwards. */
const naiveReader: Reader = (after) =>
  office.owner.query(
    `SELECT id, subject, (data->>'version')::int AS version, recorded_order::int AS position
     FROM outbox_event WHERE recorded_order > $1 ORDER BY recorded_order LIMIT 7`,
    [after],
  );

async function readUntil(reader: Reader, isOver: () => boolean): Promise<ReadEvent[]> {
  const read: ReadEvent[] = [];
  for (let after = 0; ; after = read.at(-1)?.position ?? after) {
    const wasOver = isOver();
    const events = await reader(after);
    read.push(...events);
    if (events.length === 0 && wasOver) return read;
  }
}

/** Everything a subscriber must be able to rely on, as sentences that name what is broken. */
function faultsOf(read: ReadEvent[], committed: string[]): string[] {
  const ids = read.map(({ id }) => id);
  const known = new Set(ids);
  const versions = new Map<string, number>();
  const disordered = read.filter(({ subject, version }) => {
    const last = versions.get(subject) ?? 0;
    versions.set(subject, version);
    return version !== last + 1;
  });
  return [
    ...committed.filter((id) => !known.has(id)).map((id) => `missed ${id}`),
    ...ids.filter((id) => !committed.includes(id)).map((id) => `invented ${id}`),
    ...(known.size < ids.length ? ['read twice'] : []),
    ...disordered.map(({ id }) => `out of order ${id}`),
  ];
}

const committedIds = async () =>
  (await office.owner.query<{ id: string }[]>('SELECT id FROM outbox_event')).map(({ id }) => id);

/** Twelve writers whose transactions overlap, commit in any order, and sometimes not at all. */
async function writeAtOnce(chance: Chance): Promise<void> {
  const pupils = Array.from({ length: 10 }, () => student());
  await addPupils(office.dataSource, yongning, pupils);
  const [first = student(), ...others] = pupils;
  const writer = async () => {
    for (let turn = 0; turn < 25; turn++) {
      await changePupil(office.dataSource, {
        county: yongning,
        id: chance.oneOf([first, ...others]).id,
        change: { grade: chance.whole(1, 6) },
        pause: () => sleep(chance.whole(0, 8)),
        isRolledBack: chance.happens(0.2),
      });
    }
  };
  await Promise.all(Array.from({ length: 12 }, writer));
}

it('misses, repeats and reorders nothing while twelve writers overlap and six publish; a reader of insertion numbers does', async () => {
  let isOver = false;
  const writing = writeAtOnce(chanceOf('commit order')).finally(() => (isOver = true));
  const readers = [naiveReader, ...Array.from({ length: 6 }, () => feedReader)];
  const [naivelyRead = [], read = [], ...readByOthers] = await Promise.all(
    readers.map((reader) => readUntil(reader, () => isOver)),
  );
  await writing;

  const committed = await committedIds();
  expect(committed.length).toBeGreaterThan(150);
  expect(faultsOf(read, committed)).toEqual([]);
  expect(read.map(({ position }) => position)).toEqual(committed.map((_, number) => number + 1));
  for (const other of readByOthers) expect(other).toEqual(read);
  expect(faultsOf(naivelyRead, committed)).toContainEqual(expect.stringMatching(/^missed/));
});

it('gives no position while an earlier transaction is open, and none twice when it ends', async () => {
  const [early, late] = [student(), student()];
  await addPupils(office.dataSource, yongning, [early, late]);
  const [feed, naive] = [await feedReader(0), await naiveReader(0)];

  const recorded = Promise.withResolvers<undefined>();
  const ending = Promise.withResolvers<undefined>();
  const pauses = [
    async () => undefined,
    () => {
      recorded.resolve(undefined);
      return ending.promise;
    },
  ];
  const change = { county: yongning, change: { grade: 4 }, isRolledBack: false };
  const earlier = changePupil(office.dataSource, { ...change, id: early.id, pause: async () => pauses.shift()?.() });
  await recorded.promise;
  await changePupil(office.dataSource, { ...change, id: late.id, pause: async () => undefined });
  feed.push(...(await feedReader(2)));
  naive.push(...(await naiveReader(2)));
  ending.resolve(undefined);
  await earlier;
  feed.push(...(await feedReader(feed.at(-1)?.position ?? 0)));
  naive.push(...(await naiveReader(naive.at(-1)?.position ?? 0)));

  const committed = await committedIds();
  expect(feed.map(({ subject, position }) => [subject, position])).toEqual([
    [`640121.${early.id}`, 1],
    [`640121.${late.id}`, 2],
    [`640121.${late.id}`, 3],
    [`640121.${early.id}`, 4],
  ]);
  expect(faultsOf(feed, committed)).toEqual([]);
  expect(faultsOf(naive, committed)).toEqual([expect.stringMatching(/^missed/)]);
});
