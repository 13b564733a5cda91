import { formatYuan } from '@bureau/money';
import type {
  CountyResolvers,
  ProgrammeAidFiguresResolvers,
  StudentAidFiguresResolvers,
} from '../__generated__/graphql.ts';
import { periodArgument } from '../calendar/period.resolvers.ts';
import type { AidSum } from './aid-figures.rules.ts';

export const countyFields: Pick<CountyResolvers, '__resolveReference' | 'studentAid'> = {
  __resolveReference: ({ code }, { actor }) => (code === actor.scope.county ? { code } : null),
  studentAid: (_, { from, to }, { figures }) => {
    periodArgument(['from', from], ['to', to]);
    return figures.paidBetween(from, to);
  },
};

const sumFields = {
  amount: ({ amountFen }: AidSum) => formatYuan(amountFen),
  amountFen: ({ amountFen }: AidSum) => String(amountFen),
  cashAmount: ({ cashFen }: AidSum) => formatYuan(cashFen),
  waiverAmount: ({ waiverFen }: AidSum) => formatYuan(waiverFen),
};

type SumField = keyof typeof sumFields;

export const figuresFields: Pick<StudentAidFiguresResolvers, SumField | 'byProgram'> = {
  ...sumFields,
  byProgram: ({ byProgramme }) => byProgramme,
};

export const programmeFiguresFields: Pick<ProgrammeAidFiguresResolvers, SumField | 'program'> = {
  ...sumFields,
  program: ({ programmeCode }, _, { programmes }) => programmes.get(programmeCode),
};
