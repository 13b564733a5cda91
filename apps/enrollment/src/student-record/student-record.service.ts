import { manyByKey, oneByKey, type RequestContext } from '@bureau/subgraph';
import type { Guardian } from '../guardian/guardian.entity.ts';
import type { RollNumber } from '../roll-number/roll-number.entity.ts';
import { RegistrationRepository } from './registration.repository.ts';
import type { StudentRecord } from './student-record.entity.ts';

/** The sheets of children, many at once. */
export class StudentRecordService {
  readonly #records;
  readonly #guardians;
  readonly #numbers;

  constructor({ session, actor }: RequestContext) {
    const repository = new RegistrationRepository(session);
    const { county } = actor.scope;
    this.#records = oneByKey(
      (ids) => repository.listRecords(county, ids),
      (record) => record.studentId,
    );
    this.#guardians = manyByKey(
      (ids) => repository.listGuardians(county, ids),
      (guardian) => guardian.studentId,
    );
    this.#numbers = manyByKey(
      (ids) => repository.listNumbers(county, ids),
      (number) => number.studentId,
    );
  }

  findOfStudent(studentId: string): Promise<StudentRecord | null> {
    return this.#records.load(studentId);
  }

  listGuardians(studentId: string): Promise<Guardian[]> {
    return this.#guardians.load(studentId);
  }

  listNumbers(studentId: string): Promise<RollNumber[]> {
    return this.#numbers.load(studentId);
  }
}
