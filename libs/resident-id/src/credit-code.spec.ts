import fc from 'fast-check';

import { creditCheckCharacter, parseCreditCode } from './credit-code.ts';
import { isSchoolCode } from './school-code.ts';

const ALPHABET = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'];

it.each(['91330100799655058B', '9144030071526726XG', '914403001922038216'])('accepts the published code %s', (code) => {
  expect(parseCreditCode(code.toLowerCase())).toEqual({
    code,
    registrar: code.slice(0, 2),
    division: code.slice(2, 8),
    organisation: code.slice(8, 17),
  });
});

it.each([
  ['', 'LengthNot18'],
  ['91330100799655058', 'LengthNot18'],
  ['91330100799655058I', 'CharacterNotAllowed'],
  ['9133010079965505OB', 'CharacterNotAllowed'],
  ['913301A0799655058B', 'CharacterNotAllowed'],
  ['91330100799655058C', 'CheckCharacterWrong'],
  ['91330100799655085B', 'CheckCharacterWrong'],
])('refuses %s: %s', (text, refusal) => {
  expect(parseCreditCode(text)).toEqual({ refusal });
});

it('notices every single wrong character', () => {
  const characters = fc.array(fc.constantFrom(...ALPHABET), { minLength: 9, maxLength: 9 });
  const others = fc.integer({ min: 1, max: 30 });
  fc.assert(
    fc.property(characters, fc.integer({ min: 8, max: 16 }), others, (organisation, at, by) => {
      const body = `12640121${organisation.join('')}`;
      const code = body + creditCheckCharacter(body);
      expect(parseCreditCode(code)).toMatchObject({ code });
      const other = ALPHABET.join('').charAt((ALPHABET.indexOf(code.charAt(at)) + by) % 31);
      expect(parseCreditCode(code.slice(0, at) + other + code.slice(at + 1))).toEqual({
        refusal: 'CheckCharacterWrong',
      });
    }),
  );
});

it('knows a school code by its ten digits', () => {
  expect(['2164000123', '216400012', '21640001234', '216400012A', ''].map(isSchoolCode)).toEqual([
    true,
    false,
    false,
    false,
    false,
  ]);
});
