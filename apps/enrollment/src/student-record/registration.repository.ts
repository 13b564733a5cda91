import type { Reader } from '@bureau/subgraph';
import { Any } from 'typeorm';
import { type Guardian, GuardianEntity } from '../guardian/guardian.entity.ts';
import { type ParticularsChange, ParticularsChangeEntity } from '../roll-number/particulars-change.entity.ts';
import { type RollNumber, RollNumberEntity } from '../roll-number/roll-number.entity.ts';
import { type Student, StudentEntity } from '../student/student.entity.ts';
import { type StudentRecord, StudentRecordEntity } from './student-record.entity.ts';

/** The rows behind a child's sheet. */
export class RegistrationRepository {
  readonly #reader: Reader;

  constructor(reader: Reader) {
    this.#reader = reader;
  }

  /** False when the county has a child with this identity number, in sight of the caller or not. */
  async insertUnlessKnown(student: Omit<Student, 'version'>): Promise<boolean> {
    const { raw } = (await this.#reader.read((manager) =>
      manager.createQueryBuilder().insert().into(StudentEntity).values(student).orIgnore().returning('id').execute(),
    )) as { raw: unknown[] };
    return raw.length === 1;
  }

  async hasTownship(countyCode: string, code: string): Promise<boolean> {
    const found: unknown[] = await this.#reader.read((manager) =>
      manager.query('SELECT FROM township WHERE county_code = $1 AND code = $2', [countyCode, code]),
    );
    return found.length === 1;
  }

  async insertSheet(record: Partial<StudentRecord>, guardians: readonly Partial<Guardian>[]): Promise<void> {
    await this.#reader.read(async (manager) => {
      await manager.insert(StudentRecordEntity, record);
      if (guardians.length > 0) await manager.insert(GuardianEntity, [...guardians]);
    });
  }

  /** False when the number was given before: it is never given twice. */
  async insertNumber(number: RollNumber): Promise<boolean> {
    const { raw } = (await this.#reader.read((manager) =>
      manager.createQueryBuilder().insert().into(RollNumberEntity).values(number).orIgnore().returning('id').execute(),
    )) as { raw: unknown[] };
    return raw.length === 1;
  }

  async endNumber({ countyCode, id }: RollNumber, day: string): Promise<void> {
    await this.#reader.read((manager) => manager.update(RollNumberEntity, { countyCode, id }, { validTo: day }));
  }

  /** False when another child has the identity number. */
  async correct({ countyCode, id, version }: Student, changes: Partial<Student>): Promise<void> {
    const { affected } = await this.#reader.read((manager) =>
      manager.update(StudentEntity, { countyCode, id, version }, changes),
    );
    if (affected !== 1) throw new Error('A child changed while it was locked.');
  }

  async hasOther(countyCode: string, identityNumberIndex: Buffer, studentId: string): Promise<boolean> {
    return this.#reader.read(async (manager) => {
      const others = await manager.find(StudentEntity, {
        where: { countyCode, identityNumberIndex },
        select: { id: true, countyCode: true },
      });
      return others.some(({ id }) => id !== studentId);
    });
  }

  async insertChanges(changes: ParticularsChange[]): Promise<void> {
    await this.#reader.read((manager) => manager.insert(ParticularsChangeEntity, changes));
  }

  listRecords(countyCode: string, studentIds: string[]): Promise<StudentRecord[]> {
    return this.#reader.read((manager) =>
      manager.findBy(StudentRecordEntity, { countyCode, studentId: Any(studentIds) }),
    );
  }

  listGuardians(countyCode: string, studentIds: string[]): Promise<Guardian[]> {
    return this.#reader.read((manager) =>
      manager.find(GuardianEntity, { where: { countyCode, studentId: Any(studentIds) }, order: { position: 'ASC' } }),
    );
  }

  listNumbers(countyCode: string, studentIds: string[]): Promise<RollNumber[]> {
    return this.#reader.read((manager) =>
      manager.find(RollNumberEntity, {
        where: { countyCode, studentId: Any(studentIds) },
        order: { validFrom: 'DESC', id: 'DESC' },
      }),
    );
  }
}
