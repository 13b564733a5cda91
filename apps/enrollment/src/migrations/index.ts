import { CreateRoll1763900000000 } from './1763900000000-CreateRoll.ts';

/** In order, by name. */
export const migrations = [CreateRoll1763900000000];
