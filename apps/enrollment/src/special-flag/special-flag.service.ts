import { idInCounty, manyByKey, newId, once, readerOf, type RequestContext } from '@bureau/subgraph';
import { StudentRepository } from '../student/student.repository.ts';
import { type ChildCategory, SpecialFlagRepository } from './special-flag.repository.ts';
import { type FlagRefusal, flagRefusals, type SpecialCategory } from './special-flag.rules.ts';

export interface FlagInput {
  student: string;
  category: SpecialCategory;
  idempotencyKey?: string | null;
}

export interface FlagOutcome {
  studentId: string | null;
  refusals: FlagRefusal[];
}

export class SpecialFlagService {
  readonly #request: RequestContext;
  readonly #today: string;
  readonly #categories;

  constructor(request: RequestContext, today: string) {
    const repository = new SpecialFlagRepository(request.session);
    this.#request = request;
    this.#today = today;
    this.#categories = manyByKey<ChildCategory>(
      (ids) => repository.listCategories(request.actor.scope.county, ids),
      ({ studentId }) => studentId,
    );
  }

  async categoriesOf(studentId: string): Promise<SpecialCategory[]> {
    return (await this.#categories.load(studentId)).map(({ category }) => category);
  }

  /** The school says that a child needs attention when it changes schools. */
  record(input: FlagInput): Promise<FlagOutcome> {
    const { actor, session } = this.#request;
    const { county } = actor.scope;
    const id = idInCounty(input.student, county, 'input.student');
    this.#categories.clearAll();
    return session.transaction((manager) =>
      once(manager, actor, { operation: 'specialFlagRecord', key: input.idempotencyKey, input }, async () => {
        const reader = readerOf(manager);
        const student = id ? await new StudentRepository(reader).findForUpdate(county, id) : null;
        if (!student) return { studentId: null, refusals: [{ kind: 'StudentNotFound' }] };
        const flags = new SpecialFlagRepository(reader);
        const standing = (await flags.listCategories(county, [student.id])).map(({ category }) => category);
        const refusals = flagRefusals(input.category, standing);
        const flag = { countyCode: county, id: newId(), studentId: student.id, category: input.category };
        if (refusals.length === 0)
          await flags.insert({ ...flag, source: 'SCHOOL', startedOn: this.#today, endedOn: null });
        return { studentId: student.id, refusals };
      }),
    );
  }
}
