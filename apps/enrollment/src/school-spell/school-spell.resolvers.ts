import { yearArgument } from '@bureau/subgraph';
import type { CountyResolvers, SchoolSpellResolvers, StudentResolvers } from '../__generated__/graphql.ts';

export const countySpellFields: Pick<CountyResolvers, 'retentionRate'> = {
  retentionRate: (_, { schoolYear }, { spells }) => spells.retentionRate(yearArgument(schoolYear, 'schoolYear')),
};

export const studentSpellFields: Pick<StudentResolvers, 'spells'> = {
  spells: ({ id }, _, { spells }) => spells.listOfStudent(id),
};

export const schoolSpellFields: Pick<SchoolSpellResolvers, 'school' | 'schoolClass'> = {
  school: ({ schoolId }, _, { schools }) => schools.find(schoolId),
  schoolClass: ({ classId }, _, { classes }) => classes.find(classId),
};
