import { type AnsweredLine, type AnsweredPayment, bucketOf, totalsRefusals } from './bank-return.rules.ts';

const line: AnsweredLine = { accountIndex: 'a', amountFen: 5n, result: 'PAID' };
const sent: AnsweredPayment = { state: 'SENT', amountFen: 5n, accountIndex: 'a' };

it.each<[string, Partial<AnsweredLine>, Partial<AnsweredPayment> | undefined, boolean, string]>([
  ['paid', {}, {}, false, 'PAID'],
  ['paid when sent again', {}, { state: 'RESENT' }, false, 'PAID'],
  ['failed', { result: 'FAILED' }, {}, false, 'FAILED'],
  ['taken back by the bank', { result: 'REVERSED' }, { state: 'PAID' }, false, 'REVERSED'],
  ['taken back though never paid', { result: 'REVERSED' }, {}, false, 'DUPLICATE'],
  ['of no payment', {}, undefined, false, 'UNKNOWN'],
  ['to another account', { accountIndex: 'b' }, {}, false, 'UNKNOWN'],
  ['of a payment never sent', {}, { accountIndex: null }, false, 'UNKNOWN'],
  ['of another amount', { amountFen: 6n }, {}, false, 'WRONG_AMOUNT'],
  ['twice in the file', {}, {}, true, 'DUPLICATE'],
  ['paid by an earlier file', {}, { state: 'PAID' }, false, 'DUPLICATE'],
  ['failed by an earlier file', {}, { state: 'FAILED' }, false, 'DUPLICATE'],
])('a line %s', (_, given, payment, isRepeated, bucket) => {
  expect(bucketOf({ ...line, ...given }, payment && { ...sent, ...payment }, isRepeated)).toBe(bucket);
});

it.each([
  [{ count: 2, amountFen: 10n }, []],
  [{ count: 1, amountFen: 10n }, [{ kind: 'RETURN_TRUNCATED', count: 1 }]],
  [{ count: 2, amountFen: 11n }, [{ kind: 'RETURN_AMOUNT_DIFFERS', amountFen: '11' }]],
])('2 lines of 10 fen were named, found %p', (found, refusals) => {
  expect(totalsRefusals({ count: 2, amountFen: 10n }, found)).toEqual(refusals);
});
