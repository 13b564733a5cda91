import { formatGlobalId } from '@bureau/subgraph';
import type { DisabledChildResolvers, PlacementResolvers } from '../__generated__/graphql.ts';
import { schoolReference } from '../school/school.reference.ts';

export const childPlacementFields: Pick<DisabledChildResolvers, 'placement' | 'placements'> = {
  placement: (child, { asOf }, { placements }) => placements.findOfChild(child.id, asOf ?? child.asOf),
  placements: ({ id }, _, { placements }) => placements.listOfChild(id),
};

export const placementFields: Pick<
  PlacementResolvers,
  '__resolveReference' | 'id' | 'child' | 'school' | 'externalSchool'
> = {
  __resolveReference: ({ id }, { placements }) => placements.findByGlobalId(id),
  id: ({ countyCode, id }) => formatGlobalId({ county: countyCode, id }),
  child: ({ childId }, _, { disabledChildren }) => disabledChildren.get(childId),
  school: ({ countyCode, schoolId }) => schoolReference(countyCode, schoolId),
  externalSchool: ({ externalSchoolName: name, externalSchoolCity: city }) =>
    name === null || city === null ? null : { name, city },
};
