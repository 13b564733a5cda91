export const ROUND_LEVELS = ['SCHOOL', 'COUNTY', 'CITY', 'REGION'] as const;
/** At which level a round is judged. */
export type RoundLevel = (typeof ROUND_LEVELS)[number];

export const ROUND_STATES = ['OPEN', 'ENTRY_CLOSED', 'JUDGING', 'PUBLICISED', 'AWARDED', 'PROMOTED'] as const;
/** How far a round has come. */
export type RoundState = (typeof ROUND_STATES)[number];

export const COMPETITION_AWARDS = ['FIRST', 'SECOND', 'THIRD', 'MERIT'] as const;
/** An award of a round. */
export type CompetitionAward = (typeof COMPETITION_AWARDS)[number];

export const APPEAL_STATES = ['FILED', 'UPHELD', 'DISMISSED'] as const;
/** What became of an appeal. */
export type AppealState = (typeof APPEAL_STATES)[number];
