import { manyByKey, oneByKey, type RequestContext } from '@bureau/subgraph';
import type { SchoolClass } from './school-class.entity.ts';
import { SchoolClassRepository } from './school-class.repository.ts';

export class SchoolClassService {
  readonly #byId;
  readonly #bySchool;

  constructor({ session, actor }: RequestContext) {
    const repository = new SchoolClassRepository(session);
    const { county } = actor.scope;
    this.#byId = oneByKey(
      (ids) => repository.listByIds(county, ids),
      (schoolClass) => schoolClass.id,
    );
    this.#bySchool = manyByKey(
      (ids) => repository.listOfSchools(county, ids),
      (schoolClass) => schoolClass.schoolId,
    );
  }

  find(id: string): Promise<SchoolClass | null> {
    return this.#byId.load(id);
  }

  listOfSchool(schoolId: string): Promise<SchoolClass[]> {
    return this.#bySchool.load(schoolId);
  }
}
