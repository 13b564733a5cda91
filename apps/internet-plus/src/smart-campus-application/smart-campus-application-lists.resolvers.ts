import type { QueryResolvers, Resolvers } from '../__generated__/graphql.ts';
import { globalIdOf } from '../record/record.service.ts';
import {
  smartCampusApplications,
  smartCampusEvidences,
  smartCampusWeights,
} from './smart-campus-application.repository.ts';

export const smartCampusApplicationQueries = {
  smartCampusWeights: (_, asked, { records }) => records.of(smartCampusWeights).list(asked),
  smartCampusApplication: (_, { id }, { records }) => records.of(smartCampusApplications).findByGlobalId(id),
  smartCampusApplications: (_, asked, { records }) => records.of(smartCampusApplications).list(asked),
  smartCampusApplicationGroups: (_, asked, { records }) => records.of(smartCampusApplications).groups(asked),
  smartCampusEvidences: (_, asked, { records }) => records.of(smartCampusEvidences).list(asked),
} satisfies Partial<QueryResolvers>;

export const smartCampusApplicationTypes = {
  SmartCampusWeight: {
    id: globalIdOf,
  },
  SmartCampusApplication: {
    __resolveReference: ({ id }, { records }) => records.of(smartCampusApplications).findByGlobalId(id),
    id: globalIdOf,
    school: ({ countyCode, schoolId }) => ({ countyCode, id: schoolId }),
    selfTotal: ({ year, selfScores }, _, { smartCampus }) => smartCampus.total(year, selfScores),
    countyTotal: ({ year, countyScores }, _, { smartCampus }) => smartCampus.total(year, countyScores),
    evidence: ({ id }, _, { records }) => records.of(smartCampusEvidences).of('applicationId', id, 'DIMENSION_ASC'),
  },
  SmartCampusEvidence: {
    id: globalIdOf,
    school: ({ countyCode, schoolId }) => ({ countyCode, id: schoolId }),
    application: ({ applicationId }, _, { records }) => records.of(smartCampusApplications).find(applicationId),
  },
} satisfies Partial<Resolvers>;
