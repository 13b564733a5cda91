import { recordRefusals } from './record.rules.ts';
import type { SheetFacts, SheetRow } from './sheet-row.rules.ts';

const facts: SheetFacts = { today: '2024-12-05', isSpecialSchool: false, excludesLeftBehindMigrant: true };
const child: SheetRow = {
  name: '马小明',
  sex: '1',
  bornOn: '2015-03-01',
  identityNumber: '640121201503010014',
  documentType: '1',
};
const found = (given: SheetRow, more: Partial<SheetFacts> = {}) =>
  recordRefusals({ ...child, ...given }, { ...facts, ...more }).map(({ code, field }) => [field, code]);

it.each([
  ['as it should be', {}, []],
  ['with a small x in the number', { identityNumber: '64012120130606008x', bornOn: '2013-06-06', sex: '2' }, []],
  ['with a wrong check digit', { identityNumber: '640121201503010015' }, [['identityNumber', 'IDENTITY_NUMBER_CHECK']]],
  ['with seventeen digits', { identityNumber: '64012120150301001' }, [['identityNumber', 'IDENTITY_NUMBER_LENGTH']]],
  [
    'with a letter in the number',
    { identityNumber: '64012120150301O014' },
    [['identityNumber', 'IDENTITY_NUMBER_CHARACTERS']],
  ],
  ['born on another day than the number says', { bornOn: '2015-03-02' }, [['bornOn', 'BIRTH_DIFFERS']]],
  ['of another sex than the number says', { sex: '2' }, [['sex', 'SEX_DIFFERS']]],
  ['with a card and no number', { identityNumber: null }, [['identityNumber', 'IDENTITY_NUMBER_MISSING']]],
  ['with a passport and any number', { documentType: 'A', identityNumber: 'E1234' }, []],
  ['born tomorrow', { bornOn: '2024-12-06', identityNumber: null, documentType: 'B' }, [['bornOn', 'BIRTH_IN_FUTURE']]],
  ['with a name of one character', { name: '马' }, [['name', 'NAME_UNFIT']]],
  ['with a dot in the name', { name: '买买提·艾力' }, []],
  ['with a digit in the name', { name: '马3明' }, [['name', 'NAME_UNFIT']]],
  ['of an unknown people', { ethnicity: '99' }, [['ethnicity', 'CODE_UNKNOWN']]],
  ['of a division of nine digits', { hukouDivision: '640121100' }, [['hukouDivision', 'DIVISION_UNFIT']]],
  ['with a short phone number', { phone: '1380000' }, [['phone', 'PHONE_UNFIT']]],
  ['with a landline', { phone: '0951-8011234' }, []],
  ['with five digits of post code', { postalCode: '75010' }, [['postalCode', 'POSTAL_CODE_UNFIT']]],
  ['admitted before birth', { admittedIn: '2015-02' }, [['admittedIn', 'ADMITTED_BEFORE_BIRTH']]],
  [
    'left behind and migrant',
    { leftBehind: 'ONE_PARENT_AWAY', isMigrantChild: true },
    [['leftBehind', 'LEFT_BEHIND_AND_MIGRANT']],
  ],
  [
    'without a guardian',
    { guardians: [{ name: '马大明', kinship: '51', isGuardian: false }] },
    [['guardians', 'GUARDIAN_MISSING']],
  ],
  [
    'with an unknown kin',
    { guardians: [{ name: '马大明', kinship: '50', isGuardian: true }] },
    [['guardians.0.kinship', 'CODE_UNKNOWN']],
  ],
] as [string, SheetRow, string[][]][])('a child %s', (_, given, expected) => {
  expect(found(given)).toEqual(expected);
});

it.each([
  ['0', '0', true],
  ['1', '1', true],
  ['2', '2', true],
  ['3', '5', true],
  ['9', '4', true],
  ['0', '5', false],
  ['1', '2', false],
  ['3', '0', false],
])('随班就读 %s with 残疾 %s agree: %p; in a special school everything does', (inclusion, rollDisability, agrees) => {
  expect(found({ inclusion, rollDisability })).toEqual(agrees ? [] : [['inclusion', 'INCLUSION_DISAGREES']]);
  expect(found({ inclusion, rollDisability }, { isSpecialSchool: true })).toEqual([]);
});

it('says no identity number back', () => {
  const said = JSON.stringify(recordRefusals({ ...child, identityNumber: '640121201503010015' }, facts));
  expect(said).not.toContain('640121');
});
