import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { trimOnce } from './log-files.ts';

test('a log that is too large begins anew and the last one is kept', () => {
  const folder = mkdtempSync(join(tmpdir(), 'bureau-logs-test-'));
  const [full, small] = ['gateway.log', 'enrollment.log'].map((name) => join(folder, name)) as [string, string];
  writeFileSync(full, '12345678901');
  writeFileSync(small, '1234567890');
  trimOnce(folder, 10);
  appendFileSync(full, 'new');

  expect([full, `${full}.1`, small].map((file) => readFileSync(file, 'utf8'))).toEqual([
    'new',
    '12345678901',
    '1234567890',
  ]);
  rmSync(folder, { recursive: true });
});
