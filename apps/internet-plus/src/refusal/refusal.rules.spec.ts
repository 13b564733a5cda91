import {
  earliestRefusals,
  linkRefusals,
  latestRefusals,
  orderRefusals,
  rangeRefusals,
  refuse,
  staleRefusals,
  textRefusals,
} from './refusal.rules.ts';

it.each([
  ['a version that was read', staleRefusals({ version: 3 }, { version: 3 }), []],
  [
    'an older version',
    staleRefusals({ version: 3 }, { version: 2 }),
    [refuse('RecordChanged', 'version', { version: 3 })],
  ],
  ['a text', textRefusals('班', 'name', 1), []],
  ['no text', textRefusals(' ', 'name', 9), [refuse('TextUnfit', 'name', { longest: 9 })]],
  ['a text of one character too many', textRefusals('两个', 'name', 1), [refuse('TextUnfit', 'name', { longest: 1 })]],
  ['the least', rangeRefusals(0, 'score', { least: 0, greatest: 100 }), []],
  ['the greatest', rangeRefusals(100, 'score', { least: 0, greatest: 100 }), []],
  [
    'one too many',
    rangeRefusals(101, 'score', { least: 0, greatest: 100 }),
    [refuse('ValueOutOfRange', 'score', { least: '0', greatest: '100' })],
  ],
  [
    'one too few',
    rangeRefusals(-1, 'score', { least: 0, greatest: 100 }),
    [refuse('ValueOutOfRange', 'score', { least: '0', greatest: '100' })],
  ],
  ['the latest day', latestRefusals('2024-12-05', 'on', '2024-12-05'), []],
  [
    'a day later',
    latestRefusals('2024-12-06', 'on', '2024-12-05'),
    [refuse('DayTooLate', 'on', { latest: '2024-12-05' })],
  ],
  ['the earliest day', earliestRefusals('2024-12-05', 'on', '2024-12-05'), []],
  [
    'a day earlier',
    earliestRefusals('2024-12-04', 'on', '2024-12-05'),
    [refuse('DayTooEarly', 'on', { earliest: '2024-12-05' })],
  ],
])('%s', (_, refusals, wanted) => {
  expect(refusals).toEqual(wanted);
});

it('takes an act that the table has, and names those it has otherwise', () => {
  const table = { SHUT: { open: 'OPEN' }, OPEN: {} } as const;
  expect(orderRefusals<'SHUT' | 'OPEN', 'open' | 'shut'>(table, 'SHUT', 'open')).toEqual([]);
  expect(orderRefusals<'SHUT' | 'OPEN', 'open' | 'shut'>(table, 'SHUT', 'shut')).toEqual([
    refuse('ActOutOfOrder', '', { state: 'SHUT', acts: ['open'] }),
  ]);
});

it.each([
  ['https://basic.smartedu.cn/x', true],
  ['http://a', true],
  ['HTTPS://a/b?c=d', true],
  ['javascript:alert(1)', false],
  ['JavaScript:alert(1)//http://a', false],
  [' https://a', false],
  ['https://a b', false],
  ['data:text/html,x', false],
  ['ftp://a', false],
  ['//a', false],
  ['https://', false],
  ['', false],
])('the link %p is taken: %s', (link, isTaken) => {
  const refusals = isTaken ? [] : [refuse('LinkUnsafe', 'link', { schemes: ['https://', 'http://'] })];
  expect(linkRefusals(link, 'link')).toEqual(refusals);
});
