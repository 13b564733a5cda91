import { changeInput, settingError, settingFields } from '@bureau/settings';
import type { MutationResolvers, QueryResolvers } from '../__generated__/graphql.ts';

export const settingQueries: Pick<QueryResolvers, 'internetPlusSettings'> = {
  internetPlusSettings: async (_, { asOf }, { settings, today }) =>
    (await settings.listOn(asOf ?? today)).map(settingFields),
};

export const settingMutations: Pick<MutationResolvers, 'internetPlusSettingChange'> = {
  internetPlusSettingChange: async (_, { input }, { settings, language }) => {
    const change = changeInput(input);
    const refusals = await settings.change('internetPlusSettingChange', change, input.idempotencyKey);
    if (refusals.length > 0)
      return { setting: null, userErrors: refusals.map((refusal) => settingError(refusal, language)) };
    const setting = (await settings.listOn(change.validFrom)).find(({ key }) => key === change.key);
    return { setting: setting ? settingFields(setting) : null, userErrors: [] };
  },
};
