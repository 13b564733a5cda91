import type { RequestContext } from '@bureau/subgraph';
import type { Desk } from '../record/desk.repository.ts';
import type { Outcome, RecordService } from '../record/record.service.ts';
import { type ChangeRefusal, rangeRefusals, type Refusal, refuse, textRefusals } from '../refusal/refusal.rules.ts';
import { mayJudge } from './competition.rules.ts';
import { CompetitionJudgeEntity } from './competition-judge.entity.ts';
import { CompetitionRoundEntity } from './competition-round.entity.ts';
import { CompetitionScoreEntity } from './competition-score.entity.ts';
import { type JudgedWork, listJudgedWorks, listRoundEntries } from './round-entries.repository.ts';

export interface AppointInput {
  competitionRound: string;
  judges: readonly { subject: string; name: string; school?: string | null }[];
  version: number;
  idempotencyKey?: string | null;
}

export interface ScoreInput {
  round: string;
  entry: string;
  score: number;
  idempotencyKey?: string | null;
}

type AppointRefusal = Refusal<'ActOutOfOrder' | 'JudgesTooFew' | 'TextUnfit' | 'RecordExists' | 'RecordNotFound'>;
type ScoreRefusal = Refusal<'RecordNotFound' | 'JudgeConflicted' | 'ResultFinal' | 'ValueOutOfRange'>;

const NAME_LONGEST = 60;
const POINTS = { least: 0, greatest: 100 };

/** Who judges, what they see, and what they give. */
export class JudgingService {
  readonly #request: RequestContext;
  readonly #records: RecordService;

  constructor(request: RequestContext, records: RecordService) {
    this.#request = request;
    this.#records = records;
  }

  /** Of the rounds being judged, in which the caller is a judge. */
  listWorks(): Promise<JudgedWork[]> {
    const { actor, session } = this.#request;
    return session.read((manager) => listJudgedWorks(manager, actor.scope.county, actor.subject));
  }

  appoint(input: AppointInput): Promise<Outcome<ChangeRefusal | AppointRefusal>> {
    const about = { entity: CompetitionRoundEntity, id: input.competitionRound, field: 'competitionRound' };
    return this.#records.actOn('competitionRoundAppoint', input, about, async (desk, { id: roundId, state }) => {
      const { 'competition.fewestJudges': needed } = await desk.settings();
      const schools = input.judges.map(({ school }) => (school ? desk.idOf(school, 'judges') : null));
      const known = new Set((await desk.listSchools(schools.filter((id) => id !== null))).map(({ id }) => id));
      const isOpen = state === 'OPEN' || state === 'ENTRY_CLOSED';
      const refusals: AppointRefusal[] = [
        ...(isOpen ? [] : [refuse('ActOutOfOrder', '', { state, acts: [] })]),
        ...appointRefusals(input, needed),
        ...schools.flatMap((id, at) =>
          input.judges[at]?.school && !(id && known.has(id))
            ? [refuse('RecordNotFound', `judges.${at}.school`, {})]
            : [],
        ),
      ];
      if (refusals.length > 0) return { refusals };
      await desk.clear(CompetitionJudgeEntity, { roundId });
      const judges = input.judges.map(({ subject, name }, at) => {
        const judge = { roundId, subject, name, schoolId: schools[at] ?? null };
        return { countyCode: desk.county, id: desk.newId(), ...judge };
      });
      await desk.insert(CompetitionJudgeEntity, ...judges);
      return { refusals, changes: { state } };
    });
  }

  score(input: ScoreInput): Promise<Outcome<ScoreRefusal>> {
    return this.#records.act('judgedWorkScore', input, async (desk) => {
      const round = await desk.findForUpdate(CompetitionRoundEntity, input.round, 'round');
      const judge = round && (await desk.findBy(CompetitionJudgeEntity, { roundId: round.id, subject: desk.subject }));
      if (!judge) return { id: null, refusals: [refuse('RecordNotFound', 'round', {})] };
      const entryId = desk.idOf(input.entry, 'entry');
      const entry = (await listRoundEntries(desk.manager, desk.county, round.id)).find(({ id }) => id === entryId);
      if (!entry) return { id: null, refusals: [refuse('RecordNotFound', 'entry', {})] };
      const isJudged = round.state === 'JUDGING';
      const refusals: ScoreRefusal[] = [
        ...(mayJudge(judge, entry) ? [] : [refuse('JudgeConflicted', 'entry', { judges: [judge.name] })]),
        ...(isJudged ? [] : [refuse('ResultFinal', 'round', { state: round.state })]),
        ...rangeRefusals(input.score, 'score', POINTS),
      ];
      if (refusals.length === 0)
        await give(desk, { roundId: round.id, entryId: entry.id, judgeId: judge.id }, input.score);
      return { id: entry.id, refusals };
    });
  }
}

function appointRefusals(
  { judges }: AppointInput,
  needed: number,
): Refusal<'JudgesTooFew' | 'TextUnfit' | 'RecordExists'>[] {
  const subjects = judges.map(({ subject }) => subject);
  return [
    ...(judges.length < needed ? [refuse('JudgesTooFew', 'judges', { needed, have: judges.length })] : []),
    ...judges.flatMap(({ subject, name }, at) => [
      ...textRefusals(subject, `judges.${at}.subject`, NAME_LONGEST),
      ...textRefusals(name, `judges.${at}.name`, NAME_LONGEST),
      ...(subjects.indexOf(subject) < at ? [refuse('RecordExists', `judges.${at}.subject`, { existing: null })] : []),
    ]),
  ];
}

interface Given {
  roundId: string;
  entryId: string;
  judgeId: string;
}

/** The round is locked: nobody else writes this judge's score meanwhile. */
async function give(desk: Desk, given: Given, score: number): Promise<void> {
  const known = await desk.findBy(CompetitionScoreEntity, { ...given });
  if (known) await desk.change(CompetitionScoreEntity, known, { score });
  const fresh = { countyCode: desk.county, id: desk.newId(), ...given, score, version: 1 };
  if (!known) await desk.insert(CompetitionScoreEntity, fresh);
}
