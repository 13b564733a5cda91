import type { DisabledChildResolvers, MutationResolvers } from '../__generated__/graphql.ts';
import type { Context } from '../context.ts';
import type { Outcome } from '../act/act.service.ts';
import { type Refusal, told } from '../refusal/refusal.resolvers.ts';

async function answer<R extends Refusal>({ id, refusals }: Outcome<R>, { disabledChildren, language }: Context) {
  return { disabledChild: id ? await disabledChildren.get(id) : null, userErrors: told(refusals, language) };
}

export const ledgerMutations: Pick<
  MutationResolvers,
  'disabledChildRegister' | 'disabledChildCertificateRecord' | 'disabledChildDiagnose'
> = {
  disabledChildRegister: async (_, { input }, context) => answer(await context.registrations.register(input), context),
  disabledChildCertificateRecord: async (_, { input }, context) =>
    answer(await context.ledger.recordCertificate(input), context),
  disabledChildDiagnose: async (_, { input }, context) => answer(await context.ledger.diagnose(input), context),
};

export const childLedgerFields: Pick<DisabledChildResolvers, 'certificateRecords'> = {
  certificateRecords: ({ id }, _, { ledger }) => ledger.listCertificateRecords(id),
};
