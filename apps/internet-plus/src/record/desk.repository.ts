import type { Actor } from '@bureau/access';
import { dayInBeijing, type WorkingCalendar } from '@bureau/calendar';
import { type SchoolRoster, SchoolRosterEntity } from '@bureau/events';
import { settingsOn, type SettingsOf, workingCalendarOf } from '@bureau/settings';
import { idInCounty, newId, type Reader, readerOf } from '@bureau/subgraph';
import { type EntityManager, type EntitySchema, In, type ObjectLiteral } from 'typeorm';
import { settings } from '../settings.ts';
import type { Listed } from './record-list.repository.ts';

export type Versioned = Listed & { version: number };
/** The table of a kind of record. */
export type Entity<Row extends Listed> = EntitySchema<Row>;

/** Where a record lies: the school it belongs to. */
export interface Place {
  countyCode: string;
  schoolId: string;
  townshipCode: string;
}

/** What one act may use: a transaction, the clock, and whose it is. */
export class Desk {
  readonly manager: EntityManager;
  readonly reader: Reader;
  readonly county: string;
  readonly subject: string;
  readonly now: Date;
  readonly today: string;

  constructor(manager: EntityManager, actor: Actor, now: Date) {
    this.manager = manager;
    this.reader = readerOf(manager);
    this.county = actor.scope.county;
    this.subject = actor.subject;
    this.now = now;
    this.today = dayInBeijing(now);
  }

  /** The row's id when the id is of this county. */
  idOf(globalId: string, field: string): string | null {
    return idInCounty(globalId, this.county, `input.${field}`);
  }

  /** The school, when it is in the caller's sight. */
  async findSchool(globalId: string, field = 'school'): Promise<SchoolRoster | null> {
    const id = this.idOf(globalId, field);
    return id === null ? null : this.manager.findOneBy(SchoolRosterEntity, { countyCode: this.county, id });
  }

  listSchools(ids: readonly string[]): Promise<SchoolRoster[]> {
    return this.manager.findBy(SchoolRosterEntity, { countyCode: this.county, id: In([...ids]) });
  }

  /** Keeps others from the same kind of act until this one ends. */
  async lock(what: string): Promise<void> {
    await this.manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [what]);
  }

  /** Locks the record until the act ends. */
  async findForUpdate<Row extends Listed>(
    entity: EntitySchema<Row>,
    globalId: string,
    field: string,
  ): Promise<Row | null> {
    const id = this.idOf(globalId, field);
    if (id === null) return null;
    return this.manager
      .createQueryBuilder(entity, 'row')
      .where('row.countyCode = :county AND row.id = :id', { county: this.county, id })
      .setLock('pessimistic_write')
      .getOne();
  }

  /** The one record that a unique key names. */
  findBy<Row extends Listed>(entity: EntitySchema<Row>, key: Partial<Row>): Promise<Row | null> {
    return this.#matching(entity, key).getOne();
  }

  listBy<Row extends Listed>(entity: EntitySchema<Row>, of: Partial<Row>): Promise<Row[]> {
    return this.#matching(entity, of).orderBy('row.id').getMany();
  }

  #matching<Row extends Listed>(entity: EntitySchema<Row>, of: Partial<Row>) {
    return this.manager
      .createQueryBuilder(entity, 'row')
      .where('row.countyCode = :county', { county: this.county })
      .andWhere(of);
  }

  /** Changes a row that has no version and that this act alone may change. */
  async update<Row extends Listed>(entity: EntitySchema<Row>, id: string, changes: Partial<Row>): Promise<void> {
    await this.manager
      .createQueryBuilder()
      .update<ObjectLiteral>(entity)
      .set(changes)
      .where({ countyCode: this.county, id })
      .execute();
  }

  /** Takes out the rows of another record that are to be written anew. */
  async clear<Row extends Listed>(entity: EntitySchema<Row>, of: Partial<Row>): Promise<void> {
    await this.manager
      .createQueryBuilder()
      .delete()
      .from<ObjectLiteral>(entity)
      .where({ ...of, countyCode: this.county })
      .execute();
  }

  listByIds<Row extends Listed>(entity: EntitySchema<Row>, ids: readonly string[]): Promise<Row[]> {
    return this.manager
      .createQueryBuilder(entity, 'row')
      .where('row.countyCode = :county', { county: this.county })
      .andWhere({ id: In([...ids]) })
      .getMany();
  }

  /** Writes a new record, or several; false when a constraint already has its like, and then nothing is written. */
  async insert<Row extends Listed>(entity: EntitySchema<Row>, ...rows: Row[]): Promise<boolean> {
    const inserting = this.manager
      .createQueryBuilder()
      .insert()
      .into<ObjectLiteral>(entity)
      .values(rows)
      .orIgnore()
      .returning('id');
    const { raw } = (await inserting.execute()) as { raw: unknown[] };
    return raw.length === rows.length;
  }

  /** Changes a record that this act holds locked. */
  async change<Row extends Versioned>(
    entity: EntitySchema<Row>,
    { countyCode, id, version }: Versioned,
    changes: Partial<Row>,
  ): Promise<void> {
    const { affected } = await this.manager
      .createQueryBuilder()
      .update<ObjectLiteral>(entity)
      .set({ ...changes, version: version + 1 })
      .where('county_code = :countyCode AND id = :id AND version = :version', { countyCode, id, version })
      .execute();
    if (affected !== 1) throw new Error('A record changed while it was locked.');
  }

  newId(): string {
    return newId();
  }

  /** What the county has decided, as in force today. */
  settings(): Promise<SettingsOf<typeof settings>> {
    return settingsOn(this.reader, { county: this.county, day: this.today, catalogue: settings });
  }

  workingCalendar(): Promise<WorkingCalendar> {
    return workingCalendarOf(this.reader, this.county);
  }
}

/** Where the records of a school lie. */
export const placeOf = ({ countyCode, id, townshipCode }: SchoolRoster): Place => ({
  countyCode,
  schoolId: id,
  townshipCode,
});
