import {
  assessmentRefusals,
  incentiveScore,
  literacyLevel,
  literacyRefusals,
  type Merit,
  MICRO_COMPETENCE_CODES,
  ruleRefusals,
  teacherRefusals,
  trainingRefusals,
} from './teacher.rules.ts';

const TODAY = '2024-12-05';
const kinds = (refusals: { kind: string; field: string }[]) => refusals.map(({ kind, field }) => `${field} ${kind}`);

it.each([
  [59, 'FAILED'],
  [60, 'PASSED'],
  [84, 'PASSED'],
  [85, 'EXCELLENT'],
])('%i points are %s', (score, level) => expect(literacyLevel(score, { passed: 60, excellent: 85 })).toBe(level));

it('there are 30 micro-competences', () => {
  expect([MICRO_COMPETENCE_CODES.length, MICRO_COMPETENCE_CODES[0], MICRO_COMPETENCE_CODES[29]]).toEqual([
    30,
    'A1',
    'C7',
  ]);
});

it('names every result at fault', () => {
  const rows = [
    { teacher: 'a', score: 100 },
    { teacher: 'a', score: 0 },
    { teacher: 'x', score: 50 },
    { teacher: 'b', score: 101 },
  ];
  expect(literacyRefusals(rows, new Set(['a', 'b']))).toMatchObject([
    { rows: [2, 3, 4], reasons: ['ROW_REPEATED', 'TEACHER_UNKNOWN', 'SCORE_OUT_OF_RANGE'] },
  ]);
  expect(literacyRefusals(rows.slice(0, 1), new Set(['a']))).toEqual([]);
});

it.each([
  [teacherRefusals({ name: '', startsOn: '2024-12-06' }, TODAY), ['name TextUnfit', 'startsOn DayTooLate']],
  [teacherRefusals({ name: '王芳', startsOn: TODAY }, TODAY), []],
  [assessmentRefusals({ code: 'A14', assessedOn: '2024-12-06' }, TODAY), ['code CodeUnknown', 'assessedOn DayTooLate']],
  [assessmentRefusals({ code: 'A13', assessedOn: TODAY }, TODAY), []],
  [
    trainingRefusals({ title: '', hours: 0, endedOn: '2024-12-06' }, TODAY),
    ['title TextUnfit', 'hours ValueOutOfRange', 'endedOn DayTooLate'],
  ],
  [trainingRefusals({ title: '研修', hours: 500, endedOn: TODAY }, TODAY), []],
  [
    ruleRefusals({ points: -1, mostTimes: 0, document: '' }),
    ['points ValueOutOfRange', 'mostTimes ValueOutOfRange', 'document TextUnfit'],
  ],
])('%#', (refusals, wanted) => expect(kinds(refusals)).toEqual(wanted));

describe('points of a year', () => {
  const rule = {
    source: 'MICRO_COMPETENCE' as const,
    points: 2,
    mostTimes: 3,
    validFrom: '2023-01-01',
    document: '甲',
  };
  const merit = (recordId: string): Merit => ({ source: 'MICRO_COMPETENCE', on: '2024-05-01', recordId });

  it('count as often as the rule lets them, and name their records', () => {
    expect(incentiveScore(['a', 'b', 'c', 'd'].map(merit), [rule], '2024-12-31')).toEqual([
      { source: 'MICRO_COMPETENCE', times: 4, counted: 3, points: 6, document: '甲', because: ['a', 'b', 'c', 'd'] },
    ]);
  });

  it('go by the rule in force at the end of the year', () => {
    const later = { ...rule, points: 5, validFrom: '2024-12-31', document: '乙' };
    const points = (yearEnd: string) => incentiveScore([merit('a')], [later, rule], yearEnd).map((item) => item.points);
    expect([points('2024-12-30'), points('2024-12-31'), points('2022-12-31')]).toEqual([[2], [5], []]);
  });

  it('count training by every ten hours in all', () => {
    const training = { ...rule, source: 'TRAINING_TEN_HOURS' as const };
    const hours = (...each: number[]) =>
      incentiveScore(
        each.map((hour, at) => ({ source: 'TRAINING_TEN_HOURS', on: '2024-01-01', recordId: String(at), hours: hour })),
        [training],
        '2024-12-31',
      ).map(({ times }) => times);
    expect([hours(9), hours(5, 5), hours(19, 1)]).toEqual([[], [1], [2]]);
  });
});
