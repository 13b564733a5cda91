import type { EntityManager } from 'typeorm';

/** SQL: whether `entry` takes part in `round`: all that are in at school level, later those that the level before sent on. */
export const TAKES_PART = `entry.county_code = round.county_code AND entry.competition_id = round.competition_id
  AND entry.withdrawn_on IS NULL AND (round.level = 'SCHOOL' OR EXISTS (
    SELECT FROM competition_round earlier JOIN round_result result
      ON result.county_code = earlier.county_code AND result.round_id = earlier.id
    WHERE earlier.county_code = round.county_code AND earlier.competition_id = round.competition_id
      AND earlier.level = CASE round.level WHEN 'COUNTY' THEN 'SCHOOL' WHEN 'CITY' THEN 'COUNTY' ELSE 'CITY' END
      AND result.entry_id = entry.id AND result.is_promoted))`;

export interface RoundEntry {
  id: string;
  trackId: string;
  schoolId: string;
  townshipCode: string;
  scores: number[];
}

const ENTRIES = `
  SELECT entry.id, entry.track_id AS "trackId", entry.school_id AS "schoolId", entry.township_code AS "townshipCode",
         COALESCE(array_agg(score.score) FILTER (WHERE score.id IS NOT NULL), '{}')::int[] AS scores
  FROM competition_round round JOIN competition_entry entry ON ${TAKES_PART}
  LEFT JOIN competition_score score
    ON score.county_code = entry.county_code AND score.round_id = round.id AND score.entry_id = entry.id
  WHERE round.county_code = $1 AND round.id = $2
  GROUP BY entry.county_code, entry.id ORDER BY entry.number`;

/** What is judged in a round, and what each entry was given so far. */
export function listRoundEntries(manager: EntityManager, countyCode: string, roundId: string): Promise<RoundEntry[]> {
  return manager.query(ENTRIES, [countyCode, roundId]);
}

export interface JudgedWork {
  roundId: string;
  entryId: string;
  number: number;
  track: string;
  title: string;
  subject: string;
  link: string;
  teacher: string | null;
  school: string | null;
  score: number | null;
}

const WORKS = `
  SELECT round.county_code || '.' || round.id AS "roundId", entry.county_code || '.' || entry.id AS "entryId",
         entry.number, track.name AS track, entry.title, entry.subject, entry.link,
         CASE WHEN NOT track.is_blind THEN teacher.name END AS teacher,
         CASE WHEN NOT track.is_blind THEN school.name END AS school, score.score
  FROM competition_judge judge
  JOIN competition_round round ON round.county_code = judge.county_code AND round.id = judge.round_id AND round.state = 'JUDGING'
  JOIN competition_entry entry ON ${TAKES_PART} AND entry.school_id IS DISTINCT FROM judge.school_id
  JOIN competition_track track ON track.county_code = entry.county_code AND track.id = entry.track_id
  LEFT JOIN teacher ON teacher.county_code = entry.county_code AND teacher.id = entry.teacher_id
  LEFT JOIN school_roster school ON school.county_code = entry.county_code AND school.id = entry.school_id
  LEFT JOIN competition_score score ON score.county_code = entry.county_code AND score.round_id = round.id
    AND score.entry_id = entry.id AND score.judge_id = judge.id
  WHERE judge.county_code = $1 AND judge.subject = $2 ORDER BY round.id, entry.number`;

/** What a judge has to judge, without names where the track is blind, and nothing of the own school. */
export function listJudgedWorks(manager: EntityManager, countyCode: string, subject: string): Promise<JudgedWork[]> {
  return manager.query(WORKS, [countyCode, subject]);
}
