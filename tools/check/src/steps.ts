import type { Step } from './run-steps.ts';

const jest = [
  'node',
  '--experimental-vm-modules',
  '--disable-warning=ExperimentalWarning',
  'node_modules/jest/bin/jest.js',
] as const;

/** What the code must pass before a test is worth running, the quickest first. */
export const staticSteps: readonly Step[] = [
  { title: 'lock file', command: ['node', 'tools/lockcheck.cjs'] },
  { title: 'generated types', command: ['graphql-codegen', '--config', 'codegen.ts'] },
  { title: 'types', command: ['tsc', '--noEmit', '--project', 'tsconfig.json'] },
  { title: 'format', command: ['prettier', '--check', '--log-level', 'warn', '.'] },
  { title: 'lint', command: ['eslint', '.', '--max-warnings', '0'] },
  { title: 'supergraph', command: ['node', 'tools/supergraph/src/check.ts'], answers: true },
];

export function testStep(title: string, projects: readonly string[], reportFile: string): Step {
  return {
    title,
    live: true,
    command: [...jest, '--selectProjects', ...projects, '--json', '--outputFile', reportFile],
  };
}
