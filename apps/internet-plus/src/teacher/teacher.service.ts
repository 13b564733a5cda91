import { placeOf } from '../record/desk.repository.ts';
import type { Outcome, RecordService } from '../record/record.service.ts';
import { type ChangeRefusal, type Refusal, refuse } from '../refusal/refusal.rules.ts';
import { TeacherEntity } from './teacher.entity.ts';
import { teacherRefusals } from './teacher.rules.ts';
import type { TeacherRole } from './teacher-terms.rules.ts';

export interface EnrolInput {
  school: string;
  name: string;
  role: TeacherRole;
  subject: string;
  startsOn: string;
  idempotencyKey?: string | null;
}

export interface LeaveInput {
  teacher: string;
  leftOn: string;
  version: number;
  idempotencyKey?: string | null;
}

/** Who teaches where. */
export class TeacherService {
  readonly #records: RecordService;

  constructor(records: RecordService) {
    this.#records = records;
  }

  enrol(input: EnrolInput): Promise<Outcome<Refusal<'RecordNotFound' | 'TextUnfit' | 'DayTooLate'>>> {
    return this.#records.actFor('teacherEnrol', input, async (desk, school) => {
      const refusals = teacherRefusals(input, desk.today);
      if (refusals.length > 0) return { id: null, refusals };
      const { name, role, subject, startsOn } = input;
      const teacher = { ...placeOf(school), id: desk.newId(), name, role, subject, startsOn, leftOn: null, version: 1 };
      await desk.insert(TeacherEntity, teacher);
      return { id: teacher.id, refusals };
    });
  }

  leave(input: LeaveInput): Promise<Outcome<ChangeRefusal | Refusal<'DayTooEarly' | 'ActOutOfOrder'>>> {
    const about = { entity: TeacherEntity, id: input.teacher, field: 'teacher' };
    return this.#records.actOn('teacherLeave', input, about, async (_, { leftOn, startsOn }) => ({
      refusals: [
        ...(leftOn === null ? [] : [refuse('ActOutOfOrder', '', { state: 'LEFT', acts: [] })]),
        ...(input.leftOn > startsOn ? [] : [refuse('DayTooEarly', 'leftOn', { earliest: startsOn })]),
      ],
      changes: { leftOn: input.leftOn },
    }));
  }
}
