import type { Actor } from '@bureau/access';

/** Where a row of these tables stands, for row-level security. */
export interface Place {
  townshipCode: string | null;
  schoolId: string | null;
  classId: string | null;
}

/** The place of whoever acts: those who reach it see what is brought there. */
export function placeOf({ scope }: Pick<Actor, 'scope'>): Place {
  return {
    townshipCode: scope.township ?? null,
    schoolId: scope.school ?? null,
    classId: scope.class ?? null,
  };
}

const nullable = { nullable: true } as const;

export const PLACE_COLUMNS = {
  townshipCode: { type: 'varchar', length: 9, ...nullable },
  schoolId: { type: 'uuid', ...nullable },
  classId: { type: 'uuid', ...nullable },
} as const;
