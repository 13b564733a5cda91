import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { readProbes } from './probe.ts';

const workspace = join(import.meta.dirname, '../../..');
const probes = readProbes();

const kindsOfFiles = [
  ...['schema.graphql', 'probe.rules.ts', 'probe.service.ts', 'probe.resolvers.ts', 'probe.repository.ts'],
  ...['probe.loaders.ts', 'probe.entity.ts', 'probe.spec.ts', 'probe.integration.spec.ts'],
].map((name) => `apps/student-aid/src/probe/${name}`);
kindsOfFiles.push('apps/student-aid/src/store.ts', 'apps/gateway/src/probe.ts', 'libs/money/src/probe.ts');
kindsOfFiles.push('libs/subgraph/src/probe.ts', 'libs/testing/src/probe.ts', 'tools/check/src/probe.ts');

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
/** The rules that this workspace adds to the preset, wherever a kind of file has them. */
const preset = new Set(tseslint.configs.strictTypeChecked.flatMap(({ rules = {} }) => Object.keys(rules)));
const guards = new Set<string>();
for (const file of kindsOfFiles) {
  const { rules } = (await eslint.calculateConfigForFile(join(workspace, file))) as { rules: Record<string, [number]> };
  for (const [rule, [severity]] of Object.entries(rules)) if (severity === 2 && !preset.has(rule)) guards.add(rule);
}
console.log(JSON.stringify({ reported, guards: [...guards].sort() }));
