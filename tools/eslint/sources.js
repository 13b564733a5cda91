import importX from 'eslint-plugin-import-x';
import tseslint from 'typescript-eslint';
import { specs, testSources } from './places.js';

const root = new URL('../..', import.meta.url).pathname;

const enums = { selector: 'TSEnumDeclaration', message: 'A union of texts says the same.' };
const waiting = {
  selector: ':function[async=true], AwaitExpression, ForOfStatement[await=true], ImportExpression',
  message: 'Rules do not wait: load first, decide then.',
};
const dice = {
  selector: 'MemberExpression[object.name="Math"][property.name="random"]',
  message: 'Rules throw no dice: take the value as an argument.',
};
const impureGlobals = ['Date', 'Promise', 'process', 'console', 'fetch', 'crypto', 'performance'];
const timers = ['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask'];

const language = {
  eqeqeq: ['error', 'always', { null: 'ignore' }],
  'no-console': 'error',
  'no-else-return': ['error', { allowElseIf: false }],
  'no-param-reassign': 'error',
  'no-restricted-syntax': ['error', enums],
  'no-var': 'error',
  'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'], location: 'anywhere' }],
  'prefer-const': 'error',
  'import-x/no-cycle': ['error', { ignoreExternal: true }],
  'import-x/no-default-export': 'error',
};

const types = {
  '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
  '@typescript-eslint/max-params': ['error', { max: 4 }],
  '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
  '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
  '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: false }],
  '@typescript-eslint/no-confusing-void-expression': 'off',
  '@typescript-eslint/no-misused-spread': 'off',
  '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
  '@typescript-eslint/no-unsafe-enum-comparison': 'off',
  '@typescript-eslint/require-await': 'off',
};

/** Jest's matchers and what a query answers are `any`; the assertion is what checks them. */
const inSpecs = {
  '@typescript-eslint/max-params': 'off',
  '@typescript-eslint/no-unsafe-argument': 'off',
  '@typescript-eslint/no-unsafe-assignment': 'off',
  '@typescript-eslint/no-unsafe-call': 'off',
  '@typescript-eslint/no-unsafe-member-access': 'off',
  '@typescript-eslint/no-unsafe-return': 'off',
  '@typescript-eslint/unbound-method': 'off',
};

export const sourceGuards = [
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    plugins: { 'import-x': importX },
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: root } },
    settings: {
      'import-x/extensions': ['.ts', '.js', '.cjs', '.mjs'],
      'import-x/parsers': { '@typescript-eslint/parser': ['.ts'] },
    },
    rules: { ...language, ...types },
  },
  {
    files: ['**/*.rules.ts'],
    rules: {
      'no-restricted-globals': ['error', ...impureGlobals, ...timers],
      'no-restricted-syntax': ['error', enums, waiting, dice],
    },
  },
  {
    files: ['{apps,libs}/*/src/**/*.ts'],
    ignores: ['**/{main,migrate,rebuild}.ts', ...testSources],
    rules: {
      'no-restricted-properties': [
        'error',
        {
          object: 'process',
          property: 'env',
          message: 'The environment is read in main.ts, migrate.ts and rebuild.ts.',
        },
      ],
    },
  },
  {
    files: ['{apps,libs,tools}/**/*.ts'],
    ignores: [...testSources, '**/migrations/*.ts'],
    rules: {
      'max-lines': ['error', { max: 150, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 50, skipBlankLines: true, skipComments: true }],
    },
  },
  { files: specs, rules: inSpecs },
  { files: ['tools/**/*.ts'], rules: { 'no-console': 'off' } },
  { files: ['*.ts', 'apps/*/*.ts', 'libs/testing/src/global-*.ts'], rules: { 'import-x/no-default-export': 'off' } },
  {
    files: ['**/*.{js,cjs}'],
    extends: [tseslint.configs.recommended],
    rules: {
      eqeqeq: 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      '@typescript-eslint/no-require-imports': 'off',
    },
  },
];
