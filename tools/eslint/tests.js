import jest from 'eslint-plugin-jest';
import { specs } from './places.js';

const noMocks = 'Give the code under test its collaborators instead.';
const exactly = 'Assert exactly what it is.';

export const testGuards = [
  {
    files: specs,
    plugins: { jest },
    rules: {
      'jest/no-focused-tests': 'error',
      'jest/no-disabled-tests': 'error',
      'jest/no-identical-title': 'error',
      'jest/no-standalone-expect': 'error',
      'jest/valid-expect': 'error',
      'jest/valid-expect-in-promise': 'error',
      'jest/no-restricted-jest-methods': ['error', { mock: noMocks, unstable_mockModule: noMocks }],
      'jest/no-restricted-matchers': ['error', { toBeDefined: exactly, toBeTruthy: exactly, toBeFalsy: exactly }],
    },
  },
];
