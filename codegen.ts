import { existsSync } from 'node:fs';
import type { CodegenConfig } from '@graphql-codegen/cli';
import type { TypeScriptPluginConfig } from '@graphql-codegen/typescript';
import type { TypeScriptResolversPluginConfig } from '@graphql-codegen/typescript-resolvers';

const offices = ['enrollment', 'special-education', 'student-aid', 'internet-plus'];

/** What stands behind each GraphQL type: `../<slice>/<noun>.entity.ts#<Type>`, as seen from `src/__generated__/`. */
type Mappers = Record<string, string>;

interface OfficeModule {
  mappers: Mappers;
}

const types: TypeScriptPluginConfig & TypeScriptResolversPluginConfig = {
  federation: true,
  mapperTypeSuffix: 'Row',
  contextType: '../context.ts#Context',
  enumsAsTypes: true,
  immutableTypes: true,
  useTypeImports: true,
  strictScalars: true,
  scalars: {
    Date: 'string',
    DateTime: { input: 'string', output: 'Date | string' },
    YearMonth: 'string',
    Fen: 'string',
    Yuan: 'string',
    _FieldSet: 'string',
  },
  resolversNonOptionalTypename: { unionMember: true, interfaceImplementingType: true },
};

const written = offices.filter((office) => existsSync(`apps/${office}/codegen.ts`));
const generates = await Promise.all(
  written.map(async (office) => {
    const { mappers } = (await import(`./apps/${office}/codegen.ts`)) as OfficeModule;
    const target = {
      schema: `apps/${office}/src/**/schema.graphql`,
      plugins: ['typescript', 'typescript-resolvers'],
      config: { ...types, mappers },
    };
    return [`apps/${office}/src/__generated__/graphql.ts`, target] as const;
  }),
);

const config: CodegenConfig = {
  importExtension: '.ts',
  errorsOnly: true,
  noSilentErrors: true,
  generates: Object.fromEntries(generates),
};

export default config;
