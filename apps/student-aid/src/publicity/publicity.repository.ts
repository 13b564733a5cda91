import type { Reader } from '@bureau/subgraph';
import { Any, type EntityManager, type SelectQueryBuilder } from 'typeorm';
import { type Objection, ObjectionEntity } from './objection.entity.ts';
import { type PublicNotice, PublicNoticeEntity } from './public-notice.entity.ts';
import { type PublicNoticeItem, PublicNoticeItemEntity } from './public-notice-item.entity.ts';

/** What a line may show, before it is masked. */
export interface NoticeSubjectRow {
  id: string;
  state: string;
  version: number;
  schoolId: string;
  name: string;
  schoolName: string;
  grade: number | null;
  /** The level of a recognition, the programme's name of an application. */
  result: string;
}

const SUBJECTS = {
  HARDSHIP: { table: 'hardship_recognition', result: 'subject.level', join: '' },
  APPLICATION: {
    table: 'aid_application',
    result: 'programme.name',
    join: 'JOIN aid_programme programme ON programme.county_code = $1 AND programme.code = subject.programme_code',
  },
} as const;

/** Where each kind of subject is kept. */
export const tableOf = (subject: keyof typeof SUBJECTS) => SUBJECTS[subject].table;

export class PublicityRepository {
  readonly #reader: Reader;

  constructor(reader: Reader) {
    this.#reader = reader;
  }

  listByIds(countyCode: string, ids: string[]): Promise<PublicNotice[]> {
    return this.#reader.read((manager) => manager.findBy(PublicNoticeEntity, { countyCode, id: Any(ids) }));
  }

  listItems(countyCode: string, noticeIds: string[]): Promise<PublicNoticeItem[]> {
    return this.#reader.read((manager) =>
      manager.find(PublicNoticeItemEntity, {
        where: { countyCode, noticeId: Any(noticeIds) },
        order: { shownPlace: 'ASC', shownName: 'ASC', subjectId: 'ASC' },
      }),
    );
  }

  listObjections(countyCode: string, noticeIds: string[]): Promise<Objection[]> {
    return this.#reader.read((manager) =>
      manager.find(ObjectionEntity, { where: { countyCode, noticeId: Any(noticeIds) }, order: { id: 'ASC' } }),
    );
  }

  objectionsByIds(countyCode: string, ids: string[]): Promise<Objection[]> {
    return this.#reader.read((manager) => manager.findBy(ObjectionEntity, { countyCode, id: Any(ids) }));
  }

  notices(countyCode: string, hangsOn: string | null): (manager: EntityManager) => SelectQueryBuilder<PublicNotice> {
    return (manager) => {
      const query = manager
        .createQueryBuilder(PublicNoticeEntity, 'notice')
        .where('notice.countyCode = :countyCode', { countyCode });
      return hangsOn ? query.andWhere(':hangsOn BETWEEN notice.startsOn AND notice.endsOn', { hangsOn }) : query;
    };
  }

  /** The subjects that the caller may see, locked. */
  subjectsForUpdate(countyCode: string, subject: keyof typeof SUBJECTS, ids: string[]): Promise<NoticeSubjectRow[]> {
    const { table, result, join } = SUBJECTS[subject];
    return this.#reader.read((manager) =>
      manager.query<NoticeSubjectRow[]>(
        `SELECT subject.id, subject.state, subject.version, subject.school_id AS "schoolId", coalesce(child.name, '') AS name,
                coalesce(school.name, '') AS "schoolName", child.grade, ${result} AS result
         FROM ${table} subject ${join}
         LEFT JOIN student_roster child ON child.county_code = $1 AND child.id = subject.student_id
         LEFT JOIN school_roster school ON school.county_code = $1 AND school.id = subject.school_id
         WHERE subject.county_code = $1 AND subject.id = ANY ($2) ORDER BY subject.id FOR UPDATE OF subject`,
        [countyCode, ids],
      ),
    );
  }

  async insertNotice(notice: PublicNotice, items: readonly PublicNoticeItem[]): Promise<void> {
    await this.#reader.read(async (manager) => {
      await manager.insert(PublicNoticeEntity, notice);
      await manager.query(
        `INSERT INTO public_notice_item (county_code, notice_id, subject_id, school_id, shown_name, shown_place, shown_result)
         SELECT $1, $2, subject_id, school_id, shown_name, shown_place, shown_result
         FROM jsonb_to_recordset($3) AS item (subject_id uuid, school_id uuid, shown_name text, shown_place text, shown_result text)`,
        [
          notice.countyCode,
          notice.id,
          JSON.stringify(
            items.map(({ subjectId, schoolId, shownName, shownPlace, shownResult }) => ({
              subject_id: subjectId,
              school_id: schoolId,
              shown_name: shownName,
              shown_place: shownPlace,
              shown_result: shownResult,
            })),
          ),
        ],
      );
    });
  }

  findItem(countyCode: string, noticeId: string, subjectId: string): Promise<PublicNoticeItem | null> {
    return this.#reader.read((manager) =>
      manager.findOneBy(PublicNoticeItemEntity, { countyCode, noticeId, subjectId }),
    );
  }

  async insertObjection(objection: Objection): Promise<void> {
    await this.#reader.read((manager) => manager.insert(ObjectionEntity, objection));
  }

  findObjectionForUpdate(countyCode: string, id: string): Promise<Objection | null> {
    return this.#reader.read((manager) =>
      manager.findOne(ObjectionEntity, { where: { countyCode, id }, lock: { mode: 'pessimistic_write' } }),
    );
  }

  async decide(
    { countyCode, id, version }: Objection,
    changes: Pick<Objection, 'state' | 'finding' | 'decidedOn'>,
  ): Promise<void> {
    const { affected } = await this.#reader.read((manager) =>
      manager.update(ObjectionEntity, { countyCode, id, version }, { ...changes, version: version + 1 }),
    );
    if (affected !== 1) throw new Error('An objection changed while it was locked.');
  }
}
