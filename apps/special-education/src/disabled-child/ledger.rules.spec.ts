import { composeResidentNumber } from '@bureau/resident-id';
import { certificateRefusals, disabilityRefusals, identityRefusals } from './ledger.rules.ts';

const TODAY = '2024-12-05';
const bornOn = '2015-03-01';
const own = composeResidentNumber('640121', bornOn, 12);
const another = composeResidentNumber('640121', bornOn, 14);
const older = composeResidentNumber('640121', '2014-03-01', 12);
const child = { identityNumber: own, bornOn, disabilities: [{ category: '5', level: 2 }] };
const OF_ANOTHER = [{ kind: 'CertificateOfAnotherPerson' }];
const UNREADABLE = [{ kind: 'CertificateNumberUnreadable' }];

it.each([
  ['its own', `${own}52`, []],
  ['its own, replaced twice', `${own}52B2`, []],
  ['its own, typed wide and small', ` ${own.toLowerCase()}５２`, []],
  ['the one of another child of the same day', `${another}52`, OF_ANOTHER],
  ['one with a wrong check character', `${own.slice(0, 17)}${own.endsWith('1') ? '2' : '1'}52`, UNREADABLE],
  ['one of category 8', `${own}82`, UNREADABLE],
  ['one of level 5', `${own}55`, UNREADABLE],
  ['an identity number', own, UNREADABLE],
  ['one of another level', `${own}53`, [{ kind: 'CertificateDisagrees', category: '5', level: 3 }]],
  ['one of another category', `${own}42`, [{ kind: 'CertificateDisagrees', category: '4', level: 2 }]],
  ['one of several disabilities', `${own}72`, [{ kind: 'CertificateDisagrees', category: '7', level: 2 }]],
])('a child with one disability and %s', (_, number, refusals) => {
  expect(certificateRefusals({ status: 'VALID', number }, child, TODAY)).toEqual(refusals);
});

it('a child with several disabilities may have one for several, and one for one of them', () => {
  const several = { ...child, disabilities: [...child.disabilities, { category: '4', level: 1 }] };
  for (const code of ['71', '52', '41'])
    expect(certificateRefusals({ status: 'VALID', number: `${own}${code}` }, several, TODAY)).toEqual([]);
  expect(certificateRefusals({ status: 'VALID', number: `${own}42` }, several, TODAY)).toHaveLength(1);
});

it('without an identity number the certificate must say the day of birth', () => {
  const unknown = { ...child, identityNumber: null };
  expect(certificateRefusals({ status: 'VALID', number: `${own}52` }, unknown, TODAY)).toEqual([]);
  expect(certificateRefusals({ status: 'VALID', number: `${older}52` }, unknown, TODAY)).toEqual(OF_ANOTHER);
});

it.each([
  ['VALID', [{ kind: 'CertificateNumberMissing' }]],
  ['NONE', []],
  ['APPLYING', []],
  ['EXPIRED', []],
  ['REVOKED', []],
] as const)('%s without a number', (status, refusals) => {
  expect(certificateRefusals({ status, number: null }, child, TODAY)).toEqual(refusals);
});

it.each([
  [[{ category: '5', level: 2 }], true],
  [
    [
      { category: '1', level: 1 },
      { category: '7', level: 4 },
    ],
    true,
  ],
  [[], false],
  [[{ category: '8', level: 1 }], false],
  [[{ category: '5', level: 0 }], false],
  [[{ category: '5', level: 5 }], false],
  [
    [
      { category: '5', level: 1 },
      { category: '5', level: 2 },
    ],
    false,
  ],
])('%j: %p', (disabilities, isFit) => {
  expect(disabilityRefusals(disabilities).length === 0).toBe(isFit);
});

it('an identity number is the child’s', () => {
  expect(identityRefusals(own, bornOn, TODAY)).toEqual([]);
  expect(identityRefusals(null, bornOn, TODAY)).toEqual([]);
  for (const number of [older, `${own}1`, 'x'])
    expect(identityRefusals(number, bornOn, TODAY)).toEqual([{ kind: 'IdentityNumberUnreadable' }]);
});
