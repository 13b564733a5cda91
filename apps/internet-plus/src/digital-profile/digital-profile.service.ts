import { Connection, oneByKey, type PageArguments, type RequestContext } from '@bureau/subgraph';
import { schoolYearWindow } from '../roster/school-year-window.rules.ts';
import {
  DIGITAL_PROFILE_ORDERS,
  type DigitalProfileCriteria,
  type DigitalProfileGroup,
  type DigitalProfileGrouping,
  DigitalProfileRepository,
} from './digital-profile.repository.ts';
import type { SchoolDigitalProfile } from './school-digital-profile.entity.ts';

export type DigitalProfileConnection = Connection<SchoolDigitalProfile>;

/** The conditions as a caller gives them. */
export interface DigitalProfileConditions extends Omit<DigitalProfileCriteria, 'year'> {
  schoolYear: number;
}

interface SchoolInYear {
  schoolYear: number;
  schoolId: string;
}

const keyOf = ({ schoolYear, schoolId }: SchoolInYear) => `${schoolYear}/${schoolId}`;
const placeOf = (key: string): SchoolInYear => ({ schoolYear: Number(key.slice(0, 4)), schoolId: key.slice(5) });

export class DigitalProfileService {
  readonly #request: RequestContext;
  readonly #today: string;
  readonly #repository: DigitalProfileRepository;
  readonly #ofSchool;

  constructor(request: RequestContext, today: string) {
    const repository = new DigitalProfileRepository(request.session);
    const { county } = request.actor.scope;
    this.#request = request;
    this.#today = today;
    this.#repository = repository;
    this.#ofSchool = oneByKey((keys) => {
      const places = keys.map(placeOf);
      const years = [...new Set(places.map(({ schoolYear }) => schoolYear))];
      return repository.listOfSchools(county, years, [...new Set(places.map(({ schoolId }) => schoolId))]);
    }, keyOf);
  }

  /** Null when the school was not surveyed in the year. */
  findOfSchool(schoolId: string, schoolYear: number): Promise<SchoolDigitalProfile | null> {
    return this.#ofSchool.load(keyOf({ schoolYear, schoolId }));
  }

  list(
    conditions: DigitalProfileConditions,
    order: keyof typeof DIGITAL_PROFILE_ORDERS,
    page: PageArguments,
  ): DigitalProfileConnection {
    const { session, actor } = this.#request;
    const rows = this.#repository.matching(actor.scope.county, this.#criteriaOf(conditions));
    return new Connection({ reader: session, order: DIGITAL_PROFILE_ORDERS[order], page, rows });
  }

  countGroups(conditions: DigitalProfileConditions, grouping: DigitalProfileGrouping): Promise<DigitalProfileGroup[]> {
    const { county } = this.#request.actor.scope;
    return this.#repository.countGroups(county, this.#criteriaOf(conditions), grouping);
  }

  #criteriaOf({ schoolYear, ...conditions }: DigitalProfileConditions): DigitalProfileCriteria {
    return { ...conditions, year: schoolYearWindow(schoolYear, this.#today) };
  }
}
