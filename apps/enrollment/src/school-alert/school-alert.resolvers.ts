import { formatGlobalId, refused } from '@bureau/subgraph';
import type { DropoutCaseResolvers, MutationResolvers, SchoolAlertResolvers } from '../__generated__/graphql.ts';

const SENTENCES = {
  SchoolAlertNotOpen: { zh: '找不到待答复的警示，或已有人答复。', en: 'There is no such alert to answer.' },
  SchoolAlertAnswerMissing: { zh: '请写明核查情况和处理结果。', en: 'Say what you found and did.' },
};

export const schoolAlertMutations: Pick<MutationResolvers, 'schoolAlertAnswer'> = {
  schoolAlertAnswer: async (_, { input }, { schoolAlerts, language }) => {
    const { alert, refusals } = await schoolAlerts.answer(input);
    const userErrors = refusals.map(({ kind }) => {
      const field = kind === 'SchoolAlertNotOpen' ? 'alert' : 'answer';
      return refused(kind, field, SENTENCES[kind][language]);
    });
    return { alert, userErrors };
  },
};

export const caseAlertsField: Pick<DropoutCaseResolvers, 'alerts'> = {
  alerts: ({ id }, _, { schoolAlerts }) => schoolAlerts.listOfCase(id),
};

export const schoolAlertFields: Pick<SchoolAlertResolvers, 'id'> = {
  id: ({ countyCode, id }) => formatGlobalId({ county: countyCode, id }),
};
