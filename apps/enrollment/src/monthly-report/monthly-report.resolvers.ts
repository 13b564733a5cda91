import { formatGlobalId, idsInCounty, type Language, refused, type Sentence } from '@bureau/subgraph';
import type {
  BalanceLineResolvers,
  MonthlyReportResolvers,
  MutationResolvers,
  QueryResolvers,
  ResolversTypes,
  SchoolResolvers,
} from '../__generated__/graphql.ts';
import type { ReportRefusal } from './monthly-balance.rules.ts';

export const monthlyReportQueries: Pick<QueryResolvers, 'monthlyReports'> = {
  monthlyReports: (_, { filter, orderBy, ...page }, { actor, monthlyReports }) => {
    const { schools, month, isOnTime, isReviewed } = filter ?? {};
    const criteria = {
      schoolIds: schools ? idsInCounty(schools, actor.scope.county, 'filter.schools') : null,
      month: month ? `${month}-01` : null,
      isOnTime: isOnTime ?? null,
      isReviewed: isReviewed ?? null,
    };
    return monthlyReports.list(criteria, orderBy, page);
  },
};

export const monthlyReportMutations: Pick<MutationResolvers, 'monthlyReportSubmit' | 'monthlyReportReview'> = {
  monthlyReportSubmit: async (_, { input }, { monthlyReports, language }) => {
    const { reportId, refusals } = await monthlyReports.submit(input);
    const report = reportId ? await monthlyReports.find(reportId) : null;
    return { report, userErrors: refusals.map((refusal) => reportError(refusal, language)) };
  },
  monthlyReportReview: async (_, { input }, { monthlyReports, language }) => {
    const { reportId, refusals } = await monthlyReports.review(input);
    const report = reportId ? await monthlyReports.find(reportId) : null;
    const said = {
      zh: '找不到待复核的月报、月报已变动，或未填写复核情况。',
      en: 'There is no such report to look at again.',
    };
    return { report, userErrors: refusals.map(({ kind }) => refused(kind, 'report', said[language])) };
  },
};

export const schoolBalanceFields: Pick<SchoolResolvers, 'monthlyBalance'> = {
  monthlyBalance: ({ id }, { month }, { monthlyReports }) => monthlyReports.balance(id, month),
};

export const monthlyReportFields: Pick<MonthlyReportResolvers, 'id' | 'school' | 'month' | 'isOnTime'> = {
  id: ({ countyCode, id }) => formatGlobalId({ county: countyCode, id }),
  school: ({ schoolId }, _, { schools }) => schools.find(schoolId),
  month: ({ month }) => month.slice(0, 7),
  isOnTime: ({ submittedOn, dueOn }) => submittedOn <= dueOn,
};

const counts = (byMovement: Record<string, number>) =>
  Object.entries(byMovement).map(([movement, count]) => ({ movement, count }));

export const balanceLineFields: Pick<BalanceLineResolvers, 'joined' | 'left' | 'unexplained' | 'unexplainedCount'> = {
  joined: ({ joined }) => counts(joined),
  left: ({ left }) => counts(left),
  unexplained: async ({ unexplained }, _, { students }) => {
    const children = await Promise.all(unexplained.map((id) => students.find(id)));
    return children.filter((child) => child !== null);
  },
  unexplainedCount: ({ unexplained }) => unexplained.length,
};

function sentenceOf(refusal: ReportRefusal): Sentence {
  switch (refusal.kind) {
    case 'MonthlyReportSchoolUnknown':
      return { zh: '找不到该学校，或不在您的管辖范围内。', en: 'There is no such school in your reach.' };
    case 'MonthlyReportSubmitted':
      return { zh: '该校本月已报告，报告不再变动。', en: 'The school has reported the month.' };
    case 'MonthlyReportMonthUnfit':
      return {
        zh: `月份不能晚于本月（${refusal.latest}）。`,
        en: `The month must not be after this one (${refusal.latest}).`,
      };
    case 'MonthlyReportIncomplete':
      return {
        zh: '月报不完整：请填写分析；有去向不明的学生时须写明措施。',
        en: 'Say what the month shows and what is done.',
      };
  }
}

function reportError(refusal: ReportRefusal, language: Language): Awaited<ResolversTypes['MonthlyReportSubmitError']> {
  const message = sentenceOf(refusal)[language];
  switch (refusal.kind) {
    case 'MonthlyReportSchoolUnknown':
      return refused(refusal.kind, 'school', message);
    case 'MonthlyReportSubmitted':
      return refused(refusal.kind, 'month', message);
    case 'MonthlyReportMonthUnfit':
      return { ...refused(refusal.kind, 'month', message), latest: refusal.latest };
    case 'MonthlyReportIncomplete':
      return { ...refused(refusal.kind, refusal.missing[0] ?? 'analysis', message), missing: [...refusal.missing] };
  }
}
