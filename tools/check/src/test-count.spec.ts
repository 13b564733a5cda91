import { countTests, noTests, sum } from './test-count.ts';

const report = (counts: object) =>
  JSON.stringify({
    numPassedTests: 0,
    numFailedTests: 0,
    numPendingTests: 0,
    numTodoTests: 0,
    numRuntimeErrorTestSuites: 0,
    testResults: [],
    ...counts,
  });

it('counts what passed, what failed or could not be loaded, and what was left out', () => {
  const counts = {
    numPassedTests: 7,
    numFailedTests: 1,
    numRuntimeErrorTestSuites: 2,
    numPendingTests: 3,
    numTodoTests: 4,
  };
  expect(countTests(report(counts))).toEqual({ passed: 7, failed: 3, skipped: 7 });
});

it('adds up runs', () => {
  const one = countTests(report({ numPassedTests: 2, numPendingTests: 1 }));
  const other = countTests(report({ numPassedTests: 3, numFailedTests: 1 }));
  expect([one, other].reduce(sum, noTests)).toEqual({ passed: 5, failed: 1, skipped: 1 });
});
