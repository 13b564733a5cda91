import { maskIdentityNumber } from '@bureau/access';
import { formatGlobalId, idsInCounty } from '@bureau/subgraph';
import type {
  EvidenceEntryFilter,
  EvidenceEntryResolvers,
  EvidenceListResolvers,
  MutationResolvers,
  QueryResolvers,
} from '../__generated__/graphql.ts';
import { aidErrors, rowAnswers } from '../refusal/refusal.resolvers.ts';
import { evidenceContext } from './evidence-line.ts';
import type { EvidenceCriteria } from './evidence.repository.ts';

function criteriaOf(filter: EvidenceEntryFilter | null | undefined, county: string): EvidenceCriteria {
  const { lists, ...criteria } = filter ?? {};
  return { ...criteria, lists: lists ? idsInCounty(lists, county, 'filter.lists') : null };
}

type Queries = 'evidenceCategories' | 'evidenceList' | 'evidenceLists' | 'evidenceEntries' | 'evidenceEntryGroups';

export const evidenceQueries: Pick<QueryResolvers, Queries> = {
  evidenceCategories: (_, __, { evidence }) => evidence.listCategories(),
  evidenceList: (_, { id }, { evidence }) => evidence.findListByGlobalId(id),
  evidenceLists: (_, { sources, ...page }, { evidence }) => evidence.lists(sources ?? null, page),
  evidenceEntries: (_, { filter, orderBy, ...page }, { actor, evidence }) =>
    evidence.entries(criteriaOf(filter, actor.scope.county), orderBy, page),
  evidenceEntryGroups: (_, { filter, groupBy }, { actor, evidence }) =>
    evidence.countGroups(criteriaOf(filter, actor.scope.county), groupBy),
};

export const evidenceMutations: Pick<
  MutationResolvers,
  'evidenceListTake' | 'evidenceListAdvance' | 'evidenceEntryAssign'
> = {
  evidenceListTake: async (_, { input }, context) => {
    context.evidence.forget();
    const entries = input.entries.map(({ township, identityNumber, bornOn, householdId, validTo, ...line }) => ({
      ...line,
      townshipCode: township ?? null,
      identityNumber: identityNumber ?? null,
      bornOn: bornOn ?? null,
      householdId: householdId ?? null,
      validTo: validTo ?? null,
    }));
    const { listId, rows, refusals } = await context.evidenceLists.take({ ...input, entries });
    return {
      evidenceList: listId ? await context.evidence.findList(listId) : null,
      rows: rowAnswers(rows, context),
      userErrors: aidErrors(refusals, context),
    };
  },
  evidenceListAdvance: async (_, { input }, context) => {
    context.evidence.forget();
    const { listId, refusals } = await context.evidenceLists.advance(input);
    const evidenceList = listId ? await context.evidence.findList(listId) : null;
    return { evidenceList, userErrors: aidErrors(refusals, context) };
  },
  evidenceEntryAssign: async (_, { input }, context) => {
    context.evidence.forget();
    const { entryId, refusals } = await context.evidenceAssignment.assign({ ...input, student: input.student ?? null });
    const entry = entryId ? await context.evidence.findEntry(entryId) : null;
    return { entry, userErrors: aidErrors(refusals, context) };
  },
};

export const evidenceListFields: Pick<EvidenceListResolvers, '__resolveReference' | 'id'> = {
  __resolveReference: ({ id }, { evidence }) => evidence.findListByGlobalId(id),
  id: ({ countyCode, id }) => formatGlobalId({ county: countyCode, id }),
};

export const evidenceEntryFields: Pick<
  EvidenceEntryResolvers,
  'id' | 'list' | 'hasIdentityNumber' | 'identityNumberMasked' | 'student' | 'candidates'
> = {
  id: ({ countyCode, id }) => formatGlobalId({ county: countyCode, id }),
  list: async ({ listId }, _, { evidence }) => {
    const list = await evidence.findList(listId);
    if (!list) throw new Error('An entry is of a list that is missing.');
    return list;
  },
  hasIdentityNumber: ({ identityIndex }) => identityIndex !== null,
  identityNumberMasked: ({ id, identityNumber }, _, { sealer }) =>
    identityNumber && maskIdentityNumber(sealer.open(identityNumber, evidenceContext(id))),
  student: ({ countyCode, studentId }) => (studentId === null ? null : { county: countyCode, id: studentId }),
  candidates: ({ countyCode, candidateIds }) => candidateIds.map((id) => ({ county: countyCode, id })),
};
