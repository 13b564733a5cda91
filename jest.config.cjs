const project = {
  extensionsToTreatAsEsm: ['.ts'],
  moduleFileExtensions: ['ts', 'js', 'cjs', 'mjs', 'json', 'node'],
  transform: { '\\.ts$': '<rootDir>/tools/jest/strip-types.cjs' },
  testEnvironment: 'node',
  setupFiles: ['<rootDir>/tools/check/src/property-seed.ts'],
  modulePathIgnorePatterns: ['<rootDir>/.data', '<rootDir>/.nx'],
};
const sources = ['<rootDir>/apps', '<rootDir>/libs', '<rootDir>/tools'];

/** Rules in milliseconds; everything that touches PostgreSQL on a real one; the platform as a user starts it. */
module.exports = {
  projects: [
    {
      ...project,
      displayName: 'unit',
      roots: sources,
      testMatch: ['**/*.spec.ts'],
      testPathIgnorePatterns: ['/node_modules/', '\\.integration\\.spec\\.ts$', '\\.e2e\\.spec\\.ts$'],
    },
    {
      ...project,
      displayName: 'integration',
      roots: sources,
      testMatch: ['**/*.integration.spec.ts'],
      globalSetup: '<rootDir>/libs/testing/src/global-setup.ts',
      globalTeardown: '<rootDir>/libs/testing/src/global-teardown.ts',
    },
    { ...project, displayName: 'e2e', roots: sources, testMatch: ['**/*.e2e.spec.ts'] },
  ],
  testTimeout: 60_000,
};
