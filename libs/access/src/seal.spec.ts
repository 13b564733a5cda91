import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { createSealer } from './seal.ts';

const context = 'student.identity_number:640121.019356a0-0000-7000-8000-00000000000a';
const dataKey = Buffer.alloc(32, 1);
const indexKey = Buffer.alloc(32, 2);
const sealer = createSealer({ dataKey, indexKey });

it('opens what it sealed, whatever it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (plain, place) => {
      expect(sealer.open(sealer.seal(plain, place), place)).toBe(plain);
    }),
  );
});

it('seals one value differently each time, and in none of them readably', () => {
  const [first, second] = [sealer.seal('640121201203142243', context), sealer.seal('640121201203142243', context)];
  expect(first.equals(second)).toBe(false);
  expect(first.includes('640121')).toBe(false);
  expect(first).toHaveLength(1 + 12 + 16 + 18);
});

it('does not open a value in another place, with another key, or after any one byte changed', () => {
  const sealed = sealer.seal('640121201203142243', context);
  expect(() => sealer.open(sealed, 'student.identity_number:another')).toThrow();
  expect(() => createSealer({ dataKey: Buffer.alloc(32, 9), indexKey }).open(sealed, context)).toThrow();
  for (let position = 0; position < sealed.length; position += 1) {
    const changed = Buffer.from(sealed);
    changed.writeUInt8(changed.readUInt8(position) ^ 1, position);
    expect(() => sealer.open(changed, context)).toThrow();
  }
});

it.each([0, 1, 12, 28])('does not open a value cut to %i bytes', (length) => {
  expect(() => sealer.open(sealer.seal('1', context).subarray(0, length), context)).toThrow(
    `No data key opens the value of ${context}.`,
  );
});

it('opens with a retired key what that key sealed, and seals with the new one', () => {
  const old = sealer.seal('6217001234567890123', context);
  const newKey = Buffer.alloc(32, 3);
  const rotated = createSealer({ dataKey: newKey, retiredDataKeys: [dataKey], indexKey });
  expect(rotated.open(old, context)).toBe('6217001234567890123');
  expect(createSealer({ dataKey: newKey, indexKey }).open(rotated.seal('x', context), context)).toBe('x');
  expect(() => sealer.open(rotated.seal('x', context), context)).toThrow(`No data key opens the value of ${context}.`);
});

it('refuses keys of the wrong length and two keys with one id', () => {
  expect(() => createSealer({ dataKey: randomBytes(16), indexKey })).toThrow(
    'The data key must have 32 bytes, it has 16.',
  );
  expect(() => createSealer({ dataKey, indexKey: randomBytes(33) })).toThrow(
    'The index key must have 32 bytes, it has 33.',
  );
  expect(() => createSealer({ dataKey, retiredDataKeys: [dataKey], indexKey })).toThrow(
    'Two data keys have the same key id',
  );
});

describe('the blind index', () => {
  it.each(['64012120120314224x', ' 640121 20120314 224X ', '６４０１２１２０１２０３１４２２４Ｘ'])(
    'finds %j',
    (written) => {
      expect(sealer.index(written)).toEqual(sealer.index('64012120120314224X'));
    },
  );

  it('tells other values and other keys apart', () => {
    const index = sealer.index('64012120120314224X');
    expect(sealer.index('640121201203142243')).not.toEqual(index);
    expect(createSealer({ dataKey, indexKey: Buffer.alloc(32, 4) }).index('64012120120314224X')).not.toEqual(index);
    expect(index).toHaveLength(32);
  });
});
