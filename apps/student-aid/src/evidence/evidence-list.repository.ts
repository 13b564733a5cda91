import type { EntityManager } from 'typeorm';
import type { EvidenceEntry } from './evidence-entry.entity.ts';
import { type EvidenceList, EvidenceListEntity } from './evidence-list.entity.ts';
import type { EvidenceListState, Match } from './evidence.rules.ts';

/** An entry whose child is still to be found, with those whom the roster proposes. */
export interface OpenEntry {
  id: string;
  hasIdentity: boolean;
  byIdentity: string[];
  byNameAndBirth: string[];
}

/** Writes lists; every method is one statement, however long the list. */
export class EvidenceListRepository {
  readonly #manager: EntityManager;
  readonly #county: string;

  constructor(manager: EntityManager, county: string) {
    this.#manager = manager;
    this.#county = county;
  }

  findForUpdate(id: string): Promise<EvidenceList | null> {
    const where = { countyCode: this.#county, id };
    return this.#manager.findOne(EvidenceListEntity, { where, lock: { mode: 'pessimistic_write' } });
  }

  /** Null when the list is new; else the id of the one with the same content. */
  async insertUnlessKnown(list: EvidenceList): Promise<string | null> {
    const { raw } = (await this.#manager
      .createQueryBuilder()
      .insert()
      .into(EvidenceListEntity)
      .values(list)
      .orIgnore()
      .returning('id')
      .execute()) as { raw: unknown[] };
    if (raw.length === 1) return null;
    const known = await this.#manager.query<{ id: string }[]>(
      `SELECT id FROM evidence_list WHERE county_code = $1 AND content_hash = $2 AND state <> 'DISCARDED'`,
      [this.#county, list.contentHash],
    );
    return known[0]?.id ?? list.id;
  }

  async insertEntries(entries: readonly EvidenceEntry[]): Promise<void> {
    const rows = entries.map((entry) => ({
      id: entry.id,
      list_id: entry.listId,
      line_number: entry.lineNumber,
      name: entry.name,
      identity_number: entry.identityNumber && `\\x${entry.identityNumber.toString('hex')}`,
      identity_index: entry.identityIndex,
      born_on: entry.bornOn,
      category: entry.category,
      household_id: entry.householdId,
      township_code: entry.townshipCode,
      valid_from: entry.validFrom,
      valid_to: entry.validTo,
      match_state: entry.matchState,
    }));
    const columns = Object.keys(rows[0] ?? {}).join(', ');
    await this.#manager.query(
      `INSERT INTO evidence_entry (county_code, ${columns})
       SELECT $1, ${columns} FROM jsonb_populate_recordset(NULL::evidence_entry, $2)`,
      [this.#county, JSON.stringify(rows)],
    );
  }

  async setState({ id, version }: EvidenceList, state: EvidenceListState): Promise<void> {
    const where = { countyCode: this.#county, id, version };
    const { affected } = await this.#manager.update(EvidenceListEntity, where, { state, version: version + 1 });
    if (affected !== 1) throw new Error('A list changed while it was locked.');
  }

  /** Entries that no person has decided about. */
  listOpen(listId: string): Promise<OpenEntry[]> {
    return this.#manager.query<OpenEntry[]>(
      `WITH entry AS MATERIALIZED (
         SELECT id, name, born_on, identity_index FROM evidence_entry
         WHERE county_code = $1 AND list_id = $2 AND match_state NOT IN ('MATCHED', 'NOT_OURS')
       ), known AS (
         SELECT entry.id, array_agg(child.id) AS ids FROM entry
         JOIN student_roster child ON child.county_code = $1 AND child.identity_index = entry.identity_index GROUP BY 1
       ), named AS (
         SELECT entry.id, array_agg(child.id) AS ids FROM entry
         JOIN student_roster child ON child.county_code = $1 AND child.name = entry.name AND child.born_on = entry.born_on GROUP BY 1
       )
       SELECT entry.id, entry.identity_index IS NOT NULL AS "hasIdentity",
              coalesce(known.ids, '{}') AS "byIdentity", coalesce(named.ids, '{}') AS "byNameAndBirth"
       FROM entry LEFT JOIN known USING (id) LEFT JOIN named USING (id)`,
      [this.#county, listId],
    );
  }

  async writeMatches(matches: readonly (Match & { id: string })[]): Promise<void> {
    const rows = matches.map(({ id, state, studentId, candidateIds }) => ({
      id,
      match_state: state,
      student_id: studentId,
      candidate_ids: candidateIds,
    }));
    await this.#manager.query(
      `UPDATE evidence_entry AS kept
       SET match_state = found.match_state, student_id = found.student_id, candidate_ids = found.candidate_ids, version = kept.version + 1
       FROM jsonb_populate_recordset(NULL::evidence_entry, $2) AS found
       WHERE kept.county_code = $1 AND kept.id = found.id`,
      [this.#county, JSON.stringify(rows)],
    );
  }

  async countDoubtful(listId: string): Promise<number> {
    const [found] = await this.#manager.query<{ count: number }[]>(
      `SELECT count(*)::int AS count FROM evidence_entry WHERE county_code = $1 AND list_id = $2 AND match_state = 'DOUBTFUL'`,
      [this.#county, listId],
    );
    return found?.count ?? 0;
  }

  /** Makes the list evidence; of a complete one, whoever stood on an earlier list of the source and not on this one has left. */
  async apply({ id, source, listedOn, isComplete }: EvidenceList): Promise<void> {
    await this.#manager.query(
      `UPDATE evidence_entry SET is_applied = true, version = version + 1 WHERE county_code = $1 AND list_id = $2`,
      [this.#county, id],
    );
    if (!isComplete) return;
    await this.#manager.query(
      `UPDATE evidence_entry AS former SET valid_to = greatest($4::date, former.valid_from), ended_by_list_id = $2, version = former.version + 1
       FROM evidence_list AS list
       WHERE former.county_code = $1 AND list.county_code = $1 AND list.id = former.list_id AND list.source = $3
         AND former.list_id <> $2 AND former.is_applied AND (former.valid_to IS NULL OR former.valid_to > $4)
         AND NOT EXISTS (SELECT FROM evidence_entry AS present
                         WHERE present.county_code = $1 AND present.list_id = $2 AND present.category = former.category
                           AND (present.identity_index = former.identity_index OR present.student_id = former.student_id))`,
      [this.#county, id, source, listedOn],
    );
  }
}
