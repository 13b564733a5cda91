import type { QueryResolvers, ServiceStationResolvers } from '../__generated__/graphql.ts';

export const stationQueries: Pick<QueryResolvers, 'serviceStations'> = {
  serviceStations: (_, __, { stations }) => stations.listOpen(),
};

export const stationFields: Pick<ServiceStationResolvers, 'township'> = {
  township: ({ townshipCode }) => ({ code: townshipCode }),
};
