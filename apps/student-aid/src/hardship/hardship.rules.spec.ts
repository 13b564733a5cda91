import { levelIn } from './hardship.rules.ts';

const toHard = { season: 'AUTUMN', level: 'HARD' } as const;
const ended = { season: 'SPRING', level: null } as const;

it.each([
  ['unadjusted', [], 'AUTUMN', 'SPECIAL'],
  ['unadjusted', [], 'SPRING', 'SPECIAL'],
  ['adjusted in autumn', [toHard], 'AUTUMN', 'HARD'],
  ['adjusted in autumn', [toHard], 'SPRING', 'HARD'],
  ['ended in spring', [ended], 'AUTUMN', 'SPECIAL'],
  ['ended in spring', [ended], 'SPRING', null],
  ['adjusted in autumn, ended in spring', [ended, toHard], 'AUTUMN', 'HARD'],
  ['adjusted in autumn, ended in spring', [ended, toHard], 'SPRING', null],
] as const)('%s %j, in %s: %s', (_, adjustments, season, level) => {
  expect(levelIn('SPECIAL', adjustments, season)).toBe(level);
});
