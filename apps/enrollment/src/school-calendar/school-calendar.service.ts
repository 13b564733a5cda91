import type { Season } from '@bureau/calendar';
import { workingCalendarOf } from '@bureau/settings';
import { once, readerOf, type RequestContext } from '@bureau/subgraph';
import { SchoolCalendarRepository } from './school-calendar.repository.ts';
import { schoolDaysOf, type TermAsked, type TermRefusal, termRefusals } from './school-calendar.rules.ts';
import type { SchoolTerm } from './school-term.entity.ts';

export interface TermInput extends TermAsked {
  season: Season;
  document: string;
  idempotencyKey?: string | null;
}

export interface TermOutcome {
  schoolDays: number;
  refusals: TermRefusal[];
}

export class SchoolCalendarService {
  readonly #request: RequestContext;
  readonly #repository: SchoolCalendarRepository;

  constructor(request: RequestContext) {
    this.#request = request;
    this.#repository = new SchoolCalendarRepository(request.session);
  }

  listTerms(schoolYear: number): Promise<SchoolTerm[]> {
    return this.#repository.listTerms(this.#request.actor.scope.county, schoolYear);
  }

  listDays({ startsOn, endsOn }: { startsOn: string; endsOn: string }): Promise<string[]> {
    return this.#repository.listDays(this.#request.actor.scope.county, startsOn, endsOn);
  }

  /** Sets a term and its school days (校历). */
  setTerm(input: TermInput): Promise<TermOutcome> {
    const { actor, session } = this.#request;
    const { county: countyCode } = actor.scope;
    return session.transaction((manager) =>
      once(manager, actor, { operation: 'schoolTermSet', key: input.idempotencyKey, input }, async () => {
        const refusals = termRefusals(input);
        if (refusals.length > 0) return { schoolDays: 0, refusals };
        const reader = readerOf(manager);
        const days = schoolDaysOf(input, await workingCalendarOf(reader, countyCode));
        const { schoolYear, season, startsOn, endsOn, document } = input;
        const term = { countyCode, schoolYear, season, startsOn, endsOn, document };
        await new SchoolCalendarRepository(reader).replace(term, days);
        return { schoolDays: days.length, refusals };
      }),
    );
  }
}
