import type { Day, SchoolYear, Term } from '@bureau/calendar';
import type { Fen } from '@bureau/money';

import type { Child, School, Spell } from './rows.ts';

/** Why and how a child is disabled, as the special-education office keeps it. */
export interface Disability {
  id: string;
  child: Child;
  kinds: { category: string; level: string }[];
  certificate: { status: 'VALID' | 'APPLYING' | 'NONE'; number: string | null };
  identifiedBy: 'CERTIFICATE' | 'HOSPITAL' | 'EXPERT_COMMITTEE';
  registeredOn: Day;
}

export type PlacementKind = 'REGULAR_CLASS' | 'SPECIAL_SCHOOL_EXTERNAL' | 'HOME_TEACHING' | 'NOT_PLACED';

/** Where a disabled child is taught, from one day to another. */
export interface Placement {
  id: string;
  disability: Disability;
  kind: PlacementKind;
  /** The school that teaches the child or sends its teachers; null outside the county and of the unplaced. */
  schoolId: string | null;
  externalSchool: { name: string; city: string } | null;
  reason: string | null;
  nextStep: string | null;
  startedOn: Day;
  endedOn: Day | null;
}

export type AidCategory =
  | 'LIFTED_OUT_OF_POVERTY'
  | 'UNSTABLY_LIFTED_OUT_OF_POVERTY'
  | 'RURAL_LOW_INCOME'
  | 'RURAL_DESTITUTE'
  | 'DISABLED_PUPIL'
  | 'ORPHAN'
  | 'URBAN_LOW_INCOME';

/** What one child receives from one programme in one term. */
export interface Award {
  id: string;
  child: Child;
  spell: Spell;
  programme: string;
  term: Term;
  /** Which of the programme's amounts: 1 is the highest. */
  tier: number;
  category: AidCategory;
  amountFen: Fen;
  awardedOn: Day;
}

/** One attempt to pay an award; a failed one is followed by another. */
export interface Payment {
  id: string;
  award: Award;
  attempt: number;
  /** Money to the child's card, or a fee that the school does not take. */
  kind: 'CASH' | 'WAIVER';
  amountFen: Fen;
  sentOn: Day;
  paidOn: Day | null;
  failure: string | null;
}

/** What one school had in one school year, by its survey. */
export interface DigitalProfile {
  id: string;
  school: School;
  schoolYear: SchoolYear;
  broadbandMbps: number;
  operator: string;
  teachingClasses: number;
  /** Of these, those whose classroom has networked multimedia (班班通). */
  multimediaClasses: number;
  wifiClassrooms: number;
  interactiveClassrooms: number;
  studentTerminals: number;
  teacherTerminals: number;
  surveyedOn: Day;
}

export interface SmartCampusRating {
  id: string;
  school: School;
  stars: number;
  awardedOn: Day;
  /** The last day before it is checked again. */
  validUntil: Day;
}

export interface PlatformPilot {
  id: string;
  school: School;
  level: 'NATIONAL' | 'REGION' | 'CITY' | 'COUNTY';
  batch: string;
  startedOn: Day;
}
