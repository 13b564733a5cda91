import type { CountyResolvers, SpecialEducationFiguresResolvers } from '../__generated__/graphql.ts';
import { ageBandArgument, dayArgument } from '../age-band/age-band.resolvers.ts';
import { enrollmentRate } from './figures.rules.ts';

export const countyFields: Pick<CountyResolvers, '__resolveReference' | 'specialEducation'> = {
  __resolveReference: ({ code }, { actor }) => (code === actor.scope.county ? { code } : null),
  specialEducation: async (_, { schoolYear, asOf }, context) => {
    const ageBand = await ageBandArgument(schoolYear, 'schoolYear', context);
    return context.counties.getFigures(ageBand, dayArgument(asOf, 'asOf', { schoolYear, today: context.today }));
  },
};

export const figuresFields: Pick<SpecialEducationFiguresResolvers, 'enrollmentRate'> = {
  enrollmentRate: (figures, { method }) => enrollmentRate(figures, method),
};
