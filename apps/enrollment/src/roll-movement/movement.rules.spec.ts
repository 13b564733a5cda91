import { stateHolidays, workingCalendar } from '@bureau/calendar';
import { dueOn, type MovementAsked, type MovementFacts, movementRefusals } from './movement.rules.ts';
import { rollSettings } from './roll.settings.ts';
import { regulationOn } from './roll-regulation.rules.ts';

const settings = {
  'suspension.maxMonths': 12,
  'grade.repeatAllowed': false,
  'grade.skipAllowed': true,
  'movement.evidence': rollSettings['movement.evidence'].fallback,
};
const CHILD = {
  version: 3,
  bornOn: '2015-03-01',
  stage: 'PRIMARY',
  entryYear: 2021,
  rollStatus: 'ACTIVE',
  attendancePlacement: 'IN_SCHOOL',
  schoolId: 'A',
  classId: 'A1',
} as const;
const facts = (given: Partial<MovementFacts['student']> = {}, more: Partial<MovementFacts> = {}): MovementFacts => ({
  student: { ...CHILD, ...given },
  standsSince: '2024-09-01',
  suspendedUntil: null,
  seat: null,
  today: '2024-12-05',
  settings,
  ...more,
});
const asked = (kind: MovementAsked['kind'], given: Partial<MovementAsked> = {}): MovementAsked => ({
  kind,
  occurredOn: '2024-12-05',
  version: 3,
  placement: null,
  untilOn: null,
  otherPlace: null,
  evidence: (settings['movement.evidence'][kind] ?? []).map((one) => ({ kind: one, reference: '1号' })),
  toClass: null,
  ...given,
});
const codes = (...given: Parameters<typeof movementRefusals>) => movementRefusals(...given).map(({ code }) => code);

it.each([
  ['2024-12-05', []],
  ['2024-12-06', ['DAY_IN_FUTURE']],
  ['2024-09-01', []],
  ['2024-08-31', ['MOVEMENT_OUT_OF_ORDER']],
  ['2015-02-28', ['DAY_BEFORE_BIRTH', 'MOVEMENT_OUT_OF_ORDER']],
])('a placement recorded for %s is refused with %j', (occurredOn, expected) => {
  expect(codes(asked('PLACEMENT_CHANGE', { occurredOn, placement: 'HOME_TEACHING' }), facts())).toEqual(expected);
});

it('a stale version is refused before anything else, with the version that stands', () => {
  expect(movementRefusals(asked('DEATH', { version: 2, evidence: [] }), facts())).toEqual([
    { code: 'RECORD_CHANGED', field: 'version', limit: 3, found: 2 },
  ]);
});

it('names every document that is missing, and takes none without its number', () => {
  const evidence = [
    { kind: '休学申请表', reference: ' ' },
    { kind: '县级以上医院证明', reference: '宁医〔2024〕7号' },
  ];
  expect(movementRefusals(asked('SUSPENSION', { untilOn: '2025-06-30', evidence }), facts())).toEqual([
    { code: 'EVIDENCE_MISSING', field: 'evidence', allowed: ['休学申请表'] },
  ]);
});

it.each([
  [null, ['UNTIL_MISSING']],
  ['2024-12-05', ['UNTIL_UNFIT']],
  ['2024-12-06', []],
  ['2025-12-05', []],
  ['2025-12-06', ['UNTIL_UNFIT']],
])('a suspension from 2024-12-05 until %s is refused with %j', (untilOn, expected) => {
  expect(codes(asked('SUSPENSION', { untilOn }), facts())).toEqual(expected);
});

it.each([
  ['2024-12-20', ['UNTIL_UNFIT']],
  ['2024-12-21', []],
  ['2025-12-20', []],
  ['2025-12-21', ['UNTIL_UNFIT']],
])('an extension of a suspension until 2024-12-20, to %s, is refused with %j', (untilOn, expected) => {
  const suspended = facts({ rollStatus: 'SUSPENDED' }, { suspendedUntil: '2024-12-20' });
  expect(codes(asked('SUSPENSION_EXTENSION', { untilOn }), suspended)).toEqual(expected);
});

const seat = { id: 'A2', schoolId: 'A', stage: 'PRIMARY', entryYear: 2021, count: 44, limit: 45 } as const;
it.each([
  ['a class of the same grade', 'CLASS_CHANGE', seat, []],
  ['the class it sits in', 'CLASS_CHANGE', { ...seat, id: 'A1' }, ['CLASS_SAME']],
  ['a class of another school', 'CLASS_CHANGE', { ...seat, schoolId: 'B' }, ['CLASS_OF_OTHER_SCHOOL']],
  ['a class of another grade', 'CLASS_CHANGE', { ...seat, entryYear: 2022 }, ['GRADE_UNFIT']],
  [
    'a class of another stage',
    'CLASS_CHANGE',
    { ...seat, stage: 'JUNIOR_SECONDARY', entryYear: 2023 },
    ['STAGE_UNFIT', 'GRADE_UNFIT'],
  ],
  ['a full class', 'CLASS_CHANGE', { ...seat, count: 45 }, ['CLASS_FULL']],
  ['a class that has left', 'CLASS_CHANGE', { ...seat, entryYear: 2018 }, ['GRADE_ENDED', 'GRADE_UNFIT']],
  ['no class', 'CLASS_CHANGE', null, ['CLASS_MISSING']],
  ['the grade above', 'GRADE_SKIP', { ...seat, entryYear: 2020 }, []],
  ['two grades above', 'GRADE_SKIP', { ...seat, entryYear: 2019 }, ['GRADE_UNFIT']],
] as const)('%s for %s', (_, kind, given, expected) => {
  expect(codes(asked(kind, { toClass: given && 'id' }), facts({}, { seat: given }))).toEqual(expected);
});

it('a class out of sight is not found', () => {
  expect(codes(asked('CLASS_CHANGE', { toClass: 'B9' }), facts())).toEqual(['CLASS_NOT_FOUND']);
});

it('after a suspension a child may sit in its own grade or one or two below, or keep its class', () => {
  const suspended = (entryYear: number) => facts({ rollStatus: 'SUSPENDED' }, { seat: { ...seat, entryYear } });
  for (const entryYear of [2021, 2022, 2023])
    expect(codes(asked('RESUMPTION', { toClass: 'x' }), suspended(entryYear))).toEqual([]);
  for (const entryYear of [2020, 2024])
    expect(codes(asked('RESUMPTION', { toClass: 'x' }), suspended(entryYear))).toEqual(['GRADE_UNFIT']);
  expect(codes(asked('RESUMPTION'), facts({ rollStatus: 'SUSPENDED' }))).toEqual([]);
});

it('a grade is repeated in the compulsory years only where the county allows it', () => {
  const below = { seat: { ...seat, entryYear: 2022 } };
  expect(codes(asked('GRADE_REPEAT', { toClass: 'x' }), facts({}, below))).toEqual(['REPEAT_NOT_ALLOWED']);
  const allowed = { ...below, settings: { ...settings, 'grade.repeatAllowed': true } };
  expect(codes(asked('GRADE_REPEAT', { toClass: 'x' }), facts({}, allowed))).toEqual([]);
  const forbidden = { seat: { ...seat, entryYear: 2020 }, settings: { ...settings, 'grade.skipAllowed': false } };
  expect(codes(asked('GRADE_SKIP', { toClass: 'x' }), facts({}, forbidden))).toEqual(['SKIP_NOT_ALLOWED']);
});

it('going abroad names where to', () => {
  expect(codes(asked('GOING_ABROAD'), facts())).toEqual(['OTHER_PLACE_MISSING']);
  expect(codes(asked('GOING_ABROAD', { otherPlace: '日本' }), facts())).toEqual([]);
});

it.each([
  [null, ['PLACEMENT_MISSING']],
  ['IN_SCHOOL', ['PLACEMENT_UNFIT']],
  ['NOT_ENROLLED', ['PLACEMENT_UNFIT']],
  ['HOME_TEACHING', []],
  ['LONG_LEAVE', []],
] as const)('from 在校 a placement %s is refused with %j', (placement, expected) => {
  expect(codes(asked('PLACEMENT_CHANGE', { placement }), facts())).toEqual(expected);
});

it.each(['WITHDRAWAL', 'EXPULSION', 'LEAVING_INCOMPLETE'] as const)(
  '%s is for senior secondary and vocational',
  (kind) => {
    for (const stage of ['PRIMARY', 'JUNIOR_SECONDARY'] as const)
      expect(codes(asked(kind), facts({ stage }))).toEqual(['COMPULSORY_STAGE']);
    for (const stage of ['SENIOR_SECONDARY', 'VOCATIONAL'] as const)
      expect(codes(asked(kind), facts({ stage }))).toEqual([]);
  },
);

const calendar = workingCalendar(stateHolidays);
const terms = { fileDeadlineMonths: 2, deathWorkingDays: 10, correctionWorkingDays: 10 };
it.each([
  ['DEATH', '2024-09-27', '2024-10-16'],
  ['INITIAL_REGISTRATION', '2024-09-01', '2024-11-01'],
  ['CLASS_CHANGE', '2024-09-01', null],
] as const)('%s on %s is in time until %s: holidays and make-up days counted', (kind, day, expected) => {
  expect(dueOn(kind, day, terms, calendar)).toBe(expected);
});

it.each([
  ['2013-08-31', '教基一〔2013〕7号', 1],
  ['2025-01-02', '教基一〔2013〕7号', 1],
  ['2025-01-03', '教基〔2025〕1号', 2],
])('on %s %s is in force: %i months to file a roll', (day, version, months) => {
  expect(regulationOn(day)).toMatchObject({ version, fileDeadlineMonths: months });
});
