import { lastWords } from './process.ts';

const trace = `file:///srv/apps/enrollment/src/main.ts:12
    throw new TypeError('no such place');
          ^

TypeError: no such place
    at main (file:///srv/apps/enrollment/src/main.ts:12:11)

Node.js v24.21.0
`;

test.each([
  ['a line for people after structured ones', '{"level":30}\nPort 4001 is taken.\n', 'Port 4001 is taken.'],
  ['the error of a stack trace', trace, 'TypeError: no such place'],
  ['nothing', '{"level":30}\n', 'it gave no reason'],
])('the last words of a program: %s', (_, output, words) => {
  expect(lastWords(output, '/srv/.data/logs/enrollment.log')).toBe(`${words} (log: /srv/.data/logs/enrollment.log)`);
});
