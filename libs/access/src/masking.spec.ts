import fc from 'fast-check';
import {
  maskAccount,
  maskBirthDate,
  maskDivision,
  maskIdentityNumber,
  maskName,
  maskPhone,
  maskRollNumber,
} from './masking.ts';

it.each<[(value: string) => string, string, string]>([
  [maskIdentityNumber, '640121201203142243', '640121********2243'],
  [maskIdentityNumber, '64012120120314224X', '640121********224X'],
  [maskIdentityNumber, '640121120314224', '640121*****4224'],
  [maskIdentityNumber, 'E12345678', '*********'],
  [maskIdentityNumber, '', ''],
  [maskRollNumber, 'G640121201203142243', 'G640121********2243'],
  [maskRollNumber, 'L64012', '******'],
  [maskPhone, '13912345678', '139****5678'],
  [maskPhone, '0951-8011234', '095*****1234'],
  [maskPhone, '8011234', '*******'],
  [maskAccount, '6217001234567890123', '****0123'],
  [maskAccount, '12345678', '****5678'],
  [maskAccount, '1234567', '****'],
  [maskName, '张三', '张*'],
  [maskName, '欧阳娜娜', '欧*'],
  [maskName, '𠮷田', '𠮷*'],
  [maskName, '', ''],
  [maskDivision, '640121104201', '640121104'],
  [maskDivision, '640121104', '640121104'],
  [maskDivision, '闽宁镇原隆村3组15号', ''],
  [maskDivision, '64012110420115', ''],
  [maskBirthDate, '2012-03-14', '2012-03'],
  [maskBirthDate, '14.03.2012', ''],
])('%p shows %j as %j', (mask, value, shown) => {
  expect(mask(value)).toBe(shown);
});

it('never shows more than ten characters of an identity number, and hides at least four of any value', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 30 }), fc.constantFrom(maskIdentityNumber, maskPhone), (value, mask) => {
      const shown = [...mask(value)];
      expect(shown).toHaveLength([...value].length);
      expect(shown.filter((character) => character === '*').length).toBeGreaterThanOrEqual(Math.min(4, shown.length));
    }),
  );
});
