import { randomInt } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { runSteps, type Surroundings } from './run-steps.ts';
import { staticSteps, testStep } from './steps.ts';
import { countTests, noTests, sum } from './test-count.ts';

const workspace = join(import.meta.dirname, '../../..');
const deep = process.argv.includes('--deep');
const seed = process.env['TEST_SEED'] ?? String(randomInt(2 ** 31));
const reports = mkdtempSync(join(tmpdir(), 'bureau-check-'));

const around: Surroundings = {
  workspace,
  environment: {
    ...process.env,
    PATH: [join(workspace, 'node_modules/.bin'), process.env['PATH']].join(delimiter),
    TEST_SEED: seed,
    ...(deep ? { DEEP: '1' } : {}),
  },
  print: (line) => console.log(line),
};
const testRuns = [
  {
    step: testStep('unit and integration tests', ['unit', 'integration'], join(reports, 'parts.json')),
    report: join(reports, 'parts.json'),
  },
  { step: testStep('end-to-end tests', ['e2e'], join(reports, 'whole.json')), report: join(reports, 'whole.json') },
];

console.log(`TEST_SEED=${seed} (set it to repeat this run)`);
const failed = await runSteps([...staticSteps, ...testRuns.map(({ step }) => step)], around);
const counted = testRuns
  .filter(({ report }) => existsSync(report))
  .map(({ report }) => countTests(readFileSync(report, 'utf8')));
const { passed, failed: failedTests, skipped } = counted.reduce(sum, noTests);
rmSync(reports, { recursive: true });

console.log('');
if (failed) console.log(`npm test stopped at: ${failed}`);
if (skipped > 0) console.log(`${skipped} skipped: a test is run or deleted`);
console.log(`${passed} passed, ${failedTests} failed`);
process.exitCode = failed || skipped > 0 ? 1 : 0;
