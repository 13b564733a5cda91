import { subscriberFinder, subscribersOf } from './subscriber.ts';

const aid = { name: 'student-aid', types: ['a'] };
const internet = { name: 'internet-plus', types: ['b'] };
const permitted = { 'student-aid': ['a'], 'internet-plus': ['b'] };

it('finds a subscriber by its whole key only', () => {
  const find = subscriberFinder(
    new Map([
      ['key-one', aid],
      ['key-two', internet],
    ]),
  );
  expect(find('Bearer key-two')).toBe(internet);
  expect(find('bearer key-one')).toBe(aid);
  for (const wrong of [
    undefined,
    '',
    'Bearer',
    'Bearer ',
    'Bearer key',
    'Bearer key-one2',
    'Basic key-one',
    'key-one',
    'Bearer key-one key-two',
  ]) {
    expect(find(wrong)).toBeNull();
  }
});

it('knows nobody when there are no keys', () => {
  expect(subscriberFinder(new Map())('Bearer ')).toBeNull();
});

it('reads keys with what each may read', () => {
  const text = 'student-aid=0123456789abcdef, internet-plus=fedcba9876543210==';
  expect(subscribersOf(text, permitted)).toEqual(
    new Map([
      ['0123456789abcdef', aid],
      ['fedcba9876543210==', internet],
    ]),
  );
  expect(subscribersOf('', permitted)).toEqual(new Map());
});

it.each([
  [
    'somebody=0123456789abcdef',
    'feed keys: each entry is <subscriber>=<key>, with a subscriber of student-aid, internet-plus',
  ],
  [
    'toString=0123456789abcdef',
    'feed keys: each entry is <subscriber>=<key>, with a subscriber of student-aid, internet-plus',
  ],
  ['student-aid', 'feed keys: each entry is <subscriber>=<key>, with a subscriber of student-aid, internet-plus'],
  ['student-aid=short', 'feed keys: the key of student-aid must have at least 16 characters and no space'],
  [
    'student-aid=0123456789abcdef,internet-plus=0123456789abcdef',
    'feed keys: internet-plus has the key of another subscriber',
  ],
])('refuses %s in one sentence', (text, sentence) => {
  expect(() => subscribersOf(text, permitted)).toThrow(new Error(sentence));
});
