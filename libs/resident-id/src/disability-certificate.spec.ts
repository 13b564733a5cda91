import { composeDisabilityCertificate, isCertificateOf, parseDisabilityCertificate } from './disability-certificate.ts';

const certificate = {
  number: '64012120140915224352',
  residentNumber: '640121201409152243',
  category: '5',
  level: '2',
  reissue: 0,
};

it('says whose it is, the category and the level', () => {
  expect(parseDisabilityCertificate('64012120140915224352')).toEqual(certificate);
  expect(composeDisabilityCertificate('640121201409152243', '5', '2')).toBe('64012120140915224352');
});

it('counts replacements', () => {
  expect(parseDisabilityCertificate('64012120130606008x41b12')).toEqual({
    number: '64012120130606008X41B12',
    residentNumber: '64012120130606008X',
    category: '4',
    level: '1',
    reissue: 12,
  });
});

it.each([
  '',
  '6401212014091522435',
  '64012120140915224302',
  '64012120140915224382',
  '64012120140915224350',
  '64012120140915224355',
  '64012120140915224352B',
  '64012120140915224352B123',
  '6401212014091522435211',
])('reads no certificate in %s', (text) => {
  expect(parseDisabilityCertificate(text)).toBeNull();
});

it('belongs to one identity number only', () => {
  expect(isCertificateOf(certificate, '640121201409152243')).toBe(true);
  expect(isCertificateOf({ ...certificate, residentNumber: '64012120130606008X' }, '64012120130606008x')).toBe(true);
  expect(isCertificateOf(certificate, '640121201503010014')).toBe(false);
});

it.each([
  ['8', '1'],
  ['0', '1'],
  ['5', '5'],
  ['', '1'],
])('composes none of category %s and level %s', (category, level) => {
  expect(() => composeDisabilityCertificate('640121201409152243', category, level)).toThrow(RangeError);
});
