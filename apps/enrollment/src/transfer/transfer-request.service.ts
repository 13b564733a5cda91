import { settingsOn } from '@bureau/settings';
import { idInCounty, newId, once, type Reader, readerOf, type RequestContext } from '@bureau/subgraph';
import { orMissingYear, rollTermsOn } from '../roll-movement/roll-terms.repository.ts';
import type { Broken } from '../rule-broken/rule-broken.rules.ts';
import { SchoolMentionRepository } from '../school/school-mention.repository.ts';
import type { Student } from '../student/student.entity.ts';
import { StudentRepository } from '../student/student.repository.ts';
import type { Transfer } from './transfer.entity.ts';
import { TransferRepository } from './transfer.repository.ts';
import { comesIn, goesOut, stepDueOn, type TransferKind } from './transfer.rules.ts';
import { type RequestCode, requestRefusals } from './transfer-request.rules.ts';
import { transferSettings } from './transfer.settings.ts';

export interface TransferRequestInput {
  student: string;
  version: number;
  kind: TransferKind;
  toSchool?: string | null;
  otherSchool?: string | null;
  otherCounty?: string | null;
  reason: string;
  idempotencyKey?: string | null;
}

export interface TransferOutcome<Code extends string> {
  transferId: string | null;
  refusals: Broken<Code | 'HOLIDAY_YEAR_MISSING'>[];
}

/** A family asks for another school (转学申请); the school that the child is at, or the bureau, enters it. */
export class TransferRequestService {
  readonly #request: RequestContext;
  readonly #today: string;

  constructor(request: RequestContext, today: string) {
    this.#request = request;
    this.#today = today;
  }

  ask(input: TransferRequestInput): Promise<TransferOutcome<RequestCode>> {
    const { actor, session } = this.#request;
    const { county } = actor.scope;
    const studentId = idInCounty(input.student, county, 'input.student');
    const toSchoolId = input.toSchool ? idInCounty(input.toSchool, county, 'input.toSchool') : null;
    return session.transaction((manager) =>
      once(manager, actor, { operation: 'transferRequest', key: input.idempotencyKey, input }, () =>
        this.#askOnce(readerOf(manager), input, { studentId, toSchoolId }),
      ),
    );
  }

  async #askOnce(
    reader: Reader,
    input: TransferRequestInput,
    { studentId, toSchoolId }: { studentId: string | null; toSchoolId: string | null },
  ): Promise<TransferOutcome<RequestCode>> {
    const { actor } = this.#request;
    const { county } = actor.scope;
    const student = studentId ? await new StudentRepository(reader).findForUpdate(county, studentId) : null;
    if (!student) return refused({ code: 'STUDENT_NOT_FOUND', field: 'student' });

    const transfers = new TransferRepository(reader);
    const today = this.#today;
    const settings = await settingsOn(reader, { county, day: today, catalogue: transferSettings });
    const schools = toSchoolId ? await new SchoolMentionRepository(reader).list(county, [toSchoolId]) : [];
    const isSchoolOpen = schools.some(({ closesOn }) => closesOn === null || closesOn > today);
    const hasOpen = (await transfers.listOfStudents(county, [student.id])).some(({ endedOn }) => endedOn === null);
    const refusals = requestRefusals({ ...input, toSchoolId }, { student, hasOpen, isSchoolOpen, today, settings });
    if (refusals.length > 0) return { transferId: null, refusals };

    const route = settings['transfer.routes'][input.kind];
    const { calendar } = await rollTermsOn(reader, county, today);
    const due = orMissingYear(() => stepDueOn(route, 0, today, calendar));
    if ('missingYear' in due) return refused({ code: 'HOLIDAY_YEAR_MISSING', field: '', limit: due.missingYear });

    const transfer = requested(input, student, {
      ...{ countyCode: county, id: newId(), toSchoolId, route },
      ...{ stepDueOn: due.found, requestedOn: today, requestedBy: actor.subject },
    });
    if (!(await transfers.insertUnlessOneIsOpen(transfer))) return refused({ code: 'TRANSFER_OPEN', field: 'student' });
    const step = {
      countyCode: county,
      id: newId(),
      transferId: transfer.id,
      takenBy: actor.subject,
      takenOn: today,
    };
    await transfers.insertStep({ ...step, code: 'REQUEST', act: 'REQUEST', dueOn: null, reason: input.reason });
    return { transferId: transfer.id, refusals };
  }
}

const refused = (refusal: Broken<RequestCode | 'HOLIDAY_YEAR_MISSING'>): TransferOutcome<RequestCode> => ({
  transferId: null,
  refusals: [refusal],
});

type Given = Pick<Transfer, 'countyCode' | 'id' | 'toSchoolId' | 'route' | 'stepDueOn' | 'requestedOn' | 'requestedBy'>;

/** A transfer as it is asked for. */
function requested(input: TransferRequestInput, student: Student, given: Given): Transfer {
  const { kind, otherSchool = null, otherCounty = null, reason } = input;
  return {
    ...given,
    ...{ kind, otherSchool, otherCounty, reason },
    studentId: student.id,
    studentName: student.name,
    stage: student.stage,
    entryYear: student.entryYear,
    status: 'IN_PROGRESS',
    fromSchoolId: comesIn(kind) ? null : student.schoolId,
    toSchoolId: goesOut(kind) ? null : given.toSchoolId,
    toClassId: null,
    position: 0,
    lastStep: null,
    waitsSince: given.requestedOn,
    endedOn: null,
    movedOn: null,
    version: 1,
  };
}
