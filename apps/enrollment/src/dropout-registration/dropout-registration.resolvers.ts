import { type Language, refused, type Sentence } from '@bureau/subgraph';
import type { DropoutCaseResolvers, MutationResolvers, ResolversTypes } from '../__generated__/graphql.ts';
import type { RegistrationRefusal } from './dropout-registration.rules.ts';

export const dropoutRegistrationMutations: Pick<MutationResolvers, 'dropoutRegistrationWrite'> = {
  dropoutRegistrationWrite: async (_, { input }, { dropoutRegistrations, dropoutCases, language }) => {
    const { dropoutCaseId, refusals } = await dropoutRegistrations.write(input);
    const dropoutCase = dropoutCaseId ? await dropoutCases.find(dropoutCaseId) : null;
    return { dropoutCase, userErrors: refusals.map((refusal) => registrationError(refusal, language)) };
  },
};

export const caseRegistrationField: Pick<DropoutCaseResolvers, 'registration'> = {
  registration: ({ id }, _, { dropoutRegistrations }) => dropoutRegistrations.findOfCase(id),
};

function sentenceOf({ kind }: RegistrationRefusal): Sentence {
  switch (kind) {
    case 'DropoutCaseNotFound':
      return { zh: '找不到该个案，或不在您的管辖范围内。', en: 'There is no such case in your reach.' };
    case 'RegistrationChanged':
      return { zh: '登记表已被他人修改，请核对后重试。', en: 'Somebody has changed the page; look at it again.' };
    case 'RegistrationIncomplete':
      return { zh: '登记表不完整。', en: 'The page is not complete.' };
  }
}

function registrationError(
  refusal: RegistrationRefusal,
  language: Language,
): Awaited<ResolversTypes['DropoutRegistrationWriteError']> {
  const message = sentenceOf(refusal)[language];
  switch (refusal.kind) {
    case 'DropoutCaseNotFound':
      return refused(refusal.kind, 'dropoutCase', message);
    case 'RegistrationChanged':
      return { ...refused(refusal.kind, 'version', message), version: refusal.version };
    case 'RegistrationIncomplete':
      return {
        ...refused(refusal.kind, refusal.missing[0] ?? 'schoolOpinion', message),
        missing: [...refusal.missing],
      };
  }
}
