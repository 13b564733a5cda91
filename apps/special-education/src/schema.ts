import { completeResolvers, scalars } from '@bureau/subgraph';
import type { Resolvers, ResolversParentTypes } from './__generated__/graphql.ts';
import { countyFields, figuresFields } from './county/county.resolvers.ts';
import { disabledChildFields, disabledChildQueries } from './disabled-child/disabled-child.resolvers.ts';
import { childPlacementFields, placementFields } from './placement/placement.resolvers.ts';
import { studentFields } from './student/student.resolvers.ts';
import { childUnplacedNoteFields } from './unplaced-note/unplaced-note.resolvers.ts';

export const resolvers = completeResolvers<Resolvers, ResolversParentTypes>()({
  Date: scalars.Date,
  YearMonth: scalars.YearMonth,
  Query: disabledChildQueries,
  County: countyFields,
  SpecialEducationFigures: figuresFields,
  Student: studentFields,
  DisabledChild: { ...disabledChildFields, ...childPlacementFields, ...childUnplacedNoteFields },
  Placement: placementFields,
});
