import { formatYuan } from '@bureau/money';
import type {
  CategoryAidFiguresResolvers,
  CountyResolvers,
  ProgrammeAidFiguresResolvers,
  SchoolAidFiguresResolvers,
  SourceAidFiguresResolvers,
  StageAidFiguresResolvers,
  StudentAidFiguresResolvers,
  TownshipAidFiguresResolvers,
} from '../__generated__/graphql.ts';
import { periodArgument } from '../calendar/period.resolvers.ts';
import { groundKind } from './aid-breakdown.rules.ts';
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
type Breakdown = 'byProgram' | 'byStage' | 'byCategory' | 'bySchool' | 'byTownship' | 'bySource';

export const figuresFields: Pick<StudentAidFiguresResolvers, SumField | Breakdown> = {
  ...sumFields,
  byProgram: ({ byProgramme }) => byProgramme,
  byStage: ({ period }, _, { breakdowns }) => breakdowns.byStage(period),
  byCategory: ({ period }, _, { breakdowns }) => breakdowns.byCategory(period),
  bySchool: ({ period }, _, { breakdowns }) => breakdowns.bySchool(period),
  byTownship: ({ period }, _, { breakdowns }) => breakdowns.byTownship(period),
  bySource: ({ period }, _, { breakdowns }) => breakdowns.bySource(period),
};

export const programmeFiguresFields: Pick<ProgrammeAidFiguresResolvers, SumField | 'program'> = {
  ...sumFields,
  program: ({ programmeCode }, _, { programmes }) => programmes.get(programmeCode),
};

type GroupTypes = {
  StageAidFigures: Pick<StageAidFiguresResolvers, SumField | 'stage'>;
  CategoryAidFigures: Pick<CategoryAidFiguresResolvers, SumField | 'ground' | 'categories' | 'level'>;
  SchoolAidFigures: Pick<SchoolAidFiguresResolvers, SumField | 'school'>;
  TownshipAidFigures: Pick<TownshipAidFiguresResolvers, SumField | 'township'>;
  SourceAidFigures: Pick<SourceAidFiguresResolvers, SumField | 'source'>;
};

export const groupTypes: GroupTypes = {
  StageAidFigures: { ...sumFields, stage: ({ key }) => key },
  CategoryAidFigures: {
    ...sumFields,
    ground: ({ key }) => groundKind(key),
    categories: ({ key }) => key.categories,
    level: ({ key }) => key.level,
  },
  SchoolAidFigures: { ...sumFields, school: ({ key }, _, { actor }) => ({ county: actor.scope.county, id: key }) },
  TownshipAidFigures: { ...sumFields, township: ({ key }) => ({ code: key }) },
  SourceAidFigures: { ...sumFields, source: ({ key }) => key },
};
