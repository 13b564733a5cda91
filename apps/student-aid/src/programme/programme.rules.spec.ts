import { parseTerm, type Season } from '@bureau/calendar';
import type { Stage } from '@bureau/codes';
import { byStage, type Rate, rateFor, ratesInTerm, type Validity } from './programme.rules.ts';

interface PaidRate extends Rate {
  yuan: string;
}

const term = (name: string) => {
  const parsed = parseTerm(name);
  if (!parsed) throw new Error(`no term: ${name}`);
  return parsed;
};

const valid = (from: [number, Season], to?: [number, Season]) => ({
  validFromSchoolYear: from[0],
  validFromSeason: from[1],
  validToSchoolYear: to?.[0] ?? null,
  validToSeason: to?.[1] ?? null,
});

const rate = (stage: Stage, yuan: string, validity: Validity, tier = 1): PaidRate => ({
  stage,
  tier,
  yuan,
  ...validity,
});

/** Half-years of docs/rules/student-aid.md#programmes-and-rates. */
const boarders = [
  rate('PRIMARY', '500.00', valid([2019, 'AUTUMN'], [2023, 'AUTUMN'])),
  rate('JUNIOR_SECONDARY', '625.00', valid([2019, 'AUTUMN'], [2023, 'AUTUMN'])),
  rate('PRIMARY', '625.00', valid([2023, 'SPRING'])),
  rate('JUNIOR_SECONDARY', '750.00', valid([2023, 'SPRING'])),
];
const grant = [
  rate('SENIOR_SECONDARY', '1500.00', valid([2014, 'SPRING'], [2024, 'AUTUMN']), 1),
  rate('SENIOR_SECONDARY', '1000.00', valid([2014, 'SPRING'], [2024, 'AUTUMN']), 2),
  rate('SENIOR_SECONDARY', '500.00', valid([2014, 'SPRING'], [2024, 'AUTUMN']), 3),
  rate('SENIOR_SECONDARY', '1150.00', valid([2024, 'SPRING']), 2),
];

it.each([
  ['2019年春季学期', 'PRIMARY', undefined],
  ['2019年秋季学期', 'PRIMARY', '500.00'],
  ['2023年秋季学期', 'PRIMARY', '500.00'],
  ['2024年春季学期', 'PRIMARY', '625.00'],
  ['2023-2024-1', 'JUNIOR_SECONDARY', '625.00'],
  ['2023-2024-2', 'JUNIOR_SECONDARY', '750.00'],
  ['2031年秋季学期', 'JUNIOR_SECONDARY', '750.00'],
  ['2024年春季学期', 'SENIOR_SECONDARY', undefined],
] as const)('in %s a boarder of stage %s gets %s', (name, stage, yuan) => {
  expect(rateFor(boarders, { stage, tier: 1, term: term(name) })?.yuan).toBe(yuan);
});

it.each([
  ['2015年春季学期', 1, '1500.00'],
  ['2024年秋季学期', 2, '1000.00'],
  ['2024年秋季学期', 3, '500.00'],
  ['2024年秋季学期', 4, undefined],
  ['2025年春季学期', 1, undefined],
  ['2025年春季学期', 2, '1150.00'],
] as const)('in %s the grant of tier %i is %s', (name, tier, yuan) => {
  expect(rateFor(grant, { stage: 'SENIOR_SECONDARY', tier, term: term(name) })?.yuan).toBe(yuan);
});

it('lists the rates of a term in the order given, and none before the first', () => {
  expect(ratesInTerm(grant, term('2024年秋季学期'))).toEqual(grant.slice(0, 3));
  expect(ratesInTerm(grant, term('2025年春季学期'))).toEqual(grant.slice(3));
  expect(ratesInTerm(grant, term('2014年秋季学期'))).toEqual([]);
});

it('orders rates as children go through school', () => {
  const [primary, junior] = [boarders.slice(0, 1), boarders.slice(1, 2)];
  expect(byStage([...grant, ...junior, ...primary])).toEqual([...primary, ...junior, ...grant]);
});
