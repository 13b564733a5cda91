import { schoolYearOf, schoolYearStartsOn } from '@bureau/calendar';
import { settingsOn } from '@bureau/settings';
import { newId, once, readerOf, type Reader, type RequestContext } from '@bureau/subgraph';
import { absenceSettings } from '../attendance/attendance.settings.ts';
import { IndicatorMembersRepository } from './indicator-members.repository.ts';
import type { IndicatorSnapshot } from './indicator-snapshot.entity.ts';
import { IndicatorSnapshotRepository } from './indicator-snapshot.repository.ts';
import {
  INDICATOR_CODES,
  type IndicatorCode,
  type IndicatorMember,
  type IndicatorValue,
  valueOf,
} from './indicator.rules.ts';

export interface Indicator extends IndicatorValue {
  code: IndicatorCode;
  asOf: string;
  members: IndicatorMember[];
}

export interface FreezeInput {
  codes?: readonly IndicatorCode[] | null;
  asOf: string;
  idempotencyKey?: string | null;
}

export class IndicatorService {
  readonly #request: RequestContext;
  readonly #today: string;
  readonly #now: Date;

  constructor(request: RequestContext, { today, now }: { today: string; now: Date }) {
    this.#request = request;
    this.#today = today;
    this.#now = now;
  }

  /** A figure as it is known now of a day, with all that is behind it. */
  find(code: IndicatorCode, asOf: string): Promise<Indicator> {
    return this.#compute(this.#request.session, code, asOf);
  }

  listSnapshots(asOf: string | null): Promise<IndicatorSnapshot[]> {
    return new IndicatorSnapshotRepository(this.#request.session).list(this.#request.actor.scope.county, asOf);
  }

  /** Freezes figures: what is published does not change. Null when the day has not come. */
  freeze(input: FreezeInput): Promise<{ snapshotIds: string[]; refusals: { kind: 'DayInFuture'; today: string }[] }> {
    const { actor, session } = this.#request;
    return session.transaction((manager) =>
      once(manager, actor, { operation: 'indicatorsFreeze', key: input.idempotencyKey, input }, async () => {
        if (input.asOf > this.#today)
          return { snapshotIds: [], refusals: [{ kind: 'DayInFuture', today: this.#today }] };
        const reader = readerOf(manager);
        const snapshots: IndicatorSnapshot[] = [];
        for (const code of input.codes ?? INDICATOR_CODES) {
          const figure = await this.#compute(reader, code, input.asOf);
          const frozen = { countyCode: actor.scope.county, id: newId(), frozenBy: actor.subject, frozenAt: this.#now };
          snapshots.push({ ...figure, ...frozen });
        }
        await new IndicatorSnapshotRepository(reader).insert(snapshots);
        return { snapshotIds: snapshots.map(({ id }) => id), refusals: [] };
      }),
    );
  }

  async #compute(reader: Reader, code: IndicatorCode, asOf: string): Promise<Indicator> {
    const { county } = this.#request.actor.scope;
    const schoolYear = schoolYearOf(asOf);
    const settings = await settingsOn(reader, { county, day: asOf, catalogue: absenceSettings });
    const members = await new IndicatorMembersRepository(reader).list(county, code, {
      asOf,
      schoolYear,
      yearStartsOn: schoolYearStartsOn(schoolYear),
      dropoutDays: settings['absence.dropoutDays'],
    });
    return { code, asOf, members, ...valueOf(code, members) };
  }
}
