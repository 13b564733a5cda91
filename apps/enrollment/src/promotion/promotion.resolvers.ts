import { yearArgument } from '@bureau/subgraph';
import type { MutationResolvers, StudentResolvers } from '../__generated__/graphql.ts';
import { brokenAnswer } from '../rule-broken/rule-broken.resolvers.ts';
import { promotionSentences } from './promotion-sentences.resolvers.ts';

export const promotionMutations: Pick<MutationResolvers, 'schoolYearPromote' | 'cohortGraduate'> = {
  schoolYearPromote: async (_, { input }, { promotions, language }) => {
    yearArgument(input.schoolYear, 'input.schoolYear');
    const { moved, left, refusals } = await promotions.promote(input);
    return {
      promoted: moved,
      leftOver: left,
      userErrors: refusals.map((refusal) => brokenAnswer(refusal, promotionSentences, language)),
    };
  },
  cohortGraduate: async (_, { input }, { promotions, language }) => {
    const { moved, left, refusals } = await promotions.graduate(input);
    return {
      graduated: moved,
      notActive: left,
      userErrors: refusals.map((refusal) => brokenAnswer(refusal, promotionSentences, language)),
    };
  },
};

export const studentCertificateFields: Pick<StudentResolvers, 'certificates'> = {
  certificates: ({ id }, _, { certificates }) => certificates.listOfStudent(id),
};
