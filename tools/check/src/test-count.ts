import { z } from 'zod';

/** The part of Jest's JSON report that is counted. */
const report = z.object({
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  numPendingTests: z.int(),
  numTodoTests: z.int(),
  numRuntimeErrorTestSuites: z.int(),
});

export interface TestCount {
  passed: number;
  /** A file that cannot even be loaded counts as one. */
  failed: number;
  skipped: number;
}

export const noTests: TestCount = { passed: 0, failed: 0, skipped: 0 };

export function countTests(jestReport: string): TestCount {
  const counts = report.parse(JSON.parse(jestReport));
  return {
    passed: counts.numPassedTests,
    failed: counts.numFailedTests + counts.numRuntimeErrorTestSuites,
    skipped: counts.numPendingTests + counts.numTodoTests,
  };
}

export function sum(one: TestCount, other: TestCount): TestCount {
  return {
    passed: one.passed + other.passed,
    failed: one.failed + other.failed,
    skipped: one.skipped + other.skipped,
  };
}
