import { formatGlobalId, idsInCounty, yearArgument } from '@bureau/subgraph';
import type {
  HandoverItemFilter,
  HandoverItemResolvers,
  HandoverResolvers,
  HandoverStepResolvers,
  QueryResolvers,
  SchoolMentionResolvers,
  StudentResolvers,
} from '../__generated__/graphql.ts';
import type { Context } from '../context.ts';
import type { HandoverItemCriteria } from './handover-item.repository.ts';
import { isOverdue, possibleActs, responsibleSchoolId, sidesOf } from './handover.rules.ts';

function itemCriteria(filter: HandoverItemFilter | null | undefined, { actor, today }: Context): HandoverItemCriteria {
  const { fromSchools, toSchools, isOverdue, ...criteria } = filter ?? {};
  const { county } = actor.scope;
  return {
    ...criteria,
    fromSchoolIds: fromSchools ? idsInCounty(fromSchools, county, 'filter.fromSchools') : null,
    toSchoolIds: toSchools ? idsInCounty(toSchools, county, 'filter.toSchools') : null,
    overdue: isOverdue == null ? null : { on: today, isOverdue },
  };
}

async function mentioned(id: string, { handovers }: Context) {
  const mention = await handovers.mention(id);
  if (!mention) throw new Error('A school that a hand-over names is missing.');
  return mention;
}

export const handoverQueries: Pick<QueryResolvers, 'handover' | 'handovers' | 'handoverItems' | 'handoverItemGroups'> =
  {
    handover: (_, { id }, { handovers }) => {
      const packet = handovers.idOf(id);
      return packet ? handovers.find(packet) : null;
    },
    handovers: (_, { filter, orderBy, ...page }, { actor, handovers }) => {
      const { fromSchools, schoolYear, kinds } = filter ?? {};
      const criteria = {
        kinds: kinds ?? null,
        fromSchoolIds: fromSchools ? idsInCounty(fromSchools, actor.scope.county, 'filter.fromSchools') : null,
        schoolYear: schoolYear == null ? null : yearArgument(schoolYear, 'filter.schoolYear'),
      };
      return handovers.list(criteria, orderBy, page);
    },
    handoverItems: (_, { filter, orderBy, ...page }, context) =>
      context.handovers.listItems(itemCriteria(filter, context), orderBy, page),
    handoverItemGroups: async (_, { filter, groupBy }, context) => {
      const groups = await context.handovers.countItems(itemCriteria(filter, context), groupBy);
      if (groupBy !== 'FROM_SCHOOL' && groupBy !== 'TO_SCHOOL') return groups;
      const { county } = context.actor.scope;
      return groups.map(({ key, count }) => ({ key: key && formatGlobalId({ county, id: key }), count }));
    },
  };

export const studentHandoverFields: Pick<StudentResolvers, 'handoverItem' | 'responsibleSchool'> = {
  handoverItem: ({ id }, _, { handovers }) => handovers.openItemOf(id),
  responsibleSchool: async ({ id, schoolId }, _, context) => {
    const item = await context.handovers.openItemOf(id);
    return mentioned(item ? responsibleSchoolId(item) : schoolId, context);
  },
};

export const handoverFields: Pick<HandoverResolvers, '__resolveReference' | 'id' | 'fromSchool' | 'items'> = {
  __resolveReference: ({ id }, { handovers }) => {
    const packet = handovers.idOf(id);
    return packet ? handovers.find(packet) : null;
  },
  id: ({ countyCode, id }) => formatGlobalId({ county: countyCode, id }),
  fromSchool: ({ fromSchoolId }, _, context) => mentioned(fromSchoolId, context),
  items: ({ id }, { orderBy, ...page }, { handovers }) => handovers.listItems({ handoverId: id }, orderBy, page),
};

export const handoverItemFields: Omit<HandoverItemResolvers, 'studentName' | 'categories'> = {
  __resolveReference: ({ id }, { handovers }) => {
    const item = handovers.idOf(id);
    return item ? handovers.findItem(item) : null;
  },
  id: ({ countyCode, id }) => formatGlobalId({ county: countyCode, id }),
  handover: async ({ handoverId }, _, { handovers }) => {
    const packet = await handovers.find(handoverId);
    if (!packet) throw new Error('An item without its packet.');
    return packet;
  },
  studentId: ({ countyCode, studentId }) => formatGlobalId({ county: countyCode, id: studentId }),
  student: ({ studentId }, _, { students }) => students.find(studentId),
  fromSchool: ({ fromSchoolId }, _, context) => mentioned(fromSchoolId, context),
  toSchool: ({ toSchoolId }, _, context) => (toSchoolId ? mentioned(toSchoolId, context) : null),
  responsibleSchool: (item, _, context) => mentioned(responsibleSchoolId(item), context),
  isOverdue: (item, _, { today }) => isOverdue(item, today),
  dropoutCase: ({ dropoutCaseId }, _, { dropoutCases }) => (dropoutCaseId ? dropoutCases.find(dropoutCaseId) : null),
  steps: ({ id }, _, { handovers }) => handovers.stepsOf(id),
  viewerMay: (item, _, { actor }) =>
    actor.scopes.has('handovers:write') ? possibleActs(item, sidesOf(item, actor.scope)) : [],
};

export const handoverStepFields: Pick<HandoverStepResolvers, 'toSchool'> = {
  toSchool: ({ toSchoolId }, _, context) => (toSchoolId ? mentioned(toSchoolId, context) : null),
};

export const schoolMentionFields: Pick<SchoolMentionResolvers, 'id'> = {
  id: ({ countyCode, id }) => formatGlobalId({ county: countyCode, id }),
};
