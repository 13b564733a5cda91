import fc from 'fast-check';
import { ROUND_STATES, type RoundState } from './competition-terms.rules.ts';
import {
  judgeRefusals,
  mayJudge,
  openRefusals,
  placed,
  ROUND_ACTS,
  roundNext,
  roundOrder,
  trimmedMean,
  workRefusals,
} from './competition.rules.ts';

const kinds = (refusals: { kind: string; field: string }[]) =>
  refusals.map(({ kind, field }) => `${field} ${kind}`.trim());

const LEADS: Record<string, RoundState> = {
  'OPEN CLOSE_ENTRIES': 'ENTRY_CLOSED',
  'ENTRY_CLOSED JUDGE': 'JUDGING',
  'JUDGING PUBLICISE': 'PUBLICISED',
  'PUBLICISED REOPEN': 'JUDGING',
  'PUBLICISED AWARD': 'AWARDED',
  'AWARDED PROMOTE': 'PROMOTED',
};
it.each(ROUND_STATES.flatMap((state) => ROUND_ACTS.map((act) => [state, act] as const)))('%s: %s', (state, act) => {
  const wanted = LEADS[`${state} ${act}`];
  expect(kinds(roundOrder(state, act))).toEqual(wanted ? [] : ['ActOutOfOrder']);
  expect(roundNext(state, act)).toBe(wanted ?? state);
});

it.each([
  [[90, 80, 70], 8000],
  [[100, 0, 50, 51], 5050],
  [[80, 80, 80, 81, 83], 8033],
  [[0, 1, 2, 2, 100], 167],
  [[90, 80], 8500],
  [[77], 7700],
])('the mean of %p without the highest and the lowest is %i hundredths', (scores, mean) => {
  expect(trimmedMean(scores)).toBe(mean);
});

it('one judge alone cannot move a mean out of the others’ range', () => {
  const score = fc.integer({ min: 0, max: 100 });
  fc.assert(
    fc.property(fc.array(score, { minLength: 2, maxLength: 9 }), score, (others, odd) => {
      const mean = trimmedMean([...others, odd]);
      expect(mean).toBeGreaterThanOrEqual(Math.min(...others) * 100);
      expect(mean).toBeLessThanOrEqual(Math.max(...others) * 100);
    }),
  );
});

const prizes = { firstAwards: 1, secondAwards: 1, thirdAwards: 1, promotes: 2 };
it('entries that tie share a place and the better award', () => {
  const means = [9000, 9500, 9500, 8000, 7000].map((meanHundredths, at) => ({
    entryId: 'abcde'[at] ?? '',
    meanHundredths,
  }));
  expect(placed(means, prizes)).toEqual([
    { entryId: 'b', meanHundredths: 9500, place: 1, award: 'FIRST', isPromoted: true },
    { entryId: 'c', meanHundredths: 9500, place: 1, award: 'FIRST', isPromoted: true },
    { entryId: 'a', meanHundredths: 9000, place: 3, award: 'THIRD', isPromoted: false },
    { entryId: 'd', meanHundredths: 8000, place: 4, award: null, isPromoted: false },
    { entryId: 'e', meanHundredths: 7000, place: 5, award: null, isPromoted: false },
  ]);
});

it('a judge of the own school does not count', () => {
  const judges = [{ schoolId: 'a' }, { schoolId: null }, { schoolId: 'b' }, { schoolId: null }];
  expect(judges.map((judge) => mayJudge(judge, { schoolId: 'a' }))).toEqual([false, true, true, true]);
  expect(judgeRefusals(judges, [{ schoolId: 'a' }, { schoolId: 'c' }], 3)).toEqual([]);
  expect(judgeRefusals(judges, [{ schoolId: 'a' }, { schoolId: 'c' }], 4)).toMatchObject([{ needed: 4, have: 3 }]);
  expect(judgeRefusals([], [], 3)).toMatchObject([{ needed: 3, have: 0 }]);
});

const track = { mediaTypes: ['video/mp4'], largestBytes: 100 };
const work = { title: '课例', mediaType: 'video/mp4', bytes: 100, link: 'https://a' };
it.each([
  [{}, []],
  [{ bytes: 101 }, ['mediaType WorkUnfit']],
  [{ bytes: 0 }, ['mediaType WorkUnfit']],
  [{ mediaType: 'application/x-msdownload' }, ['mediaType WorkUnfit']],
  [{ link: 'javascript:x' }, ['link LinkUnsafe']],
  [{ title: '' }, ['title TextUnfit']],
])('a work with %j', (given, wanted) => expect(kinds(workRefusals({ ...work, ...given }, track))).toEqual(wanted));

const opening = {
  name: '大赛',
  year: 2024,
  ...prizes,
  entriesUntil: '2024-12-05',
  tracks: [{ name: '课例', isBlind: true, ...track }],
};
it.each([
  [{}, []],
  [{ entriesUntil: '2024-12-04' }, ['entriesUntil DayTooEarly']],
  [{ tracks: [] }, ['tracks ValueOutOfRange']],
  [{ firstAwards: -1 }, ['firstAwards ValueOutOfRange']],
  [{ tracks: [...opening.tracks, ...opening.tracks] }, ['tracks.1.name RecordExists']],
])('a competition with %j', (given, wanted) => {
  expect(kinds(openRefusals({ ...opening, ...given }, '2024-12-05'))).toEqual(wanted);
});
