import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { readProbes } from './probe.ts';

const probes = readProbes();
let reported: Record<string, string[]>;
let guards: string[];

// In a process of its own: ESLint's plugins want to be loaded by Node, not by Jest.
beforeAll(() => {
  const output = execFileSync(process.execPath, [join(import.meta.dirname, 'lint.ts')], { encoding: 'utf8' });
  ({ reported, guards } = JSON.parse(output) as { reported: typeof reported; guards: string[] });
}, 180_000);

it.each(probes)('$name is reported by exactly: $breaks', ({ name, breaks }) => {
  expect(reported[name]).toEqual([...breaks].sort());
});

it('every rule that this workspace sets itself has a planted violation', () => {
  const probed = new Set(probes.flatMap(({ breaks }) => breaks));
  expect(guards.length).toBeGreaterThan(20);
  expect(guards.filter((rule) => !probed.has(rule))).toEqual([]);
});
