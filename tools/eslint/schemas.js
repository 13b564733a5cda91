import { globSync, readFileSync } from 'node:fs';
import graphqlPlugin from '@graphql-eslint/eslint-plugin';
import { offices } from './places.js';

const verbs = 'get|list|fetch|find|create|update|delete|remove|set|add|do|make|approve|submit|cancel';
const nounFirst = { style: 'camelCase', forbiddenPatterns: [new RegExp(`^(${verbs})(?=[A-Z]|$)`)] };

const rules = {
  '@graphql-eslint/no-unreachable-types': 'error',
  '@graphql-eslint/no-typename-prefix': 'error',
  '@graphql-eslint/no-hashtag-description': 'error',
  '@graphql-eslint/require-deprecation-reason': 'error',
  '@graphql-eslint/require-description': [
    'error',
    {
      types: true,
      FieldDefinition: true,
      InputValueDefinition: true,
      EnumValueDefinition: true,
      DirectiveDefinition: true,
      ignoredSelectors: [':matches(FieldDefinition, DirectiveDefinition) > InputValueDefinition'],
    },
  ],
  '@graphql-eslint/naming-convention': [
    'error',
    {
      types: {
        style: 'PascalCase',
        forbiddenSuffixes: ['Type', 'Object', 'Enum', 'Union', 'Interface', 'Data', 'Info'],
        ignorePattern: '^PageInfo$',
      },
      FieldDefinition: 'camelCase',
      InputValueDefinition: 'camelCase',
      DirectiveDefinition: 'camelCase',
      EnumValueDefinition: 'UPPER_CASE',
      'FieldDefinition[parent.name.value=/^(Query|Mutation)$/]': nounFirst,
    },
  ],
};

const schemaFiles = (office) => `apps/${office}/src/**/schema.graphql`;

/** Entities are asked for by other offices, so they are reachable even where no field of this office leads to them. */
function entitiesAreReachable(office) {
  const sdl = globSync(schemaFiles(office)).map((file) => readFileSync(file, 'utf8'));
  const entities = new Set([...sdl.join('\n').matchAll(/^type (\w+)[^{]*@key/gm)].map(([, name]) => name));
  if (entities.size === 0) return [];
  return [`extend type Query { anyEntity: AnyEntity } union AnyEntity = ${[...entities].join(' | ')}`];
}

const projects = Object.fromEntries(
  offices.map((office) => [
    office,
    { include: schemaFiles(office), schema: [schemaFiles(office), ...entitiesAreReachable(office)] },
  ]),
);

export const schemaGuards = [
  {
    files: ['apps/**/schema.graphql'],
    languageOptions: { parser: graphqlPlugin.parser, parserOptions: { graphQLConfig: { projects } } },
    plugins: { '@graphql-eslint': graphqlPlugin },
    rules,
  },
];
