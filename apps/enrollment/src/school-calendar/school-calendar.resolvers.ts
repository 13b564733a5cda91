import { type Language, refused, type Sentence, yearArgument } from '@bureau/subgraph';
import type {
  MutationResolvers,
  QueryResolvers,
  ResolversTypes,
  SchoolTermResolvers,
} from '../__generated__/graphql.ts';
import type { TermRefusal } from './school-calendar.rules.ts';

export const schoolCalendarQueries: Pick<QueryResolvers, 'schoolTerms'> = {
  schoolTerms: (_, { schoolYear }, { schoolCalendar }) =>
    schoolCalendar.listTerms(yearArgument(schoolYear, 'schoolYear')),
};

export const schoolCalendarMutations: Pick<MutationResolvers, 'schoolTermSet'> = {
  schoolTermSet: async (_, { input }, { schoolCalendar, language }) => {
    yearArgument(input.schoolYear, 'input.schoolYear');
    const term = { ...input, daysOff: input.daysOff ?? [], makeUpDays: input.makeUpDays ?? [] };
    const { schoolDays, refusals } = await schoolCalendar.setTerm(term);
    return { schoolDays, userErrors: refusals.map((refusal) => termError(refusal, language)) };
  },
};

export const schoolTermFields: Pick<SchoolTermResolvers, 'schoolDays'> = {
  schoolDays: (term, _, { schoolCalendar }) => schoolCalendar.listDays(term),
};

function sentenceOf({ kind }: TermRefusal): Sentence {
  switch (kind) {
    case 'TermOutsideSchoolYear':
      return { zh: '学期超出了所属学年。', en: 'The term reaches out of its school year.' };
    case 'TermEndsBeforeItStarts':
      return { zh: '学期结束日期须晚于开始日期。', en: 'The last day must be after the first.' };
    case 'TermDayOutside':
      return { zh: '放假或补课日期不在学期内。', en: 'A day off, or one made up, is not in the term.' };
  }
}

function termError(refusal: TermRefusal, language: Language): Awaited<ResolversTypes['SchoolTermSetError']> {
  const message = sentenceOf(refusal)[language];
  switch (refusal.kind) {
    case 'TermOutsideSchoolYear':
      return { ...refused(refusal.kind, 'startsOn', message), earliest: refusal.earliest, latest: refusal.latest };
    case 'TermEndsBeforeItStarts':
      return refused(refusal.kind, 'endsOn', message);
    case 'TermDayOutside':
      return { ...refused(refusal.kind, 'daysOff', message), days: [...refusal.days] };
  }
}
