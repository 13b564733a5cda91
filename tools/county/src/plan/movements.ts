import type { Day } from '@bureau/calendar';

/** How many children move in a school year, and when. */
export interface MovementPlan {
  /** First and last day of the times at which children change school. */
  windows: readonly (readonly [Day, Day])[];
  transfersOut: number;
  transfersIn: number;
  transfersWithin: number;
  classChanges: number;
  abroad: number;
  deaths: number;
  /** Leaving senior secondary or vocational school before the end; the law knows no such leaving before. */
  withdrawals: number;
}

export const movementPlans: Record<2023 | 2024, MovementPlan> = {
  2023: {
    windows: [
      ['2023-09-04', '2023-10-31'],
      ['2024-02-26', '2024-03-08'],
      ['2024-08-01', '2024-08-25'],
      ['2024-08-01', '2024-08-25'],
    ],
    transfersOut: 260,
    transfersIn: 300,
    transfersWithin: 220,
    classChanges: 40,
    abroad: 2,
    deaths: 2,
    withdrawals: 14,
  },
  2024: {
    windows: [['2024-09-04', '2024-11-15']],
    transfersOut: 60,
    transfersIn: 70,
    transfersWithin: 50,
    classChanges: 30,
    abroad: 1,
    deaths: 1,
    withdrawals: 8,
  },
};

/** Suspensions for illness (休学): until when they run decides whether a child counts as in school. */
export const suspensionPlan = [
  { stage: 'PRIMARY', children: 8, from: ['2023-10-09', '2024-04-12'], resumedOn: '2024-09-01' },
  { stage: 'JUNIOR_SECONDARY', children: 10, from: ['2023-10-09', '2024-03-29'], resumedOn: '2024-09-01' },
  { stage: 'JUNIOR_SECONDARY', children: 13, from: ['2024-02-26', '2024-06-28'], resumedOn: null },
  { stage: 'JUNIOR_SECONDARY', children: 6, from: ['2024-09-09', '2024-11-08'], resumedOn: null },
  { stage: 'SENIOR_SECONDARY', children: 6, from: ['2024-03-04', '2024-06-14'], resumedOn: null },
] as const;
