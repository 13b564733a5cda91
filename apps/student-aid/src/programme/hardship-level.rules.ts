export const HARDSHIP_LEVELS = ['SPECIAL', 'HARD', 'GENERAL'] as const;

/** 特别困难, 困难, 一般困难 (docs/rules/student-aid.md#hardship). */
export type HardshipLevel = (typeof HARDSHIP_LEVELS)[number];
