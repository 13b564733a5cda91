import { settingsOn } from '@bureau/settings';
import { once, readerOf, type Reader, type RequestContext } from '@bureau/subgraph';
import { AttendanceRepository } from '../attendance/attendance.repository.ts';
import { DropoutStandingRepository } from '../dropout-case/dropout-standing.repository.ts';
import { caseSettings } from '../dropout-case/dropout-case.settings.ts';
import { openedCase } from '../dropout-case/opened-case.ts';
import { arrivalDay, isMissing, missingReason } from './arrival.rules.ts';
import type { HandoverItem } from './handover-item.entity.ts';
import { HandoverItemRepository } from './handover-item.repository.ts';
import { HandoverRepository } from './handover.repository.ts';
import type { HandoverAct } from './handover.rules.ts';
import { handoverSettings } from './handover.settings.ts';
import { recordHandoverItems } from './record-handover-items.ts';

export interface ArrivalCheck {
  arrived: string[];
  missing: string[];
}

const AWAITED = ['SENT', 'RECEIVED', 'ACKNOWLEDGED', 'NOT_ARRIVED', 'CASE_OPENED'] as const;
/** The roll-calls of so many days are looked through. */
const LOOK_BACK = '1900-01-01';

/** Looks for the children handed over in the roll-calls of their new schools. */
export class ArrivalCheckService {
  readonly #request: RequestContext;
  readonly #today: string;
  readonly #now: Date;

  constructor(request: RequestContext, { today, now }: { today: string; now: Date }) {
    this.#request = request;
    this.#today = today;
    this.#now = now;
  }

  /** Who was in class has arrived; who was not by the last day is missing, and a case names both schools. */
  check(idempotencyKey: string | null): Promise<ArrivalCheck> {
    const { actor, session } = this.#request;
    const { county } = actor.scope;
    return session.transaction((manager) =>
      once(manager, actor, { operation: 'handoverArrivalsCheck', key: idempotencyKey, input: {} }, async () => {
        const reader = readerOf(manager);
        const items = await new HandoverItemRepository(reader).listAwaitedForUpdate(county, AWAITED);
        if (items.length === 0) return { arrived: [], missing: [] };
        const { arrived, missing } = await this.#sort(reader, items);
        await this.#write(reader, 'RECORD_ARRIVAL', arrived);
        const opened = await this.#openCases(reader, missing);
        await this.#write(reader, 'OPEN_CASE', opened);
        return { arrived: arrived.map(({ id }) => id), missing: opened.map(({ id }) => id) };
      }),
    );
  }

  async #sort(reader: Reader, items: readonly HandoverItem[]) {
    const { county } = this.#request.actor.scope;
    const calendar = await settingsOn(reader, { county, day: this.#today, catalogue: handoverSettings });
    const packets = await new HandoverRepository(reader).listByIds(
      county,
      items.map(({ handoverId }) => handoverId),
    );
    const years = new Map(packets.map(({ id, schoolYear }) => [id, schoolYear]));
    const called = await new AttendanceRepository(reader).listCalledDays(
      county,
      items.map(({ studentId }) => studentId),
      { after: LOOK_BACK, upTo: this.#today },
    );
    const ofChild = Map.groupBy(called, ({ studentId }) => studentId);
    const arrived: HandoverItem[] = [];
    const missing: HandoverItem[] = [];
    for (const item of items) {
      const arrivedOn = arrivalDay(item, ofChild.get(item.studentId) ?? []);
      const isAcknowledged = item.state !== 'SENT' && item.state !== 'RECEIVED';
      if (arrivedOn !== null && isAcknowledged) arrived.push({ ...item, state: 'ARRIVED', arrivedOn });
      const isLost = arrivedOn === null && item.state !== 'CASE_OPENED';
      if (isLost && isMissing(item, years.get(item.handoverId) ?? 0, { today: this.#today, calendar }))
        missing.push(item);
    }
    return { arrived, missing };
  }

  /** One case a child; where one stands already, the item names that. */
  async #openCases(reader: Reader, missing: readonly HandoverItem[]): Promise<HandoverItem[]> {
    const { county } = this.#request.actor.scope;
    const cases = new DropoutStandingRepository(reader);
    const settings = await settingsOn(reader, { county, day: this.#today, catalogue: caseSettings });
    const opened = missing.map((item) =>
      openedCase({
        student: {
          ...item,
          id: item.studentId,
          schoolId: item.toSchoolId ?? item.fromSchoolId,
          classId: item.fromClassId,
        },
        stage: 'SUSPECTED',
        today: this.#today,
        lastSeenOn: item.sentOn ?? this.#today,
        reasonCode: missingReason(item.kind),
        discoveredBy: 'HANDOVER_NOT_ARRIVED',
        formerSchoolId: item.fromSchoolId,
        stageDays: settings['case.stageDays'],
      }),
    );
    await cases.insertUnlessStanding(opened);
    const standing = await cases.listStandingForUpdate(
      county,
      missing.map(({ studentId }) => studentId),
    );
    const idOfChild = new Map(standing.map(({ id, studentId }) => [studentId, id]));
    return missing.flatMap((item) => {
      const dropoutCaseId = idOfChild.get(item.studentId);
      return dropoutCaseId ? [{ ...item, state: 'CASE_OPENED' as const, dropoutCaseId }] : [];
    });
  }

  async #write(reader: Reader, act: HandoverAct, items: readonly HandoverItem[]): Promise<void> {
    const step = { act, note: null, takenBy: this.#request.actor.subject, takenAt: this.#now };
    await new HandoverItemRepository(reader).writeStep(items, step);
    await reader.read((manager) => recordHandoverItems(manager, items, this.#now));
  }
}
