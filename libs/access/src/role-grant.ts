import type { Scope } from './scopes.ts';

/** How far a role sees: row-level security cuts every answer to it. */
export type Reach = 'county' | 'township' | 'school' | 'class';

export interface RoleGrant {
  chinese: string;
  reach: Reach;
  scopes: readonly Scope[];
}
