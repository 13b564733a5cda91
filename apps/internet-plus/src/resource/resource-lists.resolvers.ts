import type { QueryResolvers, Resolvers } from '../__generated__/graphql.ts';
import { badUserInput } from '@bureau/subgraph';
import { globalIdOf } from '../record/record.service.ts';
import { collectionItems, resourceCollections, resourceUses, resources } from './resource.repository.ts';
import { gramsOf, wordsOf } from './resource.rules.ts';

const SEARCH_LONGEST = 50;

/** What is searched for, as the index has it. */
function searching<Asked extends { filter?: (object & { search?: string | null }) | null }>({
  filter,
  ...rest
}: Asked) {
  const { search, ...conditions } = filter ?? {};
  if (search == null || search.trim() === '') return { ...rest, filter: conditions };
  if ([...search].length > SEARCH_LONGEST)
    throw badUserInput(`filter.search must have at most ${SEARCH_LONGEST} characters.`, 'filter.search');
  return { ...rest, filter: { ...conditions, searchGrams: gramsOf(search), searchWords: wordsOf(search) } };
}

export const resourceQueries = {
  resource: (_, { id }, { records }) => records.of(resources).findByGlobalId(id),
  resources: (_, asked, { records }) => records.of(resources).list(searching(asked)),
  resourceGroups: (_, asked, { records }) => records.of(resources).groups(searching(asked)),
  resourceCollection: (_, { id }, { records }) => records.of(resourceCollections).findByGlobalId(id),
  resourceCollections: (_, asked, { records }) => records.of(resourceCollections).list(asked),
  resourceCollectionGroups: (_, asked, { records }) => records.of(resourceCollections).groups(asked),
  collectionItems: (_, asked, { records }) => records.of(collectionItems).list(asked),
  resourceUses: (_, asked, { records }) => records.of(resourceUses).list(asked),
  resourceUseGroups: (_, asked, { records }) => records.of(resourceUses).groups(asked),
} satisfies Partial<QueryResolvers>;

export const resourceTypes = {
  Resource: {
    __resolveReference: ({ id }, { records }) => records.of(resources).findByGlobalId(id),
    id: globalIdOf,
  },
  ResourceCollection: {
    __resolveReference: ({ id }, { records }) => records.of(resourceCollections).findByGlobalId(id),
    id: globalIdOf,
    school: ({ countyCode, schoolId }) => ({ countyCode, id: schoolId }),
    items: ({ id }, _, { records }) => records.of(collectionItems).of('collectionId', id, 'PLACE_ASC'),
  },
  CollectionItem: {
    id: globalIdOf,
    school: ({ countyCode, schoolId }) => ({ countyCode, id: schoolId }),
    collection: ({ collectionId }, _, { records }) => records.of(resourceCollections).find(collectionId),
    resource: ({ resourceId }, _, { records }) => records.of(resources).find(resourceId),
  },
  ResourceUse: {
    id: globalIdOf,
    school: ({ countyCode, schoolId }) => ({ countyCode, id: schoolId }),
    resource: ({ resourceId }, _, { records }) => records.of(resources).find(resourceId),
  },
} satisfies Partial<Resolvers>;
