import { EntitySchema } from 'typeorm';

/** A track of a competition (赛道), such as 课例 or 智慧校园案例. */
export interface CompetitionTrack {
  countyCode: string;
  id: string;
  /** The competition. */
  competitionId: string;
  /** Its name. */
  name: string;
  /** Whether judges see no names. */
  isBlind: boolean;
  /** Media types of works that it takes. */
  mediaTypes: string[];
  /** The largest work, bytes. */
  largestBytes: number;
}

export const CompetitionTrackEntity = new EntitySchema<CompetitionTrack>({
  name: 'CompetitionTrack',
  columns: {
    countyCode: { type: 'varchar', length: 6, primary: true, primaryKeyConstraintName: 'competition_track_pkey' },
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'competition_track_pkey' },
    competitionId: { type: 'uuid' },
    name: { type: 'text' },
    isBlind: { type: 'boolean' },
    mediaTypes: { type: 'text', array: true },
    largestBytes: { type: 'integer' },
  },
  uniques: [{ name: 'competition_track_name_key', columns: ['countyCode', 'competitionId', 'name'] }],
  foreignKeys: [
    {
      name: 'competition_track_competition_fkey',
      target: 'Competition',
      columnNames: ['countyCode', 'competitionId'],
      referencedColumnNames: ['countyCode', 'id'],
    },
  ],
  checks: [
    { name: 'competition_track_name_check', expression: `name <> ''` },
    { name: 'competition_track_media_check', expression: `cardinality(media_types) > 0` },
    { name: 'competition_track_bytes_check', expression: `largest_bytes BETWEEN 1 AND 2000000000` },
  ],
});
