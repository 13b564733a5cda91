import { schoolYearEndsOn, schoolYearStartsOn } from '@bureau/calendar';
import type { Ratio } from '@bureau/money';
import { manyByKey, oneByKey, type RequestContext } from '@bureau/subgraph';
import type { SchoolSpell } from './school-spell.entity.ts';
import { SchoolSpellRepository } from './school-spell.repository.ts';
import { retentionRate } from './school-spell.rules.ts';

export class SchoolSpellService {
  readonly #ofStudent;
  readonly #countsOfYear;

  constructor({ session, actor }: RequestContext, today: string) {
    const repository = new SchoolSpellRepository(session);
    const { county } = actor.scope;
    const windowOf = (year: string) => {
      const [startsOn, endsOn] = [schoolYearStartsOn(Number(year)), schoolYearEndsOn(Number(year))];
      return { schoolYear: Number(year), startsOn, untilOn: endsOn < today ? endsOn : today };
    };
    this.#ofStudent = manyByKey(
      (ids) => repository.listOfStudents(county, ids),
      (spell) => spell.studentId,
    );
    this.#countsOfYear = oneByKey(
      (years) => repository.countCompulsory(county, years.map(windowOf)),
      (counts) => String(counts.schoolYear),
    );
  }

  listOfStudent(studentId: string): Promise<SchoolSpell[]> {
    return this.#ofStudent.load(studentId);
  }

  async retentionRate(schoolYear: number): Promise<Ratio> {
    const counts = await this.#countsOfYear.load(String(schoolYear));
    return retentionRate(counts ?? { children: 0, left: 0, kept: 0 });
  }
}
