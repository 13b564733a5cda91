import type { EntityManager } from 'typeorm';

interface Party {
  schoolId: string;
  room: string;
  className: string;
  heldOn: string;
  startsAt: string;
  endsAt: string;
}

export interface TakenPlace {
  what: string;
  from: string;
  until: string;
}

const TAKEN = `
  SELECT CASE WHEN standing.room = asked.room THEN asked.room ELSE asked.class_name END AS what,
         to_char(standing.starts_at, 'HH24:MI') AS "from", to_char(standing.ends_at, 'HH24:MI') AS until
  FROM jsonb_to_recordset($2) AS asked (school_id uuid, room text, class_name text, held_on date, starts_at time, ends_at time)
  JOIN session_party standing ON standing.county_code = $1 AND standing.school_id = asked.school_id
    AND NOT standing.is_cancelled AND (standing.room = asked.room OR standing.class_name = asked.class_name)
    AND tsrange(standing.held_on + standing.starts_at, standing.held_on + standing.ends_at)
     && tsrange(asked.held_on + asked.starts_at, asked.held_on + asked.ends_at)
  ORDER BY standing.held_on, standing.starts_at LIMIT 1`;

/** The first lesson that stands where one of these would be: a room or a class is in one place at a time. */
export async function findTakenParty(
  manager: EntityManager,
  countyCode: string,
  parties: readonly Party[],
): Promise<TakenPlace | null> {
  const asked = parties.map(({ schoolId, room, className, heldOn, startsAt, endsAt }) => ({
    school_id: schoolId,
    room,
    class_name: className,
    held_on: heldOn,
    starts_at: startsAt,
    ends_at: endsAt,
  }));
  const [taken]: TakenPlace[] = await manager.query(TAKEN, [countyCode, JSON.stringify(asked)]);
  return taken ?? null;
}
