import type { IndicatorMember } from './indicator.rules.ts';

export const MEMBER_SIDES = ['NUMERATOR', 'DENOMINATOR', 'EXCLUDED'] as const;
/** Those in the numerator, those in the denominator, or those in the denominator alone: who makes the difference. */
export type MemberSide = (typeof MEMBER_SIDES)[number];

const isOn: Record<MemberSide, (member: IndicatorMember) => boolean> = {
  NUMERATOR: ({ numerator }) => numerator > 0,
  DENOMINATOR: ({ denominator }) => denominator > 0,
  EXCLUDED: ({ numerator, denominator }) => denominator > 0 && numerator === 0,
};

export interface MemberPage {
  nodes: IndicatorMember[];
  totalCount: number;
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
}

/** A page of the members of a side, by their ids, after an id. */
export function memberPage(
  members: readonly IndicatorMember[],
  { side, first, after }: { side: MemberSide; first: number; after: string | null },
): MemberPage {
  const those = members.filter(isOn[side]).toSorted((a, b) => (a.memberId < b.memberId ? -1 : 1));
  const rest = after === null ? those : those.filter(({ memberId }) => memberId > after);
  const nodes = rest.slice(0, first);
  const pageInfo = {
    hasNextPage: rest.length > first,
    hasPreviousPage: after !== null,
    startCursor: nodes.at(0)?.memberId ?? null,
    endCursor: nodes.at(-1)?.memberId ?? null,
  };
  return { nodes, totalCount: those.length, pageInfo };
}
