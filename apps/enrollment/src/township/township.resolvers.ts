import type { CountyResolvers, TownshipResolvers } from '../__generated__/graphql.ts';

export const townshipFields: Pick<TownshipResolvers, '__resolveReference'> = {
  __resolveReference: ({ code }, { townships }) => townships.find(code),
};

export const countyTownshipFields: Pick<CountyResolvers, 'townships'> = {
  townships: ({ countyCode }, _, { townships }) => townships.list(countyCode),
};
