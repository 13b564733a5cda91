import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ESLint } from 'eslint';
import { readProbes } from './probe.ts';

const workspace = join(import.meta.dirname, '../../..');
const probes = readProbes();

/** A file that is not on disk belongs to no TypeScript project; these are lent one. */
const absent = [...new Set(probes.map(({ liesAt }) => liesAt))].filter(
  (file) =>
    file.endsWith('.ts') && (file.startsWith('tools/lint-probes/probes/') || !existsSync(join(workspace, file))),
);

const eslint = new ESLint({
  cwd: workspace,
  ignore: false,
  overrideConfig: {
    files: ['**/*.ts'],
    languageOptions: {
      parserOptions: {
        projectService: {
          allowDefaultProject: absent,
          defaultProject: 'tsconfig.json',
          maximumDefaultProjectFileMatchCount_THIS_WILL_SLOW_DOWN_LINTING: probes.length,
        },
      },
    },
  },
});

/** The rules that report each probe, by its name. */
const reported: Record<string, (string | null)[]> = {};
for (const { name, liesAt, text } of probes) {
  const results = await eslint.lintText(text, { filePath: join(workspace, liesAt) });
  reported[name] = [
    ...new Set(results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => ruleId ?? message))),
  ].sort();
}
console.log(JSON.stringify(reported));
