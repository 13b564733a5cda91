import nx from '@nx/eslint-plugin';
import { createProjectGraphAsync } from '@nx/devkit';
import { offices, testSources } from './places.js';

// The boundary rule silently skips itself when Nx has no project graph yet.
process.env.NX_DAEMON ??= 'false';
await createProjectGraphAsync({ exitOnError: false });

const depends = (sourceTag, ...onlyDependOnLibsWithTags) => ({ sourceTag, onlyDependOnLibsWithTags });

/** Who may depend on whom; tests may also use what is made for tests. `allow` names imports that are free of it. */
function boundaries({ testing = false, allow = [] } = {}) {
  const testLibrary = testing ? ['type:testing'] : [];
  const depConstraints = [
    depends('type:app', 'type:server', 'type:pure', ...testLibrary),
    depends('type:server', 'type:server', 'type:pure', ...testLibrary),
    { ...depends('type:pure', 'type:pure', ...testLibrary), bannedExternalImports: testing ? [] : ['*'] },
    depends('type:testing', 'type:testing', 'type:server', 'type:pure'),
    depends('type:tool', 'type:testing', 'type:server', 'type:pure'),
    depends('scope:shared', 'scope:shared'),
    depends('scope:gateway', 'scope:gateway', 'scope:shared'),
    ...offices.map((office) => depends(`scope:${office}`, `scope:${office}`, 'scope:shared')),
  ];
  // Only tests lead back from the test library.
  const ignoredCircularDependencies = [['@bureau/testing', '*']];
  const options = { allow, banTransitiveDependencies: !testing, depConstraints, ignoredCircularDependencies };
  return { '@nx/enforce-module-boundaries': ['error', options] };
}

export const boundaryGuards = [
  { files: ['**/*.ts'], plugins: { '@nx': nx }, rules: boundaries() },
  { files: testSources, rules: boundaries({ testing: true }) },
  {
    files: ['{libs/testing,libs/*/src/trial,tools}/**/*.ts'],
    rules: boundaries({ testing: true, allow: ['@bureau/postgres'] }),
  },
];
