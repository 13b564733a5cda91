import { composeResidentNumber } from '@bureau/resident-id';
import type { Ask } from '@bureau/testing';
import { act, kinds } from '../seed/act.seed.ts';
import { type Bench, openBench } from '../seed/bench.seed.ts';

const COUNTY = '640121';
const CHILD = {
  record:
    'disabledChild { id version certificateStatus disabilities { category level isPrimary } certificateRecords { status recordedOn } }',
};

let bench: Bench;
let office: Ask;
let sequence = 0;
beforeAll(async () => {
  bench = await openBench();
  office = bench.desk.as({ roles: ['special-education-office'] });
});
afterAll(() => bench.close());

const born = '2015-03-01';
const newNumber = () => composeResidentNumber('640121', born, (sequence += 1));
const registration = (given: object = {}) => ({
  name: '马小军',
  sex: '1',
  bornOn: born,
  township: '640121101',
  identifiedBy: 'HOSPITAL',
  disabilities: [
    { category: '5', level: 2 },
    { category: '4', level: 3 },
  ],
  certificateStatus: 'NONE',
  ...given,
});
const register = (given: object = {}) => act(office, 'disabledChildRegister', registration(given), CHILD);
const count = () => bench.database.arrange('SELECT count(*)::int AS children FROM disabled_child');

it('a child enters with several disabilities and its certificate', async () => {
  const identityNumber = newNumber();
  const { record, refusals } = await register({
    identityNumber,
    certificateStatus: 'VALID',
    certificateNumber: `${identityNumber}52`,
  });
  expect(refusals).toEqual([]);
  expect(record).toMatchObject({
    version: 1,
    certificateStatus: 'VALID',
    disabilities: [
      { category: '5', level: 2, isPrimary: true },
      { category: '4', level: 3, isPrimary: false },
    ],
    certificateRecords: [{ status: 'VALID', recordedOn: '2024-12-05' }],
  });
});

it.each([
  [
    'a certificate of another child',
    () => ({ identityNumber: newNumber(), certificateStatus: 'VALID', certificateNumber: `${newNumber()}52` }),
    ['CertificateOfAnotherPerson'],
  ],
  [
    'an identity number of another day of birth',
    () => ({ identityNumber: newNumber(), bornOn: '2014-03-01' }),
    ['IdentityNumberUnreadable'],
  ],
  ['no disability', () => ({ disabilities: [] }), ['DisabilityListUnfit']],
  ['a birth to come', () => ({ bornOn: '2024-12-06' }), ['LedgerDayOutOfRange']],
  [
    'a student that nobody told of',
    () => ({ student: `${COUNTY}.00000000-0000-7000-8000-000000000000` }),
    ['LedgerRecordNotFound'],
  ],
])('%s is refused and nobody enters', async (_, given, refusals) => {
  const before = await count();
  expect(kinds(await register(given()))).toEqual(refusals);
  expect(await count()).toEqual(before);
});

it('eight clerks enter one child at once: it is in the ledger once', async () => {
  const identityNumber = newNumber();
  const entered = await Promise.all(Array.from({ length: 8 }, () => register({ identityNumber })));
  expect(entered.flatMap(kinds)).toEqual(Array.from({ length: 7 }, () => 'ChildAlreadyInLedger'));
});

it('a certificate goes through its states, each a dated row, and a number belongs to one child', async () => {
  const identityNumber = newNumber();
  const { record } = await register({ identityNumber });
  const change = (version: number, given: object) =>
    act(
      office,
      'disabledChildCertificateRecord',
      { disabledChild: record?.['id'], version, recordedOn: '2024-12-01', ...given },
      CHILD,
    );
  expect(kinds(await change(1, { certificateStatus: 'VALID' }))).toEqual(['CertificateNumberMissing']);
  expect(kinds(await change(1, { certificateStatus: 'VALID', certificateNumber: `${newNumber()}52` }))).toEqual([
    'CertificateOfAnotherPerson',
  ]);
  await change(1, { certificateStatus: 'APPLYING' });
  expect(kinds(await change(1, { certificateStatus: 'REVOKED' }))).toEqual(['LedgerRecordChanged']);
  const valid = await change(2, {
    certificateStatus: 'VALID',
    certificateNumber: `${identityNumber}52`,
    recordedOn: '2024-12-04',
  });
  expect(valid.record).toMatchObject({
    version: 3,
    certificateStatus: 'VALID',
    certificateRecords: [
      { status: 'APPLYING', recordedOn: '2024-12-01' },
      { status: 'VALID', recordedOn: '2024-12-04' },
      { status: 'NONE', recordedOn: '2024-12-05' },
    ],
  });
});

it('a diagnosis replaces the one before', async () => {
  const { record } = await register();
  const input = {
    disabledChild: record?.['id'],
    version: 1,
    identifiedBy: 'EXPERT_COMMITTEE',
    disabilities: [{ category: '6', level: 1 }],
  };
  const diagnosed = await act(office, 'disabledChildDiagnose', input, CHILD);
  expect(diagnosed.record).toMatchObject({ version: 2, disabilities: [{ category: '6', level: 1, isPrimary: true }] });
});
