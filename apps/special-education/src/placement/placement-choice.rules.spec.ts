import { attendanceOf } from './attendance.rules.ts';
import { choiceRefusals, fieldRefusals, type PlacementChoice } from './placement-choice.rules.ts';
import { PLACEMENT_KINDS, type PlacementKind } from './placement.rules.ts';

const choice = (kind: PlacementKind, given: Partial<PlacementChoice> = {}): PlacementChoice => ({
  kind,
  schoolId: null,
  externalSchoolName: null,
  externalSchoolCity: null,
  startsOn: '2024-09-01',
  expiresOn: null,
  documentNumber: null,
  externalConfirmation: null,
  ...given,
});
const away = { externalSchoolName: '塞上启智学校', externalSchoolCity: '银川市', externalConfirmation: '在读证明' };
const missing = (...fields: string[]) => [{ kind: 'PlacementIncomplete', missing: fields }];
const needless = (...fields: string[]) => [{ kind: 'PlacementUnfit', needless: fields }];

it.each<[PlacementKind, Partial<PlacementChoice>, object[]]>([
  ['REGULAR_CLASS', { schoolId: 's' }, []],
  ['REGULAR_CLASS', {}, missing('school')],
  ['SPECIAL_CLASS', {}, missing('school')],
  ['SPECIAL_SCHOOL_COUNTY', {}, missing('school')],
  ['HOME_TEACHING', {}, missing('school')],
  ['HOME_TEACHING', { schoolId: 's', externalSchoolName: 'x' }, needless('externalSchoolName')],
  ['SPECIAL_SCHOOL_EXTERNAL', away, []],
  ['SPECIAL_SCHOOL_EXTERNAL', { ...away, externalConfirmation: null }, missing('externalConfirmation')],
  ['SPECIAL_SCHOOL_EXTERNAL', { ...away, externalSchoolCity: null }, missing('externalSchoolCity')],
  ['SPECIAL_SCHOOL_EXTERNAL', { ...away, schoolId: 's' }, needless('school')],
  ['DISTANCE', {}, []],
  ['WELFARE_OR_REHAB_CLASS', away, []],
  ['DEFERRED', { expiresOn: '2025-09-01', documentNumber: '1号' }, []],
  ['DEFERRED', { documentNumber: '1号' }, missing('expiresOn')],
  ['DEFERRED', { expiresOn: '2025-09-01' }, missing('documentNumber')],
  ['REGULAR_CLASS', { schoolId: 's', expiresOn: '2025-09-01' }, needless('expiresOn')],
  ['EXEMPT', { documentNumber: '1号' }, []],
  ['EXEMPT', {}, missing('documentNumber')],
  ['VOCATIONAL', { schoolId: 's' }, []],
  ['MOVED_OUT', {}, []],
  ['COMPLETED', {}, []],
  ['COMPLETED', { schoolId: 's' }, needless('school')],
])('%s with %j', (kind, given, refusals) => {
  expect(fieldRefusals(choice(kind, given))).toEqual(refusals);
});

const child = { bornOn: '2015-03-01', ofAgeUntil: '2032-08-31', lastStartsOn: '2023-09-01' };
const regular = (startsOn: string) => choice('REGULAR_CLASS', { schoolId: 's', startsOn });

it.each([
  ['2024-09-01', []],
  ['2023-09-02', []],
  ['2023-09-01', [{ kind: 'PlacementOverlaps', startsOn: '2023-09-01' }]],
  ['2032-08-31', []],
  ['2032-09-01', [{ kind: 'PlacementOutsideAge', earliest: '2015-03-01', latest: '2032-08-31' }]],
])('one that begins on %s', (startsOn, refusals) => {
  expect(choiceRefusals(regular(startsOn), child)).toEqual(refusals);
});

it('none begins before birth; vocational education and completion may begin after the age', () => {
  const unplaced = { ...child, lastStartsOn: null };
  expect(choiceRefusals(regular('2015-02-28'), unplaced)).toHaveLength(1);
  expect(choiceRefusals(regular('2015-03-01'), unplaced)).toEqual([]);
  for (const kind of ['VOCATIONAL', 'MOVED_OUT', 'COMPLETED'] as const)
    expect(choiceRefusals(choice(kind, { startsOn: '2033-01-01' }), unplaced)).toEqual([]);
});

it('a deferral expires after it begins', () => {
  const deferral = choice('DEFERRED', { expiresOn: '2024-09-01', documentNumber: '1号' });
  expect(choiceRefusals(deferral, child)).toEqual(missing('expiresOn'));
});

it('every kind has a meaning on the roll, or says that it has none', () => {
  const meanings = PLACEMENT_KINDS.map((kind) => [kind, attendanceOf(kind, null), attendanceOf(kind, 's')]);
  expect(meanings).toEqual([
    ['REGULAR_CLASS', 'IN_SCHOOL', 'IN_SCHOOL'],
    ['SPECIAL_CLASS', 'IN_SCHOOL', 'IN_SCHOOL'],
    ['SPECIAL_SCHOOL_COUNTY', 'IN_SCHOOL', 'IN_SCHOOL'],
    ['SPECIAL_SCHOOL_EXTERNAL', 'EXTERNAL_SPECIAL_SCHOOL', 'EXTERNAL_SPECIAL_SCHOOL'],
    ['HOME_TEACHING', 'HOME_TEACHING', 'HOME_TEACHING'],
    ['DISTANCE', 'HOME_TEACHING', 'HOME_TEACHING'],
    ['WELFARE_OR_REHAB_CLASS', 'EXTERNAL_OTHER', 'IN_SCHOOL'],
    ['DEFERRED', 'LONG_LEAVE', 'LONG_LEAVE'],
    ['EXEMPT', 'LONG_LEAVE', 'LONG_LEAVE'],
    ['VOCATIONAL', 'EXTERNAL_OTHER', 'IN_SCHOOL'],
    ['MOVED_OUT', null, null],
    ['COMPLETED', null, null],
  ]);
});
