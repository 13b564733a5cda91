import { z } from 'zod';

/** 学段 */
export const stage = z.enum(['PRE_SCHOOL', 'PRIMARY', 'JUNIOR_SECONDARY', 'SENIOR_SECONDARY', 'VOCATIONAL']);
export type Stage = z.infer<typeof stage>;
