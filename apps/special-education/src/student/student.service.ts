import { idInCounty, oneByKey, type RequestContext } from '@bureau/subgraph';
import { type Standing, StudentRepository } from './student.repository.ts';

export class StudentService {
  readonly #county: string;
  readonly #standings;

  constructor({ session, actor }: RequestContext, today: string) {
    const repository = new StudentRepository(session);
    const { county } = actor.scope;
    this.#county = county;
    this.#standings = oneByKey(
      (ids) => repository.listStandings(county, ids, today),
      (standing) => standing.studentId,
    );
  }

  /** Null when the child is on no roll that the caller may see. */
  async findStanding(globalId: string): Promise<Standing | null> {
    const id = idInCounty(globalId, this.#county, 'id');
    return id ? this.#standings.load(id) : null;
  }
}
