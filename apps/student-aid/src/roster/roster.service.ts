import { oneByKey, type RequestContext } from '@bureau/subgraph';
import { RosterRepository } from './roster.repository.ts';

/** Schools and children as enrollment's events tell of them. */
export class RosterService {
  readonly #students;

  constructor({ session, actor }: RequestContext) {
    const repository = new RosterRepository(session);
    this.#students = oneByKey(
      (ids) => repository.listStudentsByIds(actor.scope.county, ids),
      (student) => student.id,
    );
  }

  async findStudentName(id: string): Promise<string | null> {
    return (await this.#students.load(id))?.name ?? null;
  }
}
