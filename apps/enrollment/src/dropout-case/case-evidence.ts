import type { SettingsOf } from '@bureau/settings';
import type { Reader } from '@bureau/subgraph';
import { addDays } from '@bureau/calendar';
import { AttendanceRepository } from '../attendance/attendance.repository.ts';
import { CaseActionRepository } from '../case-action/case-action.repository.ts';
import { DropoutRegistrationRepository } from '../dropout-registration/dropout-registration.repository.ts';
import { LegalDocumentRepository } from '../legal-document/legal-document.repository.ts';
import type { DropoutCase } from './dropout-case.entity.ts';
import type { DropoutStage } from './dropout-case.rules.ts';
import type { caseSettings } from './dropout-case.settings.ts';
import { advanceNeeds, closingNeeds, returnChecks } from './dropout-needs.rules.ts';
import type { CaseNeed } from './dropout-stage.rules.ts';

type Settings = SettingsOf<typeof caseSettings>;

/** What the papers, the log and the roll-calls say about a case. */
export class CaseEvidence {
  readonly #reader: Reader;
  readonly #today: string;

  constructor(reader: Reader, today: string) {
    this.#reader = reader;
    this.#today = today;
  }

  async advanceNeeds({ countyCode, id }: DropoutCase, to: DropoutStage, settings: Settings): Promise<CaseNeed[]> {
    const registrations = await new DropoutRegistrationRepository(this.#reader).listOfCases(countyCode, [id]);
    return advanceNeeds(to, {
      persuasions: await new CaseActionRepository(this.#reader).countPersuasions(countyCode, id),
      hasRegistration: registrations.length > 0,
      papers: await new LegalDocumentRepository(this.#reader).listOfCases(countyCode, [id]),
      today: this.#today,
      persuasionAttempts: settings['case.persuasionAttempts'],
    });
  }

  async closingNeeds(
    { countyCode, studentId, stage, returnedOn }: DropoutCase,
    settings: Settings,
  ): Promise<CaseNeed[]> {
    const attendance = new AttendanceRepository(this.#reader);
    const [streak] = await attendance.listStreaks(countyCode, [studentId], this.#today);
    const since = returnedOn ?? this.#today;
    const called = await attendance.listCalledDays(countyCode, [studentId], {
      after: addDays(since, -1),
      upTo: this.#today,
    });
    const days = { checkDays: settings['return.checkDays'], today: this.#today };
    return closingNeeds({
      stage,
      returnedOn,
      checks: returnedOn === null ? [] : returnChecks(returnedOn, called, days),
      stableDays: settings['closure.stableDays'],
      absentDays: streak?.days ?? 0,
      today: this.#today,
    });
  }
}
