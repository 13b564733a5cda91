import { readClassName } from './class-name.rules.ts';

it.each([
  ['三年级(2)班', 'PRIMARY', 3, 2],
  ['三年级（2）班', 'PRIMARY', 3, 2],
  ['三(2)班', 'PRIMARY', 3, 2],
  ['3年级2班', 'PRIMARY', 3, 2],
  ['302', 'PRIMARY', 3, 2],
  ['302班', 'PRIMARY', 3, 2],
  ['七年级(11)班', 'JUNIOR_SECONDARY', 1, 11],
  ['901', 'JUNIOR_SECONDARY', 3, 1],
  ['初一(1)班', 'JUNIOR_SECONDARY', 1, 1],
  ['高二年级(3)班', 'SENIOR_SECONDARY', 2, 3],
  ['中职一年级(1)班', 'VOCATIONAL', 1, 1],
] as const)('%s is a class of %s, grade %i, number %i', (text, stage, grade, serial) => {
  expect(readClassName(text)).toEqual({ stage, grade, serial });
});

it.each(['三班', '十年级(1)班', '高四(1)班', '三年级(0)班', '2022', ''])('%s is none', (text) => {
  expect(readClassName(text)).toBeNull();
});
