import type { Stage } from '@bureau/events';

/** How a stage is taught: its years, the age at entry and the usual sizes of a class. */
export interface StagePlan {
  years: number;
  entryAge: number;
  classSize: readonly [number, number];
  /** More than these make another class. */
  largestClass: number;
}

export const stagePlans: Record<Stage, StagePlan> = {
  PRE_SCHOOL: { years: 3, entryAge: 3, classSize: [31, 35], largestClass: 35 },
  PRIMARY: { years: 6, entryAge: 6, classSize: [40, 45], largestClass: 45 },
  JUNIOR_SECONDARY: { years: 3, entryAge: 12, classSize: [43, 47], largestClass: 50 },
  SENIOR_SECONDARY: { years: 3, entryAge: 15, classSize: [47, 50], largestClass: 50 },
  VOCATIONAL: { years: 3, entryAge: 15, classSize: [43, 46], largestClass: 50 },
};

/** A class of a teaching point (教学点). */
export const teachingPointClassSize = [8, 13] as const;

/** Of 1 000 children, how many begin school a year late, in the cohorts where that is let happen. */
export const lateEntriesPerMille = 15;

/**
 * Cohorts, by stage and entry year, in which nobody begins late: a child of 12 that is still in grade 6 would be of the
 * junior age and not in that stage, and the kindergartens keep nobody who is six.
 */
export const punctualCohorts: Record<Stage, readonly number[]> = {
  PRE_SCHOOL: [2021, 2022, 2023, 2024],
  PRIMARY: [2018, 2019, 2024],
  JUNIOR_SECONDARY: [2024],
  SENIOR_SECONDARY: [],
  VOCATIONAL: [],
};

/** Where the pupils of the schools for the whole county live, by the last three digits of the division. */
export const countyWideCatchment = {
  '001': 11,
  '100': 16,
  '101': 6,
  '102': 21,
  '103': 5,
  '104': 17,
  '200': 2,
  '400': 1,
  '401': 1,
} as const;
