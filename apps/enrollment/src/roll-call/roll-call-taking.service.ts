import { idInCounty, newId, once, readerOf, type Reader, type RequestContext } from '@bureau/subgraph';
import {
  type AbsenceKind,
  type CorrectionRefusal,
  correctionRefusals,
  type RollCallRefusal,
  rollCallRefusals,
} from '../attendance/absence.rules.ts';
import { AttendanceRepository } from '../attendance/attendance.repository.ts';
import type { RollCall } from '../attendance/roll-call.entity.ts';
import { SchoolCalendarRepository } from '../school-calendar/school-calendar.repository.ts';
import { SchoolClassRepository } from '../school-class/school-class.repository.ts';
import { SchoolRepository } from '../school/school.repository.ts';
import { AbsenceWatch } from './absence-watch.ts';

interface MarkInput {
  student: string;
  kind: AbsenceKind;
  note?: string | null;
}

export interface RollCallInput {
  schoolClass: string;
  day: string;
  present: number;
  absences: readonly MarkInput[];
  idempotencyKey?: string | null;
}

export interface CorrectionInput {
  rollCall: string;
  version: number;
  absences: readonly MarkInput[];
  reason: string;
  idempotencyKey?: string | null;
}

export interface RollCallOutcome<Refusal> {
  rollCallId: string | null;
  refusals: Refusal[];
}

/** Takes roll-calls, and corrects them. */
export class RollCallTakingService {
  readonly #request: RequestContext;
  readonly #today: string;
  readonly #now: Date;

  constructor(request: RequestContext, { today, now }: { today: string; now: Date }) {
    this.#request = request;
    this.#today = today;
    this.#now = now;
  }

  /** Takes the roll-call of a class on a day. */
  record(input: RollCallInput): Promise<RollCallOutcome<RollCallRefusal>> {
    const { actor, session } = this.#request;
    const { county } = actor.scope;
    const classId = idInCounty(input.schoolClass, county, 'input.schoolClass');
    return session.transaction((manager) =>
      once(manager, actor, { operation: 'rollCallRecord', key: input.idempotencyKey, input }, async () => {
        const reader = readerOf(manager);
        const attendance = new AttendanceRepository(reader);
        const [called] = classId ? await new SchoolClassRepository(reader).listByIds(county, [classId]) : [];
        const [school] = called ? await new SchoolRepository(reader).listByIds(county, [called.schoolId]) : [];
        if (!called || !school) return { rollCallId: null, refusals: [{ kind: 'RollCallClassUnknown' }] };

        const members = await attendance.listMembers(county, called.id);
        const marks = input.absences.map(({ student, ...mark }) => ({ ...mark, studentId: this.#childOf(student) }));
        const refusals = rollCallRefusals(
          { ...input, marks },
          {
            today: this.#today,
            isSchoolDay: await new SchoolCalendarRepository(reader).isSchoolDay(county, input.day),
            memberIds: members.map(({ id }) => id),
            version: (await attendance.findRollCall(county, called.id, input.day))?.version ?? null,
          },
        );
        if (refusals.length > 0) return { rollCallId: null, refusals };
        const rollCall: RollCall = {
          countyCode: county,
          id: newId(),
          classId: called.id,
          schoolId: school.id,
          townshipCode: school.townshipCode,
          day: input.day,
          expected: members.length,
          takenBy: actor.subject,
          takenAt: this.#now,
          version: 1,
        };
        const isFirst = await attendance.insertRollCall(rollCall);
        if (!isFirst) return { rollCallId: null, refusals: [{ kind: 'RollCallTaken', version: 1 }] };
        await attendance.insertAbsences(marks.map((mark) => this.#absence(rollCall, mark)));
        await this.#follow(reader, rollCall, members);
        return { rollCallId: rollCall.id, refusals };
      }),
    );
  }

  /** Says anew what a roll-call says of children; what it said stays on record. */
  correct(input: CorrectionInput): Promise<RollCallOutcome<CorrectionRefusal>> {
    const { actor, session } = this.#request;
    const { county } = actor.scope;
    const id = idInCounty(input.rollCall, county, 'input.rollCall');
    return session.transaction((manager) =>
      once(manager, actor, { operation: 'rollCallCorrect', key: input.idempotencyKey, input }, async () => {
        const reader = readerOf(manager);
        const attendance = new AttendanceRepository(reader);
        const rollCall = id ? await attendance.findRollCallForUpdate(county, id) : null;
        if (!rollCall) return { rollCallId: null, refusals: [{ kind: 'RollCallUnknown' }] };
        const members = await attendance.listMembers(county, rollCall.classId);
        const marks = input.absences.map(({ student, ...mark }) => ({ ...mark, studentId: this.#childOf(student) }));
        const memberIds = members.map((member) => member.id);
        const refusals = correctionRefusals({ ...input, marks }, { version: rollCall.version, memberIds });
        if (refusals.length > 0) return { rollCallId: rollCall.id, refusals };
        await attendance.supersede(
          rollCall,
          marks.flatMap(({ studentId }) => studentId ?? []),
          this.#now,
        );
        const reasoned = marks.map((mark) => ({ ...mark, note: mark.note ?? input.reason }));
        await attendance.insertAbsences(reasoned.map((mark) => this.#absence(rollCall, mark)));
        await this.#follow(reader, rollCall, members);
        return { rollCallId: rollCall.id, refusals };
      }),
    );
  }

  #childOf(globalId: string): string | null {
    return idInCounty(globalId, this.#request.actor.scope.county, 'input.absences');
  }

  async #follow(reader: Reader, rollCall: RollCall, members: { id: string; townshipCode: string }[]): Promise<void> {
    const by = this.#request.actor.subject;
    await new AbsenceWatch(reader).follow({ ...rollCall, members, by, at: this.#now });
  }

  #absence(rollCall: RollCall, mark: { studentId: string | null; kind: AbsenceKind; note?: string | null }) {
    const { countyCode, id: rollCallId, classId, schoolId, townshipCode, day } = rollCall;
    return {
      ...{ countyCode, rollCallId, classId, schoolId, townshipCode, day },
      studentId: mark.studentId ?? '',
      kind: mark.kind,
      note: mark.note ?? null,
      recordedBy: this.#request.actor.subject,
      recordedAt: this.#now,
    };
  }
}
