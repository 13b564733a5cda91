import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A planted violation: a file that is linted as if it lay in the workspace at `liesAt`. */
export interface Probe {
  name: string;
  liesAt: string;
  /** The rules that must report it, and no other; none for what is allowed. */
  breaks: readonly string[];
  text: string;
}

const folder = join(import.meta.dirname, '../probes');

/** Every file of `probes/` whose first two comments say where it lies and what it breaks. */
export function readProbes(): Probe[] {
  return globSync('**/*.{ts,graphql}', { cwd: folder })
    .sort()
    .flatMap((name) => {
      const text = readFileSync(join(folder, name), 'utf8');
      const [, liesAt] = /^(?:\/\/|#) lies at: (.+)$/m.exec(text) ?? [];
      const [, breaks] = /^(?:\/\/|#) breaks: (.+)$/m.exec(text) ?? [];
      if (!liesAt || !breaks) return [];
      return [{ name, liesAt, breaks: breaks === 'nothing' ? [] : breaks.split(' '), text }];
    });
}
