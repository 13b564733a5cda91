import { completeResolvers, scalars } from '@bureau/subgraph';
import type { Resolvers, ResolversParentTypes } from './__generated__/graphql.ts';
import { termFields } from './calendar/term.resolvers.ts';
import { countyFields, figuresFields, groupTypes, programmeFiguresFields } from './county/county.resolvers.ts';
import { paymentBatchFields } from './disbursement/disbursement.resolvers.ts';
import { grantingMutations, grantingQueries, grantingTypes } from './granting.resolvers.ts';
import { moneyMutations, moneyQueries, moneyTypes } from './money.resolvers.ts';
import { studentEntitlementFields } from './payee-account/payee-account.resolvers.ts';
import { paymentFields, paymentQueries } from './payment/payment.resolvers.ts';
import { schoolFields } from './place/place.resolvers.ts';
import { programmeFields, programmeQueries, rateFields } from './programme/programme.resolvers.ts';
import { studentAidFields, studentFields } from './student/student.resolvers.ts';
import { settingMutations, settingQueries } from './setting/setting.resolvers.ts';

export const resolvers = completeResolvers<Resolvers, ResolversParentTypes>()({
  Date: scalars.Date,
  DateTime: scalars.DateTime,
  Fen: scalars.Fen,
  Yuan: scalars.Yuan,
  Query: { ...settingQueries, ...programmeQueries, ...grantingQueries, ...paymentQueries, ...moneyQueries },
  Mutation: { ...settingMutations, ...grantingMutations, ...moneyMutations },
  ...grantingTypes,
  ...moneyTypes,
  Term: termFields,
  School: schoolFields,
  Student: studentFields,
  StudentAid: { ...studentAidFields, ...studentEntitlementFields },
  AidProgramme: programmeFields,
  AidRate: rateFields,
  Payment: { ...paymentFields, ...paymentBatchFields },
  County: countyFields,
  StudentAidFigures: figuresFields,
  ProgrammeAidFigures: programmeFiguresFields,
  ...groupTypes,
});
