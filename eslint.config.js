import { defineConfig, globalIgnores } from 'eslint/config';
import { boundaryGuards } from './tools/eslint/boundaries.js';
import { importGuards } from './tools/eslint/imports.js';
import { schemaGuards } from './tools/eslint/schemas.js';
import { sourceGuards } from './tools/eslint/sources.js';
import { testGuards } from './tools/eslint/tests.js';

// A rule is an error or it is not here; tools/lint-probes shows that each one bites.
export default defineConfig(
  globalIgnores([
    '**/__generated__/**',
    '**/dist/**',
    '.nx/**',
    '.data/**',
    'coverage/**',
    'tools/lint-probes/probes/**',
  ]),
  { linterOptions: { reportUnusedDisableDirectives: 'error', reportUnusedInlineConfigs: 'error' } },
  sourceGuards,
  importGuards,
  boundaryGuards,
  testGuards,
  schemaGuards,
);
