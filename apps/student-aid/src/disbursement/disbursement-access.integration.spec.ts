import { ROLES, type Role } from '@bureau/access';
import { type Bench, openBench } from '../seed/bench.seed.ts';

const COUNTY = '640121';
const ID = `${COUNTY}.00000000-0000-7000-8000-000000000000`;
const at = { batch: ID, version: 1 };
const paymentAt = { payment: ID, version: 1, reason: 'x' };
const findingAt = { auditFinding: ID, version: 1, reason: 'x' };
const declared = { declaredCount: 1, declaredAmountFen: '1' };

const OFFICE: Role[] = ['student-aid-office'];
const LEADERS: Role[] = ['deputy-director', 'county-leader'];

/** Every act with money, and who may do it: nobody else reaches the rules. */
const ACTS: [mutation: string, input: object, may: Role[]][] = [
  ['disbursementBatchCreate', { programme: 'X', term: '2023-2024-2', funding: [], ...declared }, OFFICE],
  ['disbursementBatchRefresh', { ...at, ...declared }, OFFICE],
  ['disbursementBatchLock', at, OFFICE],
  ['disbursementBatchReopen', { ...at, reason: 'x' }, OFFICE],
  ['disbursementBatchConfirm', { batch: ID, paymentCount: 1, amountFen: '1' }, ['principal']],
  ['disbursementBatchAudit', at, OFFICE],
  ['disbursementBatchApprove', at, LEADERS],
  ['disbursementBatchSubmit', { ...at, treasuryDocument: 'x' }, OFFICE],
  ['disbursementBatchSendBack', { ...at, reason: 'x' }, OFFICE],
  ['disbursementBatchCancel', { ...at, reason: 'x' }, OFFICE],
  ['disbursementBatchWaive', { ...at, paidOn: '2024-04-15' }, OFFICE],
  ['disbursementBatchSend', { ...at, template: 'BANK_CSV' }, OFFICE],
  ['disbursementBatchResend', { ...at, template: 'BANK_CSV' }, OFFICE],
  ['disbursementBatchReconcile', at, OFFICE],
  ['disbursementBatchArchive', at, OFFICE],
  ['paymentCorrect', paymentAt, OFFICE],
  ['paymentAbandon', paymentAt, OFFICE],
  ['paymentRefund', paymentAt, OFFICE],
  ['paymentReclaim', paymentAt, OFFICE],
  ['auditFindingExplain', findingAt, OFFICE],
  ['auditFindingAccept', findingAt, LEADERS],
];

let bench: Bench;
beforeAll(async () => {
  bench = await openBench();
});
afterAll(() => bench.close());

function claimsOf(role: Role) {
  const { reach } = ROLES[role];
  return {
    roles: [role],
    ...(reach === 'township' && { township: `${COUNTY}101` }),
    ...(reach === 'school' && { school: ID }),
    ...(reach === 'class' && { school: ID, class: ID }),
  };
}

it.each(ACTS)('%s is for its own roles, and no other reaches the database', async (mutation, input, may) => {
  const type = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input!`;
  const question = `mutation ($input: ${type}) { ${mutation}(input: $input) { userErrors { ... on UserError { code } } } }`;
  const allowed: Role[] = [];
  for (const role of Object.keys(ROLES) as Role[]) {
    const { data, errors, statements } = await bench.desk.as(claimsOf(role))(question, { input });
    if (errors) {
      expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
      expect(statements).toEqual([]);
    } else {
      expect((data?.[mutation] as { userErrors: object[] }).userErrors.length).toBeGreaterThan(0);
      allowed.push(role);
    }
  }
  expect(allowed.toSorted()).toEqual(may.toSorted());
});
