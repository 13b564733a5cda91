import { formatGlobalId } from '@bureau/subgraph';
import type {
  MutationResolvers,
  ObjectionResolvers,
  PublicNoticeItemResolvers,
  PublicNoticeResolvers,
  QueryResolvers,
} from '../__generated__/graphql.ts';
import { aidErrors } from '../refusal/refusal.resolvers.ts';
import { requireOneOf } from '../require-scope.ts';

export const publicityQueries: Pick<QueryResolvers, 'publicNotice' | 'publicNotices'> = {
  publicNotice: (_, { id }, { publicity }) => publicity.findByGlobalId(id),
  publicNotices: (_, { hangsOn, ...page }, { publicity }) => publicity.list(hangsOn ?? null, page),
};

export const publicityMutations: Pick<MutationResolvers, 'publicNoticePost' | 'objectionRaise' | 'objectionAdvance'> = {
  publicNoticePost: async (_, { input }, context) => {
    requireOneOf(
      context,
      input.level === 'SCHOOL' ? 'aid-applications:school-review' : 'aid-applications:bureau-review',
    );
    context.publicity.forget();
    const { noticeId, refusals } = await context.noticePosting.post(input);
    const notice = noticeId ? await context.publicity.find(noticeId) : null;
    return { notice, userErrors: aidErrors(refusals, context) };
  },
  objectionRaise: async (_, { input }, context) => {
    context.publicity.forget();
    const { noticeId, refusals } = await context.objections.raise(input);
    const notice = noticeId ? await context.publicity.find(noticeId) : null;
    return { notice, userErrors: aidErrors(refusals, context) };
  },
  objectionAdvance: async (_, { input }, context) => {
    requireOneOf(context, 'aid-applications:school-review', 'aid-applications:bureau-review');
    const { objectionId, refusals } = await context.objections.advance(input);
    const objection = objectionId ? await context.objections.find(objectionId) : null;
    return { objection, userErrors: aidErrors(refusals, context) };
  },
};

export const noticeFields: Pick<
  PublicNoticeResolvers,
  '__resolveReference' | 'id' | 'school' | 'items' | 'objections'
> = {
  __resolveReference: ({ id }, { publicity }) => publicity.findByGlobalId(id),
  id: ({ countyCode, id }) => formatGlobalId({ county: countyCode, id }),
  school: ({ countyCode, schoolId }) => (schoolId === null ? null : { county: countyCode, id: schoolId }),
  items: ({ id }, _, { publicity }) => publicity.listItems(id),
  objections: ({ id }, _, { publicity }) => publicity.listObjections(id),
};

export const noticeItemFields: Pick<PublicNoticeItemResolvers, 'subject'> = {
  subject: ({ countyCode, subjectId }) => formatGlobalId({ county: countyCode, id: subjectId }),
};

export const objectionFields: Pick<ObjectionResolvers, 'id' | 'subject'> = {
  id: ({ countyCode, id }) => formatGlobalId({ county: countyCode, id }),
  subject: ({ countyCode, subjectId }) => formatGlobalId({ county: countyCode, id: subjectId }),
};
