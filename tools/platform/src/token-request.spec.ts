import { readTokenRequest } from './token-request.ts';

const school = '640121.0191d5a0-0000-7000-8000-000000000001';
const request = (line: string) => readTokenRequest(line.split(' ').filter((word) => word !== ''));

test.each([
  ['--role county-leader', { subject: 'demo-county-leader', roles: ['county-leader'], county: '640121' }],
  ['--role county-leader --county 640122 --subject li', { subject: 'li', roles: ['county-leader'], county: '640122' }],
  [
    '--role township-leader --township 640121102',
    { subject: 'demo-township-leader', roles: ['township-leader'], county: '640121', township: '640121102' },
  ],
  [
    `--role principal --school ${school}`,
    { subject: 'demo-principal', roles: ['principal'], county: '640121', school },
  ],
  [
    `--role homeroom-teacher --school ${school} --class ${school}`,
    { subject: 'demo-homeroom-teacher', roles: ['homeroom-teacher'], county: '640121', school, class: school },
  ],
])('%s grants exactly that, for eight hours', (line, grant) => {
  expect(request(line)).toEqual({ grant, expiresInSeconds: 28_800 });
});

test('leaves a school given by its code to be found', () => {
  expect(request('--role school-registrar --school 3164000123')).toEqual({
    grant: { subject: 'demo-school-registrar', roles: ['school-registrar'], county: '640121' },
    schoolCode: '3164000123',
    expiresInSeconds: 28_800,
  });
});

test.each([
  ['1s', 1],
  ['30m', 1_800],
  ['30d', 2_592_000],
])('expires after %s', (text, seconds) => {
  expect(request(`--role county-leader --expires ${text}`).expiresInSeconds).toBe(seconds);
});

test.each([
  ['', 'Which role? --role <role>; roles: homeroom-teacher, subject-teacher, school-registrar,'],
  ['--role king', 'There is no role king; roles: homeroom-teacher,'],
  [
    '--role school-registrar',
    'The role school-registrar sees one school: say which with --school (its 学校标识码 of ten digits, or its id).',
  ],
  [
    '--role village-cadre',
    'The role village-cadre sees one township: say which with --township (640121102, the nine-digit code).',
  ],
  [
    `--role homeroom-teacher --school ${school}`,
    'The role homeroom-teacher sees one class: say which with --class (its id).',
  ],
  ['--role county-leader --township 640121102', 'The role county-leader sees its whole county: leave --township out.'],
  ['--role county-leader --county 64', 'the claim "county" must be a six-digit code (GB/T 2260)'],
  ['--role township-leader --township 640122102', 'the claim "township" must be a nine-digit code of the same county'],
  ['--role principal --school 17', 'the claim "school" must be an id <county>.<uuid> of the same county'],
  ['--role principal --county 640122 --school 640121.0191d5a0-0000-7000-8000-000000000001', 'of the same county'],
  [
    '--rule county-leader',
    "Unknown option '--rule'. Options: --role --county --township --school --class --subject --expires.",
  ],
  ['county-leader', "Unexpected argument 'county-leader'"],
  ['--role county-leader --expires 0h', '--expires 0h is not a time such as 30m, 8h or 7d; at most 30d.'],
  ['--role county-leader --expires 31d', '--expires 31d is not a time'],
  ['--role county-leader --expires soon', '--expires soon is not a time'],
])('refuses "%s"', (line, reason) => {
  expect(() => request(line)).toThrow(reason);
});
