import { type AidRefusal, unfit } from '../refusal/refusal.rules.ts';
import type { Transitions } from '../workflow/workflow.rules.ts';

/** Longer lists come in parts, or as a file. */
export const LINES_AT_ONCE = 20_000;

export const EVIDENCE_SOURCES = ['CIVIL_AFFAIRS', 'AGRICULTURE', 'DISABLED_FEDERATION', 'VETERANS'] as const;
/** 民政局, 农业农村局, 残联, 退役军人局. */
export type EvidenceSource = (typeof EVIDENCE_SOURCES)[number];

export const EVIDENCE_LIST_STATES = ['VALIDATED', 'MATCHED', 'REVIEWED', 'APPLIED', 'DISCARDED'] as const;
/** How far a list has come; what cannot be read never becomes one. */
export type EvidenceListState = (typeof EVIDENCE_LIST_STATES)[number];

export const EVIDENCE_ACTS = ['MATCH', 'CLOSE_REVIEW', 'APPLY', 'DISCARD'] as const;
export type EvidenceAct = (typeof EVIDENCE_ACTS)[number];

/** 已校验 → 已比对 → 已复核 → 已启用. */
export const EVIDENCE_LIST: Transitions<EvidenceListState, EvidenceAct> = {
  VALIDATED: { MATCH: 'MATCHED', DISCARD: 'DISCARDED' },
  MATCHED: { MATCH: 'MATCHED', CLOSE_REVIEW: 'REVIEWED', DISCARD: 'DISCARDED' },
  REVIEWED: { APPLY: 'APPLIED', DISCARD: 'DISCARDED' },
  APPLIED: {},
  DISCARDED: {},
};

/** DOUBTFUL waits for a person; NOT_OURS was looked at and is no child of the county's schools. */
export type MatchState = 'UNMATCHED' | 'MATCHED' | 'DOUBTFUL' | 'NOT_OURS' | 'UNREADABLE';

/** One line of a list as it came in. */
export interface EvidenceLine {
  name: string;
  identityNumber: string | null;
  bornOn: string | null;
  category: string;
  validFrom: string;
  validTo: string | null;
}

/** What the office knows of the categories on the day of the list. */
export interface CategoryFacts {
  source: EvidenceSource;
  validFrom: string;
  validTo: string | null;
}

export type LineRefusal =
  | { kind: 'CategoryUnknown' }
  | { kind: 'CategoryOfAnotherSource'; source: EvidenceSource }
  | { kind: 'CategoryWithdrawn'; validTo: string }
  | { kind: 'NameMissing' }
  | { kind: 'DaysReversed' };

/** Every reason not to take a line; a number that is none is taken, and handed to a person (docs/rules/student-aid.md#evidence). */
export function lineRefusals(
  line: EvidenceLine,
  source: EvidenceSource,
  category: CategoryFacts | undefined,
  listedOn: string,
): LineRefusal[] {
  const refusals: LineRefusal[] = [];
  if (line.name.trim() === '') refusals.push({ kind: 'NameMissing' });
  if (line.validTo !== null && line.validTo < line.validFrom) refusals.push({ kind: 'DaysReversed' });
  if (!category || category.validFrom > listedOn) return [...refusals, { kind: 'CategoryUnknown' }];
  if (category.source !== source) refusals.push({ kind: 'CategoryOfAnotherSource', source: category.source });
  if (category.validTo !== null && category.validTo <= listedOn)
    refusals.push({ kind: 'CategoryWithdrawn', validTo: category.validTo });
  return refusals;
}

/** The same, as the caller is told it. */
export function unfitLine(refusal: LineRefusal): AidRefusal {
  switch (refusal.kind) {
    case 'CategoryUnknown':
      return unfit('category', 'CATEGORY_UNKNOWN');
    case 'CategoryOfAnotherSource':
      return unfit('category', 'CATEGORY_OF_ANOTHER_SOURCE');
    case 'CategoryWithdrawn':
      return unfit('category', 'CATEGORY_WITHDRAWN');
    case 'NameMissing':
      return unfit('name', 'BLANK');
    case 'DaysReversed':
      return unfit('validTo', 'DAYS_REVERSED');
  }
}

/** Whom the roster has for a line: by ID number, and by name and day of birth. */
export interface MatchCandidates {
  byIdentity: string[];
  byNameAndBirth: string[];
}

export interface Match {
  state: MatchState;
  studentId: string | null;
  candidateIds: string[];
}

/**
 * The child that a line means. Only the ID number decides; a name and a day of birth merely propose, and a person decides.
 *
 * @see docs/rules/student-aid.md#evidence
 */
export function matchOf(hasIdentity: boolean, { byIdentity, byNameAndBirth }: MatchCandidates): Match {
  const [only, ...others] = byIdentity;
  if (only && others.length === 0) return { state: 'MATCHED', studentId: only, candidateIds: [] };
  const candidateIds = [...new Set([...byIdentity, ...byNameAndBirth])].sort();
  if (candidateIds.length > 0) return { state: 'DOUBTFUL', studentId: null, candidateIds };
  return { state: hasIdentity ? 'UNMATCHED' : 'UNREADABLE', studentId: null, candidateIds };
}
