import { addDays } from '@bureau/calendar';
import { settingsOn } from '@bureau/settings';
import { manyByKey, type RequestContext } from '@bureau/subgraph';
import { AttendanceRepository, type CalledDay } from '../attendance/attendance.repository.ts';
import type { DropoutCase } from './dropout-case.entity.ts';
import { caseSettings } from './dropout-case.settings.ts';
import { type ReturnCheck, returnChecks } from './dropout-needs.rules.ts';

/** What the roll-calls say about children who came back. */
export class ReturnCheckService {
  readonly #today: string;
  readonly #called;
  readonly #settings: () => Promise<readonly number[]>;

  constructor({ session, actor }: RequestContext, today: string) {
    const { county } = actor.scope;
    const attendance = new AttendanceRepository(session);
    let checkDays: Promise<readonly number[]> | undefined;
    this.#today = today;
    this.#settings = () =>
      (checkDays ??= settingsOn(session, { county, day: today, catalogue: caseSettings }).then(
        (settings) => settings['return.checkDays'],
      ));
    this.#called = manyByKey<CalledDay>(
      (ids) => attendance.listCalledDays(county, ids, { after: addDays(today, -400), upTo: today }),
      ({ studentId }) => studentId,
    );
  }

  async checksOf({ studentId, returnedOn }: DropoutCase): Promise<ReturnCheck[]> {
    if (returnedOn === null) return [];
    const [checkDays, called] = await Promise.all([this.#settings(), this.#called.load(studentId)]);
    return returnChecks(returnedOn, called, { checkDays, today: this.#today });
  }
}
