import type { Desk } from '../record/desk.repository.ts';
import type { Outcome, RecordService } from '../record/record.service.ts';
import { latestRefusals, type Refusal, refuse } from '../refusal/refusal.rules.ts';
import { type Teacher, TeacherEntity } from '../teacher/teacher.entity.ts';
import { CompetitionEntity } from './competition.entity.ts';
import { type OpenAsked, openRefusals, workRefusals } from './competition.rules.ts';
import { CompetitionEntryEntity } from './competition-entry.entity.ts';
import { CompetitionRoundEntity } from './competition-round.entity.ts';
import { type CompetitionTrack, CompetitionTrackEntity } from './competition-track.entity.ts';

export interface OpenInput extends OpenAsked {
  idempotencyKey?: string | null;
}

export interface EntryInput {
  track: string;
  teacher: string;
  title: string;
  subject: string;
  mediaType: string;
  bytes: number;
  link: string;
  idempotencyKey?: string | null;
}

type EntryRefusal = Refusal<
  'RecordNotFound' | 'RecordExists' | 'ActOutOfOrder' | 'DayTooLate' | 'WorkUnfit' | 'LinkUnsafe' | 'TextUnfit'
>;

/** Competitions and what is entered for them. */
export class CompetitionService {
  readonly #records: RecordService;

  constructor(records: RecordService) {
    this.#records = records;
  }

  open(input: OpenInput): Promise<Outcome<Refusal<'RecordExists' | 'TextUnfit' | 'ValueOutOfRange' | 'DayTooEarly'>>> {
    return this.#records.act('competitionOpen', input, async (desk) => {
      const refusals = openRefusals(input, desk.today);
      if (refusals.length > 0) return { id: null, refusals };
      const { idempotencyKey: _, tracks, entriesUntil, ...announced } = input;
      const countyCode = desk.county;
      const competition = { countyCode, id: desk.newId(), ...announced, lastNumber: 0, version: 1 };
      if (!(await desk.insert(CompetitionEntity, competition)))
        return { id: null, refusals: [refuse('RecordExists', 'name', { existing: null })] };
      const of = { countyCode, competitionId: competition.id };
      const rows = tracks.map(({ mediaTypes, ...track }) => ({
        ...of,
        id: desk.newId(),
        ...track,
        mediaTypes: [...mediaTypes],
      }));
      await desk.insert(CompetitionTrackEntity, ...rows);
      const first = { level: 'SCHOOL' as const, state: 'OPEN' as const, entriesUntil, noticeUntil: null, version: 1 };
      await desk.insert(CompetitionRoundEntity, { ...of, id: desk.newId(), ...first });
      return { id: competition.id, refusals };
    });
  }

  enter(input: EntryInput): Promise<Outcome<EntryRefusal>> {
    return this.#records.act('competitionEntryEnter', input, async (desk) => {
      const trackId = desk.idOf(input.track, 'track');
      const [track] = trackId ? await desk.listByIds(CompetitionTrackEntity, [trackId]) : [];
      if (!track) return { id: null, refusals: [refuse('RecordNotFound', 'track', {})] };
      const teacher = await desk.findForUpdate(TeacherEntity, input.teacher, 'teacher');
      if (!teacher) return { id: null, refusals: [refuse('RecordNotFound', 'teacher', {})] };
      const refusals = [...(await closedRefusals(desk, track)), ...workRefusals(input, track)];
      if (refusals.length > 0) return { id: null, refusals };
      if (await desk.findBy(CompetitionEntryEntity, { trackId: track.id, teacherId: teacher.id }))
        return { id: null, refusals: [refuse('RecordExists', 'teacher', { existing: null })] };

      const entry = newEntry(desk, { track, teacher, input, number: await nextNumber(desk, track) });
      await desk.insert(CompetitionEntryEntity, entry);
      return { id: entry.id, refusals };
    });
  }
}

/** Entries are taken while the first round is open, up to its last day. */
async function closedRefusals(
  desk: Desk,
  { competitionId }: CompetitionTrack,
): Promise<Refusal<'ActOutOfOrder' | 'DayTooLate'>[]> {
  const round = await desk.findBy(CompetitionRoundEntity, { competitionId, level: 'SCHOOL' });
  if (round?.state !== 'OPEN') return [refuse('ActOutOfOrder', 'track', { state: round?.state ?? '', acts: [] })];
  return latestRefusals(desk.today, 'track', round.entriesUntil);
}

/** Numbers say nothing of the school: they run through the whole competition, whoever may see its entries. */
async function nextNumber(desk: Desk, { competitionId }: CompetitionTrack): Promise<number> {
  const competition = await desk.findForUpdate(CompetitionEntity, `${desk.county}.${competitionId}`, 'track');
  if (!competition) throw new Error('A track without its competition.');
  const lastNumber = competition.lastNumber + 1;
  await desk.update(CompetitionEntity, competition.id, { lastNumber });
  return lastNumber;
}

interface NewEntry {
  track: CompetitionTrack;
  teacher: Teacher;
  input: EntryInput;
  number: number;
}

function newEntry(desk: Desk, { track, teacher, input, number }: NewEntry) {
  const { title, subject, mediaType, bytes, link } = input;
  const { countyCode, schoolId, townshipCode, id: teacherId } = teacher;
  return {
    countyCode,
    schoolId,
    townshipCode,
    id: desk.newId(),
    competitionId: track.competitionId,
    trackId: track.id,
    teacherId,
    number,
    title,
    subject,
    mediaType,
    bytes,
    link,
    enteredOn: desk.today,
    withdrawnOn: null,
    version: 1,
  };
}
