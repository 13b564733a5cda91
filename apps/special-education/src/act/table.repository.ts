import type { EntityManager, EntitySchema, FindOptionsOrder, FindOptionsWhere } from 'typeorm';

export interface CountyRow {
  countyCode: string;
}

/** Rows of one table in one county, as an act reads, locks and writes them. */
export class Table<Row extends CountyRow> {
  readonly #manager: EntityManager;
  readonly #entity: EntitySchema<Row>;
  readonly #county: string;

  constructor(manager: EntityManager, entity: EntitySchema<Row>, county: string) {
    this.#manager = manager;
    this.#entity = entity;
    this.#county = county;
  }

  /** A condition on a generic row is one TypeORM cannot check; the caller's argument was. */
  #where(given: Partial<Row>): FindOptionsWhere<Row> {
    return { ...given, countyCode: this.#county } as FindOptionsWhere<Row>;
  }

  find(given: Partial<Row>): Promise<Row | null> {
    return this.#manager.findOneBy(this.#entity, this.#where(given));
  }

  findForUpdate(given: Partial<Row>): Promise<Row | null> {
    return this.#manager.findOne(this.#entity, {
      where: this.#where(given),
      lock: { mode: 'pessimistic_write' },
    });
  }

  list(given: Partial<Row>, order?: FindOptionsOrder<Row>): Promise<Row[]> {
    return this.#manager.find(this.#entity, { where: this.#where(given), ...(order && { order }) });
  }

  async insert(...rows: Row[]): Promise<void> {
    if (rows.length === 0) return;
    await this.#manager.createQueryBuilder().insert().into(this.#entity).values(rows.map(written)).execute();
  }

  /** False when a row with one of its keys was there first. */
  async insertUnlessThere(row: Row): Promise<boolean> {
    const inserting = this.#manager.createQueryBuilder().insert().into(this.#entity).values(written(row));
    const { raw } = (await inserting.orIgnore().returning('county_code').execute()) as { raw: unknown[] };
    return raw.length === 1;
  }

  /** Writes a row that the caller holds locked at this version. */
  async change(row: Row & { id: string; version: number }, changes: Partial<Row>): Promise<void> {
    const { affected } = await this.#manager
      .createQueryBuilder()
      .update(this.#entity)
      .set(written({ ...changes, version: row.version + 1 }))
      .where(this.#where({ id: row.id, version: row.version } as unknown as Partial<Row>))
      .execute();
    if (affected !== 1) throw new Error('A row changed while it was locked.');
  }

  async delete(given: Partial<Row>): Promise<void> {
    await this.#manager.delete(this.#entity, this.#where(given));
  }
}

/** TypeORM wants a deep partial of a row, which a generic row is. */
function written(row: object): object {
  return row;
}
