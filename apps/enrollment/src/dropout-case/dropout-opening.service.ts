import { settingsOn } from '@bureau/settings';
import { idInCounty, newId, once, readerOf, type Reader, type RequestContext } from '@bureau/subgraph';
import { SchoolAlertRepository } from '../school-alert/school-alert.repository.ts';
import { StudentRepository } from '../student/student.repository.ts';
import type { Discovery, DropoutCase } from './dropout-case.entity.ts';
import { DropoutCaseRepository } from './dropout-case.repository.ts';
import { DropoutStandingRepository } from './dropout-standing.repository.ts';
import { BULLYING_REASON, isOpen, type OpeningRefusal, openingRefusals } from './dropout-case.rules.ts';
import type { Outcome } from './dropout-case.service.ts';
import { caseSettings } from './dropout-case.settings.ts';
import { openedCase } from './opened-case.ts';

export interface OpeningInput {
  student: string;
  lastSeenOn: string;
  reasonCode: string;
  discoveredBy?: Discovery;
  idempotencyKey?: string | null;
}

/** Opens cases, and raises the alert of a school where bullying is the reason. */
export class DropoutOpeningService {
  readonly #request: RequestContext;
  readonly #today: string;

  constructor(request: RequestContext, today: string) {
    this.#request = request;
    this.#today = today;
  }

  /** Opens a case about a child that the caller may see. */
  open(input: OpeningInput): Promise<Outcome<OpeningRefusal>> {
    const { actor, session } = this.#request;
    const { county } = actor.scope;
    const studentId = idInCounty(input.student, county, 'input.student');
    return session.transaction((manager) =>
      once(manager, actor, { operation: 'dropoutCaseOpen', key: input.idempotencyKey, input }, async () => {
        const reader = readerOf(manager);
        const cases = new DropoutCaseRepository(reader);
        const student = studentId ? await new StudentRepository(reader).findForUpdate(county, studentId) : null;
        if (!student) return { dropoutCaseId: null, refusals: [{ kind: 'StudentNotFound' }] };

        const standing = (await cases.listOfStudents(county, [student.id])).find(({ stage }) => isOpen(stage));
        const facts = {
          rollStatus: student.rollStatus,
          openCaseId: standing?.id ?? null,
          knownReasons: await cases.listReasonCodes(county, this.#today),
          today: this.#today,
        };
        const refusals = openingRefusals(input, facts);
        if (refusals.length > 0) return { dropoutCaseId: null, refusals };

        const { lastSeenOn, reasonCode, discoveredBy = 'SCHOOL_REPORT' } = input;
        const settings = await settingsOn(reader, { county, day: this.#today, catalogue: caseSettings });
        const opened = openedCase({
          student,
          stage: 'SUSPECTED',
          today: this.#today,
          lastSeenOn,
          reasonCode,
          discoveredBy,
          stageDays: settings['case.stageDays'],
        });
        const [openedId] = await new DropoutStandingRepository(reader).insertUnlessStanding([opened]);
        if (!openedId)
          return { dropoutCaseId: null, refusals: [{ kind: 'DropoutCaseAlreadyOpen', dropoutCaseId: null }] };
        await raiseBullyingAlert(reader, opened, this.#today);
        return { dropoutCaseId: opened.id, refusals };
      }),
    );
  }
}

/** R04 alerts the school; every other reason does nothing. */
export async function raiseBullyingAlert(reader: Reader, dropoutCase: DropoutCase, today: string): Promise<void> {
  if (dropoutCase.reasonCode !== BULLYING_REASON) return;
  const { countyCode, id: dropoutCaseId, schoolId, classId, townshipCode } = dropoutCase;
  await new SchoolAlertRepository(reader).insert({
    countyCode,
    id: newId(),
    kind: 'BULLYING',
    schoolId,
    classId,
    townshipCode,
    dropoutCaseId,
    raisedOn: today,
    answeredOn: null,
    answer: null,
    version: 1,
  });
}
