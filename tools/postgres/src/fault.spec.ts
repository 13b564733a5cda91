import { Fault, folderFault, serverFault } from './fault.ts';

const where = ['/srv/.data/postgres', 5433, '/srv/.data/postgres/postgres.log'] as const;

test.each([
  [
    'FATAL:  could not extend file "base/1/2691": No space left on device',
    'The disk that holds /srv/.data/postgres is full: ',
  ],
  [
    'FATAL:  could not extend file: wrote only 4096 of 8192 bytes\nHINT:  Check free disk space.',
    'The disk that holds',
  ],
  ['LOG:  could not bind IPv4 address "127.0.0.1": Address already in use', 'Port 5433 on 127.0.0.1 is taken, '],
  ['FATAL:  database files are incompatible with server', 'The data in /srv/.data/postgres belong to another version'],
  [
    'FATAL:  the database system is starting up\nPANIC:  could not locate a valid checkpoint record\n',
    'PostgreSQL did not start on the data in /srv/.data/postgres: could not locate a valid checkpoint record. Its log is /srv/.data/postgres/postgres.log.',
  ],
  [
    'FATAL:  the database system is starting up',
    'PostgreSQL did not start on the data in /srv/.data/postgres: it gave no reason.',
  ],
])('%j is told as what it means', (output, line) => {
  expect(serverFault(output, ...where).message).toContain(line);
});

test.each([
  ['EACCES', 'Cannot use /srv/.data (EACCES): it must be a folder that this user may read and write; '],
  ['ERR_SQLITE_ERROR', 'Cannot use /srv/.data (no access): '],
  ['ENOSPC', 'The disk that holds /srv/.data is full: '],
])('an error %s of a file names the folder', (code, line) => {
  expect(folderFault('/srv/.data', Object.assign(new Error('x'), { code }))).toMatchObject({
    message: expect.stringContaining(line) as string,
  });
});

test('a fault that is told already, and an error about something else, stay what they are', () => {
  const others = [new Fault('told'), new TypeError('x'), Object.assign(new Error('x'), { code: 'ECONNRESET' })];
  expect(others.map((error) => folderFault('/srv', error))).toEqual(others);
});
