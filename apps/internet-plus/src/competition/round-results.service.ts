import type { Desk } from '../record/desk.repository.ts';
import { CompetitionEntity } from './competition.entity.ts';
import { placed, trimmedMean } from './competition.rules.ts';
import type { CompetitionRound } from './competition-round.entity.ts';
import type { RoundEntry } from './round-entries.repository.ts';
import { RoundResultEntity } from './round-result.entity.ts';

/** Places every entry within its track, with its award. */
export async function writeResults(desk: Desk, round: CompetitionRound, entries: RoundEntry[]): Promise<void> {
  const [prizes] = await desk.listByIds(CompetitionEntity, [round.competitionId]);
  if (!prizes) throw new Error('A round without its competition.');
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const results = [...Map.groupBy(entries, ({ trackId }) => trackId).values()].flatMap((ofTrack) =>
    placed(
      ofTrack.map(({ id, scores }) => ({ entryId: id, meanHundredths: trimmedMean(scores) })),
      prizes,
    ).flatMap((result) => {
      const { schoolId = '', townshipCode = '' } = byId.get(result.entryId) ?? {};
      const place = { countyCode: desk.county, schoolId, townshipCode };
      return [{ ...place, id: desk.newId(), roundId: round.id, ...result, version: 1 }];
    }),
  );
  if (results.length > 0) await desk.insert(RoundResultEntity, ...results);
}
