import { type Desk, placeOf } from '../record/desk.repository.ts';
import type { Outcome, RecordService } from '../record/record.service.ts';
import {
  type ChangeRefusal,
  earliestRefusals,
  rangeRefusals,
  type Refusal,
  refuse,
  textRefusals,
} from '../refusal/refusal.rules.ts';
import { ClassroomPairingEntity } from './classroom-pairing.entity.ts';
import { PairingReceiverEntity } from './pairing-receiver.entity.ts';
import { RequiredSubjectEntity } from './required-subject.entity.ts';
import { SubjectShortageEntity } from './subject-shortage.entity.ts';
import type { LessonKind } from './three-classrooms-terms.rules.ts';

export interface AgreeInput {
  leadSchool: string;
  receivers: readonly string[];
  kind: LessonKind;
  subjects: readonly string[];
  weeklySessions: number;
  startsOn: string;
  endsOn?: string | null;
  idempotencyKey?: string | null;
}

export interface ShortageInput {
  school: string;
  schoolYear: number;
  grade: number;
  subject: string;
  reason: string;
  idempotencyKey?: string | null;
}

type AgreeRefusal = Refusal<'RecordNotFound' | 'ReceiverIsLead' | 'TextUnfit' | 'ValueOutOfRange' | 'DayTooEarly'>;
type ShortageRefusal = Refusal<'RecordNotFound' | 'RecordExists' | 'CodeUnknown' | 'TextUnfit' | 'ValueOutOfRange'>;

const REASON_LONGEST = 200;
const SUBJECT_LONGEST = 20;
const WEEKLY = { least: 1, greatest: 40 };
const GRADES = { least: 1, greatest: 12 };
const YEARS = { least: 1986, greatest: 2100 };

/** Agreements between schools, and the subjects for whose sake they are made. */
export class PairingService {
  readonly #records: RecordService;

  constructor(records: RecordService) {
    this.#records = records;
  }

  agree(input: AgreeInput): Promise<Outcome<AgreeRefusal>> {
    return this.#records.act('classroomPairingAgree', input, async (desk) => {
      const lead = await desk.findSchool(input.leadSchool, 'leadSchool');
      if (!lead) return { id: null, refusals: [refuse('RecordNotFound', 'leadSchool', {})] };
      const receivers = await schoolsOf(desk, input.receivers);
      const refusals = [...receivers.refusals, ...agreeRefusals(input)];
      if (refusals.length > 0) return { id: null, refusals };

      const { kind, subjects, weeklySessions, startsOn, endsOn = null } = input;
      const agreed = { kind, subjects: [...subjects], weeklySessions, startsOn, endsOn };
      const of = { countyCode: desk.county, leadSchoolId: lead.id };
      const pairing = { ...of, id: desk.newId(), ...agreed, version: 1 };
      await desk.insert(ClassroomPairingEntity, pairing);
      const pairs = receivers.schools.map((school) => ({
        ...placeOf(school),
        id: desk.newId(),
        pairingId: pairing.id,
        leadSchoolId: lead.id,
      }));
      await desk.insert(PairingReceiverEntity, ...pairs);
      return { id: pairing.id, refusals };
    });
  }

  end(input: {
    classroomPairing: string;
    endsOn: string;
    version: number;
    idempotencyKey?: string | null;
  }): Promise<Outcome<ChangeRefusal | Refusal<'DayTooEarly'>>> {
    const about = { entity: ClassroomPairingEntity, id: input.classroomPairing, field: 'classroomPairing' };
    return this.#records.actOn('classroomPairingEnd', input, about, async (_, { startsOn }) => ({
      refusals: earliestRefusals(input.endsOn, 'endsOn', startsOn),
      changes: { endsOn: input.endsOn },
    }));
  }

  declareShortage(input: ShortageInput): Promise<Outcome<ShortageRefusal>> {
    return this.#records.actFor('subjectShortageDeclare', input, async (desk, school) => {
      const required = await desk.listBy(RequiredSubjectEntity, {});
      const known = required
        .filter(({ validFrom, validTo }) => validFrom <= desk.today && (validTo === null || desk.today < validTo))
        .filter(({ gradeFrom, gradeTo }) => gradeFrom <= input.grade && input.grade <= gradeTo)
        .map(({ subject }) => subject);
      const refusals: ShortageRefusal[] = [
        ...rangeRefusals(input.grade, 'grade', GRADES),
        ...rangeRefusals(input.schoolYear, 'schoolYear', YEARS),
        ...textRefusals(input.reason, 'reason', REASON_LONGEST),
        ...(known.includes(input.subject) ? [] : [refuse('CodeUnknown', 'subject', { known })]),
      ];
      if (refusals.length > 0) return { id: null, refusals };

      const { schoolYear, grade, subject, reason } = input;
      const shortage = { ...placeOf(school), id: desk.newId(), schoolYear, grade, subject, reason, version: 1 };
      if (await desk.insert(SubjectShortageEntity, shortage)) return { id: shortage.id, refusals };
      return { id: null, refusals: [refuse('RecordExists', 'subject', { existing: null })] };
    });
  }
}

function agreeRefusals(input: AgreeInput): AgreeRefusal[] {
  const own = input.receivers.indexOf(input.leadSchool);
  const isEmpty = input.receivers.length === 0;
  return [
    ...(own >= 0 ? [refuse('ReceiverIsLead', `receivers.${own}`, { school: input.leadSchool })] : []),
    ...(isEmpty ? [refuse('ValueOutOfRange', 'receivers', { least: '1', greatest: '50' })] : []),
    ...rangeRefusals(input.weeklySessions, 'weeklySessions', WEEKLY),
    ...(input.subjects.length === 0 ? [refuse('TextUnfit', 'subjects', { longest: SUBJECT_LONGEST })] : []),
    ...input.subjects.flatMap((subject, at) => textRefusals(subject, `subjects.${at}`, SUBJECT_LONGEST)),
    ...(input.endsOn ? earliestRefusals(input.endsOn, 'endsOn', input.startsOn) : []),
  ];
}

/** The schools of these ids, each once, as far as the caller may see them. */
async function schoolsOf(desk: Desk, ids: readonly string[]) {
  const asked = [...new Set(ids)];
  const schools = await desk.listSchools(asked.flatMap((id) => desk.idOf(id, 'receivers') ?? []));
  const found = new Set(schools.map(({ countyCode, id }) => `${countyCode}.${id}`));
  const refusals = asked
    .filter((id) => !found.has(id))
    .map((id) => refuse('RecordNotFound', `receivers.${ids.indexOf(id)}`, {}));
  return { schools, refusals };
}
