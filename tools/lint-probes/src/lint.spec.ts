import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { readProbes } from './probe.ts';

const probes = readProbes();
let reported: Record<string, string[]>;

// In a process of its own: ESLint's plugins want to be loaded by Node, not by Jest.
beforeAll(() => {
  const output = execFileSync(process.execPath, [join(import.meta.dirname, 'lint.ts')], { encoding: 'utf8' });
  reported = JSON.parse(output) as Record<string, string[]>;
}, 180_000);

it.each(probes)('$name is reported by exactly: $breaks', ({ name, breaks }) => {
  expect(reported[name]).toEqual([...breaks].sort());
});
