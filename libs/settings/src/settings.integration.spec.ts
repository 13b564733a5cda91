import { actorSettings, createDataSource } from '@bureau/subgraph';
import { createTestDatabase, driftFromEntities, type TestDatabase } from '@bureau/testing';
import type { DataSource, EntityManager } from 'typeorm';
import {
  changeSetting,
  CountySettingEntity,
  dayOfYear,
  HolidayYearEntity,
  loadHolidayYear,
  setting,
  settingsOn,
  settingsTables,
  SettingUnreadable,
  wholeNumber,
  workingCalendarOf,
} from './index.ts';

const entities = [CountySettingEntity, HolidayYearEntity];
const catalogue = {
  'absence.watchDays': setting({ schema: wholeNumber(1, 60), fallback: 3, meaning: '', source: '' }),
  'entry.ageCutoff': setting({ schema: dayOfYear, fallback: '08-31', meaning: '', source: '' }),
};
const county = '640121';
const at = new Date('2024-09-01T00:00:00Z');

let database: TestDatabase;
let dataSource: DataSource;
let owner: DataSource;
beforeAll(async () => {
  database = await createTestDatabase('enrollment');
  owner = await createDataSource({ entities: [], migrations: [] }, { url: database.ownerUrl }).initialize();
  await owner.query(settingsTables('enrollment'));
  dataSource = await createDataSource({ entities, migrations: [] }, { url: database.serviceUrl }).initialize();
});
afterAll(async () => {
  await Promise.all([dataSource.destroy(), owner.destroy()]);
  await database.drop();
});

const inCounty = <T>(code: string, work: (manager: EntityManager) => Promise<T>): Promise<T> =>
  dataSource.transaction(async (manager) => {
    await manager.query(actorSettings({ subject: 'officer', scope: { reach: 'county', county: code } }));
    return work(manager);
  });

const change = (key: string, value: unknown, validFrom: string, document = '宁教基〔2025〕3号') =>
  inCounty(county, (manager) =>
    changeSetting(manager, catalogue, { county, by: 'officer', at, change: { key, value, validFrom, document } }),
  );

const valuesOn = (day: string, code = county) =>
  inCounty(code, (manager) => settingsOn({ read: (work) => work(manager) }, { county: code, day, catalogue }));

it('builds exactly the tables that the entities declare', async () => {
  expect(await driftFromEntities({ entities, migrations: [] }, database.ownerUrl)).toEqual([]);
});

it('holds from its first day on, for its county only, and falls back before', async () => {
  expect(await change('absence.watchDays', 5, '2025-03-01')).toEqual([]);
  expect(await change('absence.watchDays', 4, '2025-09-01')).toEqual([]);
  expect(await valuesOn('2025-02-28')).toEqual({ 'absence.watchDays': 3, 'entry.ageCutoff': '08-31' });
  expect(await valuesOn('2025-03-01')).toEqual({ 'absence.watchDays': 5, 'entry.ageCutoff': '08-31' });
  expect(await valuesOn('2025-09-01')).toEqual({ 'absence.watchDays': 4, 'entry.ageCutoff': '08-31' });
  expect(await valuesOn('2025-09-01', '640122')).toEqual({ 'absence.watchDays': 3, 'entry.ageCutoff': '08-31' });
});

it.each([
  ['a key the office does not know', ['absence.days', 5, '2026-01-01'], ['SettingUnknown']],
  ['the name of an inherited property', ['constructor', 5, '2026-01-01'], ['SettingUnknown']],
  ['a value out of range', ['absence.watchDays', 61, '2026-01-01'], ['SettingValueUnfit']],
  ['a value of another kind', ['absence.watchDays', '5', '2026-01-01'], ['SettingValueUnfit']],
  ['a day that no year has', ['entry.ageCutoff', '06-31', '2026-01-01'], ['SettingValueUnfit']],
  ['no document', ['absence.watchDays', 6, '2026-01-01', ' '], ['SettingDocumentMissing']],
  ['a day that is taken', ['absence.watchDays', 6, '2025-03-01'], ['SettingAlreadySet']],
] as const)('refuses %s, and changes nothing', async (_, [key, value, validFrom, document], kinds) => {
  const before = await owner.query('SELECT * FROM county_setting ORDER BY 1, 2, 3');
  const refusals = await change(key, value, validFrom, document);
  expect(refusals.map(({ kind }) => kind)).toEqual(kinds);
  expect(await owner.query('SELECT * FROM county_setting ORDER BY 1, 2, 3')).toEqual(before);
});

it('takes one of eight who set the same day at once', async () => {
  const asked = Array.from({ length: 8 }, (_, index) => change('absence.watchDays', index + 10, '2027-01-01'));
  const outcomes = await Promise.all(asked);
  expect(outcomes.filter((refusals) => refusals.length === 0)).toHaveLength(1);
});

it('does not guess at a stored value that its catalogue does not take', async () => {
  const narrower = {
    'absence.watchDays': setting({ schema: wholeNumber(1, 3), fallback: 3, meaning: '', source: '' }),
  };
  const reading = inCounty(county, (manager) =>
    settingsOn({ read: (work) => work(manager) }, { county, day: '2025-03-01', catalogue: narrower }),
  );
  await expect(reading).rejects.toThrow(SettingUnreadable);
});

it('knows the years that came with it, and a county that loads one knows that', async () => {
  const arrangement = {
    countyCode: county,
    year: 2031,
    notice: '国办发明电〔2030〕1号',
    issuedOn: '2030-11-04',
    holidays: [{ name: '元旦', from: '2031-01-01', to: '2031-01-03' }],
    makeUpDays: ['2031-01-05'],
  };
  await inCounty(county, (manager) => loadHolidayYear(manager, { ...arrangement, makeUpDays: [] }));
  await inCounty(county, (manager) => loadHolidayYear(manager, arrangement));
  const calendarOf = (code: string) =>
    inCounty(code, (manager) => workingCalendarOf({ read: (work) => work(manager) }, code));
  const here = await calendarOf(county);
  expect([here.years.has(2024), here.years.has(2031)]).toEqual([true, true]);
  expect([...here.makeUpDays].filter((day) => day.startsWith('2031'))).toEqual(['2031-01-05']);
  expect((await calendarOf('640122')).years.has(2031)).toBe(false);
});
