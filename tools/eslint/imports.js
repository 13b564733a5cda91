const typeorm = {
  regex: '^typeorm(/|$)',
  message: 'TypeORM belongs in *.entity.ts, *.repository.ts, migrations/, data-source.ts and libs.',
};
const entities = {
  regex: '\\.entity(\\.ts)?$',
  message: 'Resolvers translate: ask the service, and let it answer with what the schema needs.',
};
const graphql = {
  regex: '^(graphql|dataloader|@apollo/|@graphql-)|/__generated__/',
  message: 'Services know no GraphQL: translate in *.resolvers.ts.',
};
const nodeModules = { regex: '^node:', message: 'A pure library runs in the browser, too.' };
const impurePackages = {
  regex: '^(?!\\.\\.?/)(?!@bureau/(calendar|codes|money|resident-id)$)',
  message: 'Rules are functions of their arguments: of packages they use only calendar, codes, money and resident-id.',
};
const impureFiles = {
  regex: '^\\.\\.?/(?!.*\\.rules\\.ts$)',
  message: 'Rules use nothing of their own service but other rules.',
};

/** Every setting is complete, because of two settings for one file the last one wins. */
const forbid = (...patterns) => ({ '@typescript-eslint/no-restricted-imports': ['error', { patterns }] });

/** Which kind of file may import what (the "Guards" of the style page). */
export const importGuards = [
  { files: ['{apps,tools}/**/*.ts'], rules: forbid(typeorm) },
  {
    files: ['apps/*/src/**/*.{entity,repository}.ts', 'apps/*/src/migrations/*.ts', 'apps/*/src/data-source.ts'],
    rules: forbid(),
  },
  { files: ['tools/lint-probes/src/*.integration.spec.ts'], rules: forbid() },
  { files: ['apps/*/src/store.ts'], rules: forbid({ ...typeorm, allowTypeImports: true }) },
  { files: ['apps/**/*.resolvers.ts'], rules: forbid(typeorm, entities) },
  { files: ['apps/**/*.service.ts'], rules: forbid(typeorm, graphql) },
  { files: ['libs/{calendar,codes,money,resident-id}/**/*.ts'], rules: forbid(nodeModules) },
  { files: ['**/*.rules.ts'], rules: forbid(impurePackages, impureFiles) },
];
