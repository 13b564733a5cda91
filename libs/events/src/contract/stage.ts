import { STAGES } from '@bureau/codes';
import { z } from 'zod';

export type { Stage } from '@bureau/codes';

/** 学段 */
export const stage = z.enum(STAGES);
