export const offices = ['enrollment', 'special-education', 'student-aid', 'internet-plus'];

export const specs = ['**/*.spec.ts'];

/** Tests, and what only tests use. */
export const testSources = [
  ...specs,
  '**/*.{seed,fixture}.ts',
  'apps/*/src/testing/**/*.ts',
  'libs/*/src/trial/**/*.ts',
  'libs/testing/**/*.ts',
];
