import { fileAddress } from './file-address.ts';

it.each([
  ['/files/enrollment/imports/student-roster?dryRun=true', 'enrollment', '/files/imports/student-roster?dryRun=true'],
  ['/files/student-aid/documents/640121.a', 'student-aid', '/files/documents/640121.a'],
])('%s is of %s: %s', (url, office, path) => {
  expect(fileAddress(url)).toEqual({ office, path });
});

it.each([
  '/files',
  '/files/',
  '/files/enrollment',
  '/files/enrollment/../metrics',
  '/files/enrollment/a%2Fb',
  '/files/X/a',
])('%s is no file', (url) => {
  expect(() => fileAddress(url)).toThrow('There is no file at this path.');
});
