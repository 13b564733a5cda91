import type { MutationResolvers, StudentAidResolvers } from '../__generated__/graphql.ts';
import { aidErrors } from '../refusal/refusal.resolvers.ts';

export const accountMutations: Pick<MutationResolvers, 'payeeAccountRegister'> = {
  payeeAccountRegister: async (_, { input }, context) => {
    const { studentId, refusals } = await context.accounts.register({
      ...input,
      cardKind: input.cardKind ?? 'SOCIAL_SECURITY_CARD',
      relationDocument: input.relationDocument ?? null,
      siblingsDocument: input.siblingsDocument ?? null,
    });
    const account = studentId ? await context.accounts.findLive(studentId) : null;
    return { account, userErrors: aidErrors(refusals, context) };
  },
};

export const studentEntitlementFields: Pick<StudentAidResolvers, 'account' | 'recognitions' | 'applications' | 'gaps'> =
  {
    account: ({ id }, _, { accounts }) => accounts.findLive(id),
    recognitions: ({ id }, _, { hardship }) => hardship.listOfStudent(id),
    applications: ({ id }, _, { applications }) => applications.listOfStudent(id),
    gaps: ({ id }, _, { gaps }) => gaps.listOfStudent(id),
  };
