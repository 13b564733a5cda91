import { accountDigits, accountRefusals } from './payee-account.rules.ts';

const own = {
  holderName: '马小明',
  relation: 'SELF',
  relationDocument: null,
  bankName: '银行',
  accountNumber: '9900000000000000001',
};

it.each([
  ['the child’s own', own, []],
  ['written in groups', { ...own, accountNumber: '9900 0000-0000 0001' }, []],
  ['in full-width digits', { ...own, accountNumber: '９９００００００００' }, []],
  ['of nine digits', { ...own, accountNumber: '990000000' }, ['accountNumber']],
  ['of 31 digits', { ...own, accountNumber: '9'.repeat(31) }, ['accountNumber']],
  ['with a letter', { ...own, accountNumber: '99000000000O' }, ['accountNumber']],
  ['the mother’s without a document', { ...own, relation: 'MOTHER' }, ['relationDocument']],
  ['the mother’s with a document', { ...own, relation: 'MOTHER', relationDocument: '户口簿' }, []],
  ['of nobody at no bank', { ...own, holderName: ' ', bankName: '' }, ['holderName', 'bankName']],
] as const)('an account %s', (_, account, fields) => {
  expect(accountRefusals(account).map((refusal) => ('field' in refusal ? refusal.field : refusal.kind))).toEqual(
    fields,
  );
});

it('keeps the digits only', () => {
  expect(accountDigits(' 9900 0000-１２３４ ')).toBe('990000001234');
});
