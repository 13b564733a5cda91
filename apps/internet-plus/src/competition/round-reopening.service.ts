import type { Desk } from '../record/desk.repository.ts';
import { type Refusal, refuse } from '../refusal/refusal.rules.ts';
import { roundNext } from './competition.rules.ts';
import { CompetitionRoundEntity } from './competition-round.entity.ts';
import { CompetitionScoreEntity } from './competition-score.entity.ts';
import { RoundResultEntity } from './round-result.entity.ts';

/** Takes the results of a round back and the scores of one entry with them; refused once they are awarded. */
export async function reopen(
  desk: Desk,
  { roundId, entryId }: { roundId: string; entryId: string },
): Promise<Refusal<'ResultFinal'>[]> {
  const round = await desk.findForUpdate(CompetitionRoundEntity, `${desk.county}.${roundId}`, 'competitionAppeal');
  if (round?.state !== 'PUBLICISED') return [refuse('ResultFinal', '', { state: round?.state ?? '' })];
  await desk.clear(RoundResultEntity, { roundId });
  await desk.clear(CompetitionScoreEntity, { roundId, entryId });
  await desk.change(CompetitionRoundEntity, round, { state: roundNext(round.state, 'REOPEN'), noticeUntil: null });
  return [];
}
