import { exportRefusals, type UseRow } from './platform-export.rules.ts';

const row: UseRow = {
  schoolCode: '2164000001',
  role: 'TEACHER',
  people: 10,
  registered: 10,
  active: 10,
  visits: 0,
  uploads: 0,
};
const asked = { month: '2024-11', statedMonth: '2024-11', replaces: false, uses: [row], sections: [] };
const facts = { thisMonth: '2024-12', schoolCodes: new Set([row.schoolCode]), known: null, contentHash: 'a' };
const known = { contentHash: 'a', importedAt: '2024-12-01T00:00:00.000Z' };

it.each<[string, object, object, string[]]>([
  ['as it should be', {}, {}, []],
  ['of this month', { month: '2024-12', statedMonth: '2024-12' }, {}, []],
  ['of another month than asked for', { statedMonth: '2024-10' }, {}, ['ExportMonthWrong']],
  ['of a month to come', { month: '2025-01', statedMonth: '2025-01' }, {}, ['DayTooLate']],
  ['a second time', {}, { known }, ['ExportRepeated']],
  ['a second time, as a correction that corrects nothing', { replaces: true }, { known }, ['ExportRepeated']],
  ['as a correction', { replaces: true }, { known, contentHash: 'b' }, []],
  ['other rows, but no correction', {}, { known, contentHash: 'b' }, ['ExportRepeated']],
])('an export %s', (_, given, has, wanted) => {
  expect(exportRefusals({ ...asked, ...given }, { ...facts, ...has }).map(({ kind }) => kind)).toEqual(wanted);
});

it.each<[Partial<UseRow>, string | null]>([
  [{}, null],
  [{ registered: 9, active: 9 }, null],
  [{ schoolCode: '2164000002' }, 'SCHOOL_UNKNOWN'],
  [{ registered: 11 }, 'REGISTERED_OVER_PEOPLE'],
  [{ registered: 9 }, 'ACTIVE_OVER_REGISTERED'],
  [{ visits: -1 }, 'NEGATIVE'],
])('a row with %j: %p', (given, fault) => {
  const refusals = exportRefusals({ ...asked, uses: [{ ...row, ...given }] }, facts);
  expect(refusals).toEqual(fault ? [{ kind: 'RowsUnfit', field: 'uses', rows: [1], reasons: [fault] }] : []);
});

it('names every row at fault, by its number', () => {
  const sections = [
    { schoolCode: row.schoolCode, section: '课程教学', views: 1 },
    { schoolCode: row.schoolCode, section: '课程教学', views: 2 },
    { schoolCode: row.schoolCode, section: '德育', views: -1 },
  ];
  expect(exportRefusals({ ...asked, sections }, facts)).toEqual([
    { kind: 'RowsUnfit', field: 'sections', rows: [2, 3], reasons: ['ROW_REPEATED', 'NEGATIVE'] },
  ]);
});
