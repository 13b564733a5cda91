import { newEvent } from '../contract/event.ts';
import { studentChanged } from '../contract/student-changed.ts';
import { getPage, publishOutbox } from '../feed/feed-page.repository.ts';
import { helan, student, yongning } from '../trial/samples.ts';
import { breakingClient, hangUp } from '../trial/breaking-client.ts';
import { inCounty, openDatabase } from '../trial/database.ts';
import { addPupils, changePupil, pupilTable } from '../trial/pupils.ts';
import { emptyFeed, openOffice, type TrialOffice } from '../trial/trial-office.ts';
import { outboxTables } from './outbox.tables.ts';
import { recordEvents } from './record-events.ts';

let office: TrialOffice;
beforeAll(async () => void (office = await openOffice('enrollment', (role) => outboxTables(role) + pupilTable(role))));
beforeEach(async () => {
  await emptyFeed(office);
  await office.owner.query('TRUNCATE pupil');
});
afterAll(() => office[Symbol.asyncDispose]());

/** What TypeORM asks of a database before it is open. */
const STATEMENTS_TO_OPEN = 2;

const types = [studentChanged.type];
const page = (after = 0, limit = 100) => getPage(office.dataSource, { after, limit, types });
const changed = (name: string) => newEvent(studentChanged, yongning, student({ name }));

describe('the outbox', () => {
  it('publishes an event with everything that was recorded', async () => {
    const state = student();
    const at = new Date('2024-09-01T08:00:00.123Z');
    await inCounty(office.dataSource, yongning, (manager) =>
      recordEvents(manager, [newEvent(studentChanged, yongning, state)], at),
    );
    expect(await publishOutbox(office.dataSource)).toBe(1);

    const { events, head, next } = await page();
    expect({ head, next }).toEqual({ head: 1, next: 1 });
    expect(events.map(({ dataJson, ...event }) => ({ ...event, data: JSON.parse(dataJson) }))).toEqual([
      {
        id: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-7/),
        type: 'bureau.enrollment.student.changed',
        subject: `640121.${state.id}`,
        countyCode: '640121',
        occurredAt: at,
        dataschema: 'urn:bureau:event:enrollment.student.changed:1',
        position: 1,
        data: state,
      },
    ]);
  });

  it('keeps nothing of a transaction that is rolled back', async () => {
    const failed = inCounty(office.dataSource, yongning, async (manager) => {
      await recordEvents(manager, [changed('马')]);
      throw new Error('rolled back');
    });
    await expect(failed).rejects.toThrow('rolled back');
    expect(await publishOutbox(office.dataSource)).toBe(0);
    expect((await page()).events).toEqual([]);
  });

  it('keeps the order of 12 000 events of one transaction, and gives consecutive positions', async () => {
    const names = Array.from({ length: 12_000 }, (_, number) => `第${number}`);
    await inCounty(office.dataSource, yongning, (manager) => recordEvents(manager, names.map(changed)));
    expect([await publishOutbox(office.dataSource), await publishOutbox(office.dataSource)]).toEqual([10_000, 2_000]);

    const { events } = await page(0, 20_000);
    expect(events.map(({ dataJson }) => JSON.parse(dataJson).name)).toEqual(names);
    expect(events.map(({ position }) => position)).toEqual(names.map((_, number) => number + 1));
  });

  it.each([true, false])(
    'has the event exactly when the change is kept, whichever statement breaks (sent: %s)',
    async (isSent) => {
      const pupil = student();
      await addPupils(office.dataSource, yongning, [pupil]);
      for (let atStatement = 1, hasBroken = true; hasBroken; atStatement++) {
        hasBroken = false;
        const breaking = breakingClient({ atStatement: STATEMENTS_TO_OPEN + atStatement, isSent }, (client) => {
          hasBroken = true;
          hangUp(client);
        });
        const dataSource = await openDatabase(office.serviceUrl, breaking);
        const change = {
          county: yongning,
          id: pupil.id,
          change: {},
          pause: async () => undefined,
          isRolledBack: false,
        };
        await changePupil(dataSource, change).catch(() => undefined);
        await dataSource.destroy();
      }
      // Every change that was kept has raised the version by one.
      const [[kept], versions] = await Promise.all([
        office.owner.query(`SELECT (state->>'version')::int AS version FROM pupil`),
        office.owner.query(`SELECT (data->>'version')::int AS version FROM outbox_event ORDER BY 1`),
      ]);
      expect(versions.map(({ version }: { version: number }) => version)).toEqual(
        Array.from({ length: kept.version }, (_, index) => index + 1),
      );
      expect(kept.version).toBeGreaterThanOrEqual(2);
    },
  );

  it('takes no event of a county that the actor does not act for', async () => {
    const foreign = inCounty(office.dataSource, helan, (manager) => recordEvents(manager, [changed('马')]));
    await expect(foreign).rejects.toThrow('row-level security');
    expect(await publishOutbox(office.dataSource)).toBe(0);
  });

  it('shows its events to the feed only, and lets nobody change them', async () => {
    await inCounty(office.dataSource, yongning, (manager) => recordEvents(manager, [changed('马')]));
    const seen = await inCounty(office.dataSource, yongning, (manager) => manager.query('SELECT id FROM outbox_event'));
    expect(seen).toEqual([]);

    const tampering = [
      'UPDATE outbox_event SET position = 1',
      'DELETE FROM outbox_event',
      'UPDATE feed_head SET position = 9',
    ];
    for (const sql of tampering) await expect(office.dataSource.query(sql)).rejects.toThrow('permission denied');
  });

  it('holds one feed head', async () => {
    const second = office.owner.query(
      'INSERT INTO feed_head (is_only, feed_id, position) VALUES (false, gen_random_uuid(), 0)',
    );
    await expect(second).rejects.toThrow('feed_head_is_only_check');
  });
});

describe('a page', () => {
  beforeEach(async () => {
    await inCounty(office.dataSource, yongning, (manager) => recordEvents(manager, ['甲', '乙', '丙'].map(changed)));
    await publishOutbox(office.dataSource);
  });

  it('goes on after the last event it holds', async () => {
    const first = await page(0, 2);
    expect([first.events.map(({ position }) => position), first.next]).toEqual([[1, 2], 2]);
    const second = await page(first.next, 2);
    expect([second.events.map(({ position }) => position), second.next]).toEqual([[3], 3]);
  });

  it('goes on after events that are not for the subscriber', async () => {
    const { events, next } = await getPage(office.dataSource, {
      after: 0,
      limit: 10,
      types: ['bureau.enrollment.school.changed'],
    });
    expect({ events, next }).toEqual({ events: [], next: 3 });
  });

  it('stays where it is beyond the end', async () => {
    expect((await page(3)).next).toBe(3);
    expect(await page(7)).toMatchObject({ events: [], next: 7, head: 3 });
  });
});
