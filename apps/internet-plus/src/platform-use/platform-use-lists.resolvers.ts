import type { QueryResolvers, Resolvers } from '../__generated__/graphql.ts';
import { globalIdOf } from '../record/record.service.ts';
import { platformExports, platformSectionUses, platformUses } from './platform-use.repository.ts';

export const platformUseQueries = {
  platformExports: (_, asked, { records }) => records.of(platformExports).list(asked),
  platformUses: (_, asked, { records }) => records.of(platformUses).list(asked),
  platformUseGroups: (_, asked, { records }) => records.of(platformUses).groups(asked),
  platformSectionUses: (_, asked, { records }) => records.of(platformSectionUses).list(asked),
  platformSectionUseGroups: (_, asked, { records }) => records.of(platformSectionUses).groups(asked),
} satisfies Partial<QueryResolvers>;

export const platformUseTypes = {
  PlatformExport: {
    id: globalIdOf,
  },
  PlatformUse: {
    id: globalIdOf,
    school: ({ countyCode, schoolId }) => ({ countyCode, id: schoolId }),
  },
  PlatformSectionUse: {
    id: globalIdOf,
    school: ({ countyCode, schoolId }) => ({ countyCode, id: schoolId }),
  },
} satisfies Partial<Resolvers>;
