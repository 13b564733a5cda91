import { badUserInput, formatGlobalId, PAGE_MAX, refused } from '@bureau/subgraph';
import type {
  CountyResolvers,
  IndicatorMemberResolvers,
  IndicatorResolvers,
  IndicatorSnapshotResolvers,
  MutationResolvers,
} from '../__generated__/graphql.ts';
import type { IndicatorMember } from './indicator.rules.ts';
import { memberPage, type MemberSide } from './member-page.rules.ts';

export const countyIndicatorFields: Pick<CountyResolvers, 'indicator' | 'indicatorSnapshots'> = {
  indicator: (_, { code, asOf }, { indicators, today }) => indicators.find(code, asOf ?? today),
  indicatorSnapshots: (_, { asOf }, { indicators }) => indicators.listSnapshots(asOf ?? null),
};

export const indicatorMutations: Pick<MutationResolvers, 'indicatorsFreeze'> = {
  indicatorsFreeze: async (_, { input }, { indicators, language }) => {
    const { snapshotIds, refusals } = await indicators.freeze(input);
    const frozen = await indicators.listSnapshots(input.asOf);
    return {
      snapshots: frozen.filter(({ id }) => snapshotIds.includes(id)),
      userErrors: refusals.map(({ kind, today }) => {
        const said = { zh: `日期不能晚于今天（${today}）。`, en: `The day must not be after today (${today}).` };
        return { ...refused(kind, 'asOf', said[language]), today };
      }),
    };
  },
};

interface PageAsked {
  side: MemberSide;
  first: number;
  after?: string | null;
}

function membersOf({ members }: { members: readonly IndicatorMember[] }, { side, first, after }: PageAsked) {
  if (first < 0 || first > PAGE_MAX) throw badUserInput(`first must be from 0 to ${PAGE_MAX}, not ${first}.`, 'first');
  return memberPage(members, { side, first, after: after ?? null });
}

export const indicatorFields: Pick<IndicatorResolvers, 'members'> = { members: membersOf };

export const indicatorSnapshotFields: Pick<IndicatorSnapshotResolvers, 'id' | 'members'> = {
  members: membersOf,
  id: ({ countyCode, id }) => formatGlobalId({ county: countyCode, id }),
};

export const indicatorMemberFields: Pick<IndicatorMemberResolvers, 'id' | 'student'> = {
  id: ({ memberId }, _, { actor }) => formatGlobalId({ county: actor.scope.county, id: memberId }),
  student: ({ kind, memberId }, _, { students }) => (kind === 'STUDENT' ? students.find(memberId) : null),
};
