import { type MergerFacts, mergerRefusals } from './school-merger.rules.ts';

const school = { id: 'A', opensOn: '2000-09-01', closesOn: null, version: 1 };
const facts = (given: Partial<MergerFacts> = {}): MergerFacts => ({
  school,
  successor: { ...school, id: 'B' },
  openTransfers: 0,
  unsent: [],
  today: '2024-08-20',
  ...given,
});
const asked = { occurredOn: '2024-08-20', document: '永政发〔2024〕8号', version: 1 };
const codes = (...given: Parameters<typeof mergerRefusals>) => mergerRefusals(...given).map(({ code }) => code);

it.each([
  ['as it should be', {}, {}, []],
  ['tomorrow', { occurredOn: '2024-08-21' }, {}, ['DAY_IN_FUTURE']],
  ['on its first day', { occurredOn: '2000-09-01' }, {}, ['DAY_BEFORE_OPENING']],
  ['without a document', { document: ' ' }, {}, ['DOCUMENT_MISSING']],
  ['at a stale version', { version: 2 }, {}, ['RECORD_CHANGED']],
  ['into itself', {}, { successor: school }, ['OWN_SUCCESSOR']],
  ['that has closed', {}, { school: { ...school, closesOn: '2020-09-01' } }, ['SCHOOL_CLOSED']],
  ['into one that has closed', {}, { successor: { ...school, id: 'B', closesOn: '2020-09-01' } }, ['SUCCESSOR_CLOSED']],
  ['with transfers on their way', {}, { openTransfers: 2 }, ['TRANSFERS_OPEN']],
  ['with special children not handed over', {}, { unsent: ['马留守'] }, ['HANDOVER_NOT_SENT']],
  ['that is not there', {}, { school: null }, ['SCHOOL_NOT_FOUND']],
  ['into none', {}, { successor: null }, ['SUCCESSOR_NOT_FOUND']],
])('merging a school %s is refused with the right code', (_, input, given, expected) => {
  expect(codes({ ...asked, ...input }, facts(given))).toEqual(expected);
});
