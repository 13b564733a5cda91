import { maskIdentityNumber } from '@bureau/access';
import { formatGlobalId, idsInCounty } from '@bureau/subgraph';
import { requireFilesScope } from './diagnosis.resolvers.ts';
import type {
  DisabledChildFilter,
  DisabledChildGrouping,
  DisabledChildResolvers,
  QueryResolvers,
} from '../__generated__/graphql.ts';
import { ageBandArgument, dayArgument } from '../age-band/age-band.resolvers.ts';
import type { Context } from '../context.ts';
import { schoolReference } from '../school/school.reference.ts';
import { studentReference } from '../student/student.reference.ts';
import type { DisabledChildCriteria } from './disabled-child.repository.ts';

async function criteriaOf(
  filter: DisabledChildFilter | null | undefined,
  context: Context,
): Promise<DisabledChildCriteria> {
  const { primaryCategories, certificateStatuses, identifiedBy } = filter ?? {};
  requireFilesScope(
    context.actor,
    [primaryCategories, certificateStatuses, identifiedBy].some((asked) => asked != null),
  );
  const { schoolYear = null, asOf, schools, townships, ...criteria } = filter ?? {};
  const band = schoolYear === null ? null : await ageBandArgument(schoolYear, 'filter.schoolYear', context);
  return {
    ...criteria,
    asOf: dayArgument(asOf, 'filter.asOf', { schoolYear, today: context.today }),
    born: band?.born ?? null,
    includesMovedOut: criteria.placementKinds?.includes('MOVED_OUT') ?? false,
    schoolIds: schools ? idsInCounty(schools, context.actor.scope.county, 'filter.schools') : null,
    townshipCodes: townships ?? null,
  };
}

/** Groupings that tell what children suffer from. */
const DIAGNOSES: readonly DisabledChildGrouping[] = ['PRIMARY_CATEGORY', 'CERTIFICATE_STATUS', 'IDENTIFIED_BY'];

export const disabledChildQueries: Pick<QueryResolvers, 'disabledChild' | 'disabledChildren' | 'disabledChildGroups'> =
  {
    disabledChild: (_, { id }, { disabledChildren }) => disabledChildren.findByGlobalId(id),
    disabledChildren: async (_, { filter, orderBy, ...page }, context) =>
      context.disabledChildren.list(await criteriaOf(filter, context), orderBy, page),
    disabledChildGroups: async (_, { filter, groupBy }, context) => {
      requireFilesScope(context.actor, DIAGNOSES.includes(groupBy));
      const groups = await context.disabledChildren.countGroups(await criteriaOf(filter, context), groupBy);
      if (groupBy !== 'SCHOOL') return groups;
      const { county } = context.actor.scope;
      return groups.map(({ key, count }) => ({ key: key && formatGlobalId({ county, id: key }), count }));
    },
  };

export const disabledChildFields: Pick<
  DisabledChildResolvers,
  '__resolveReference' | 'id' | 'bornIn' | 'identityNumberMasked' | 'student' | 'school' | 'township' | 'disabilities'
> = {
  __resolveReference: ({ id }, { disabledChildren }) => disabledChildren.findByGlobalId(id),
  id: ({ countyCode, id }) => formatGlobalId({ county: countyCode, id }),
  bornIn: ({ bornOn }) => bornOn.slice(0, 7),
  identityNumberMasked: ({ id, identityNumber }, _, { sealer }) =>
    identityNumber && maskIdentityNumber(sealer.open(identityNumber, `disabled_child.identity_number:${id}`)),
  student: ({ countyCode, studentId }) => studentReference(countyCode, studentId),
  school: ({ countyCode, schoolId }) => schoolReference(countyCode, schoolId),
  township: ({ townshipCode }) => ({ code: townshipCode }),
  disabilities: (child, _, { disabledChildren }) => disabledChildren.listDisabilities(child),
};
