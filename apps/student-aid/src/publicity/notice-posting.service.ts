import { maskName } from '@bureau/access';
import { addWorkingDays } from '@bureau/calendar';
import { settingsOn, workingCalendarOf } from '@bureau/settings';
import { idInCounty, newId, once, readerOf, type RequestContext } from '@bureau/subgraph';
import { type AidRefusal, unfit } from '../refusal/refusal.rules.ts';
import { reviewAfter, reviewRefusals, type ReviewState } from '../review/review.rules.ts';
import { AID_SETTINGS } from '../settings.ts';
import { type Move, type Transaction, WorkflowRepository } from '../workflow/workflow.repository.ts';
import { type NoticeSubjectRow, PublicityRepository, tableOf } from './publicity.repository.ts';
import { forbiddenDetails, type NoticeLevel, type NoticeSubject } from './publicity.rules.ts';
import type { PublicNoticeItem } from './public-notice-item.entity.ts';

export interface PostInput {
  subject: NoticeSubject;
  level: NoticeLevel;
  items: readonly { id: string; version: number }[];
  title: string;
  body: string;
  idempotencyKey?: string | null;
}

const RESULTS: Record<string, string> = { SPECIAL: '特别困难', HARD: '困难', GENERAL: '一般困难' };

/** Notices are hung. */
export class NoticePostingService {
  readonly #request: RequestContext;
  readonly #today: string;

  constructor(request: RequestContext, today: string) {
    this.#request = request;
    this.#today = today;
  }

  /** Hangs a notice from today on, and moves what hangs on it into its public time. */
  post(input: PostInput): Promise<{ noticeId: string | null; refusals: AidRefusal[] }> {
    const { actor, session } = this.#request;
    return session.transaction((manager) =>
      once(manager, actor, { operation: 'publicNoticePost', key: input.idempotencyKey, input }, () =>
        this.#post(manager, input),
      ),
    );
  }

  async #post(manager: Transaction, input: PostInput): Promise<{ noticeId: string | null; refusals: AidRefusal[] }> {
    const { actor } = this.#request;
    const { county } = actor.scope;
    const reader = readerOf(manager);
    const settings = await settingsOn(reader, { county, day: this.#today, catalogue: AID_SETTINGS });
    const ids = input.items.map(({ id }, at) => idInCounty(id, county, `input.items.${at}.id`));
    const publicity = new PublicityRepository(reader);
    const found = await publicity.subjectsForUpdate(
      county,
      input.subject,
      ids.flatMap((id) => id ?? []),
    );
    const refusals = this.#refusals(input, ids, found);
    const details = forbiddenDetails(`${input.title}\n${input.body}`, settings['aid.publicNoticeForbiddenWords']);
    if (details.length > 0) refusals.push({ kind: 'AidDetailForbidden', details });
    if (refusals.length > 0) return { noticeId: null, refusals };

    const id = newId();
    const workingDays = settings['aid.publicNoticeWorkingDays'];
    const endsOn = addWorkingDays(this.#today, workingDays, await workingCalendarOf(reader, county));
    const { subject, level, title, body } = input;
    const schoolId = level === 'SCHOOL' ? (found[0]?.schoolId ?? null) : null;
    const posted = { postedBy: actor.subject, postedAt: new Date() };
    const notice = {
      countyCode: county,
      id,
      subject,
      level,
      schoolId,
      title,
      body,
      startsOn: this.#today,
      endsOn,
      workingDays,
      ...posted,
    };
    await publicity.insertNotice(
      notice,
      found.map((row) => lineOf(county, id, row)),
    );
    const act = level === 'SCHOOL' ? 'SCHOOL_PUBLICISE' : 'BUREAU_PUBLICISE';
    const moves = found.map((row): Move => ({
      ...row,
      toState: level === 'SCHOOL' ? 'PUBLICISED' : 'BUREAU_PUBLICISED',
    }));
    await new WorkflowRepository(reader).move(
      { table: tableOf(subject), countyCode: county, act, by: actor.subject, note: null },
      moves,
    );
    return { noticeId: id, refusals };
  }

  #refusals({ items, level }: PostInput, ids: (string | null)[], found: readonly NoticeSubjectRow[]): AidRefusal[] {
    const act = level === 'SCHOOL' ? 'SCHOOL_PUBLICISE' : 'BUREAU_PUBLICISE';
    if (items.length === 0) return [unfit('items', 'BLANK')];
    const schools = new Set(found.map(({ schoolId }) => schoolId));
    if (level === 'SCHOOL' && schools.size > 1) return [unfit('items', 'NOT_A_CANDIDATE')];
    const rows = new Map(found.map((row) => [row.id, row]));
    return items.flatMap(({ version }, at): AidRefusal[] => {
      const row = rows.get(ids[at] ?? '');
      if (!row || ids.indexOf(row.id) !== at) return [{ kind: 'AidSubjectNotFound' }];
      const state = row.state as ReviewState;
      if (reviewAfter(state, act) && row.version === version) return [];
      return reviewRefusals({ state, version: row.version }, { act, version, note: null }, NONE, this.#today);
    });
  }
}

const NONE = { noticeEndsOn: null, objections: 0 };

/** All that a notice shows of a child: a masked name, school and grade, and the result. */
function lineOf(countyCode: string, noticeId: string, row: NoticeSubjectRow): PublicNoticeItem {
  return {
    countyCode,
    noticeId,
    subjectId: row.id,
    schoolId: row.schoolId,
    shownName: maskName(row.name),
    shownPlace: row.grade === null ? row.schoolName : `${row.schoolName} ${row.grade}年级`,
    shownResult: RESULTS[row.result] ?? row.result,
  };
}
