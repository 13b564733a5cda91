import { classNameIn, gradeIn } from './school-class.rules.ts';

it.each([
  ['PRIMARY', 2022, 2021, null],
  ['PRIMARY', 2022, 2022, 1],
  ['PRIMARY', 2022, 2027, 6],
  ['PRIMARY', 2022, 2028, null],
  ['JUNIOR_SECONDARY', 2022, 2024, 3],
  ['JUNIOR_SECONDARY', 2022, 2025, null],
  ['PRE_SCHOOL', 2024, 2024, 1],
] as const)('a %s class that entered in %i is in %i in grade %p', (stage, entryYear, schoolYear, grade) => {
  expect(gradeIn(schoolYear, { stage, entryYear })).toBe(grade);
});

it.each([
  [{ stage: 'PRIMARY', entryYear: 2022, serial: 3 }, '三年级(3)班'],
  [{ stage: 'JUNIOR_SECONDARY', entryYear: 2024, serial: 12 }, '七年级(12)班'],
  [{ stage: 'SENIOR_SECONDARY', entryYear: 2022, serial: 1 }, '高三年级(1)班'],
  [{ stage: 'PRIMARY', entryYear: 2018, serial: 1 }, null],
] as const)('in 2024 %p is %p', (schoolClass, name) => {
  expect(classNameIn(2024, schoolClass)).toBe(name);
});
