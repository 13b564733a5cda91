import { addDays, monthEnd } from '@bureau/calendar';
import { settingsOn } from '@bureau/settings';
import {
  Connection,
  idInCounty,
  newId,
  oneByKey,
  once,
  type PageArguments,
  readerOf,
  type Reader,
  type RequestContext,
} from '@bureau/subgraph';
import { SchoolRepository } from '../school/school.repository.ts';
import { balanceLines, type BalanceLine, type ReportRefusal, reportRefusals } from './monthly-balance.rules.ts';
import type { CaseCounts, MonthlyReport } from './monthly-report.entity.ts';
import {
  MONTHLY_REPORT_ORDERS,
  type MonthlyReportCriteria,
  MonthlyReportRepository,
} from './monthly-report.repository.ts';
import { reportSettings } from './monthly-report.settings.ts';

export interface ReportInput {
  school: string;
  month: string;
  analysis: string;
  actions: string;
  idempotencyKey?: string | null;
}

export interface ReviewInput {
  report: string;
  version: number;
  finding: string;
  idempotencyKey?: string | null;
}

export interface Balance {
  lines: BalanceLine[];
  cases: CaseCounts;
}

export type MonthlyReportConnection = Connection<MonthlyReport>;

export class MonthlyReportService {
  readonly #request: RequestContext;
  readonly #today: string;
  readonly #byId;

  constructor(request: RequestContext, today: string) {
    const repository = new MonthlyReportRepository(request.session);
    this.#request = request;
    this.#today = today;
    this.#byId = oneByKey<MonthlyReport>(
      (ids) => repository.listByIds(request.actor.scope.county, ids),
      ({ id }) => id,
    );
  }

  find(id: string): Promise<MonthlyReport | null> {
    return this.#byId.load(id);
  }

  list(
    criteria: MonthlyReportCriteria,
    order: keyof typeof MONTHLY_REPORT_ORDERS,
    page: PageArguments,
  ): MonthlyReportConnection {
    const { session, actor } = this.#request;
    const rows = new MonthlyReportRepository(session).matching(actor.scope.county, criteria);
    return new Connection({ reader: session, order: MONTHLY_REPORT_ORDERS[order], page, rows });
  }

  /** The balance of a month as the roll now says it. */
  balance(schoolId: string, month: string): Promise<Balance> {
    return this.#balance(this.#request.session, schoolId, month);
  }

  /** Computes the month and freezes it with the school's words. */
  submit(input: ReportInput): Promise<{ reportId: string | null; refusals: ReportRefusal[] }> {
    const { actor, session } = this.#request;
    const { county: countyCode } = actor.scope;
    const schoolId = idInCounty(input.school, countyCode, 'input.school');
    return session.transaction((manager) =>
      once(manager, actor, { operation: 'monthlyReportSubmit', key: input.idempotencyKey, input }, async () => {
        const reader = readerOf(manager);
        const [school] = schoolId ? await new SchoolRepository(reader).listByIds(countyCode, [schoolId]) : [];
        if (!school) return { reportId: null, refusals: [{ kind: 'MonthlyReportSchoolUnknown' }] };
        const { lines, cases } = await this.#balance(reader, school.id, input.month);
        const refusals = reportRefusals(input, { lines, month: input.month, thisMonth: this.#today.slice(0, 7) });
        if (refusals.length > 0) return { reportId: null, refusals };
        const settings = await settingsOn(reader, {
          county: countyCode,
          day: `${input.month}-01`,
          catalogue: reportSettings,
        });
        const report: MonthlyReport = {
          countyCode,
          id: newId(),
          schoolId: school.id,
          townshipCode: school.townshipCode,
          month: `${input.month}-01`,
          lines,
          cases,
          analysis: input.analysis,
          actions: input.actions,
          dueOn: `${input.month}-${String(settings['report.monthlyDueDay']).padStart(2, '0')}`,
          submittedOn: this.#today,
          submittedBy: actor.subject,
          reviewedOn: null,
          reviewFinding: null,
          version: 1,
        };
        const isFirst = await new MonthlyReportRepository(reader).insertUnlessSubmitted(report);
        return isFirst
          ? { reportId: report.id, refusals }
          : { reportId: null, refusals: [{ kind: 'MonthlyReportSubmitted' }] };
      }),
    );
  }

  /** The county looks again at a report (一季度一复核). */
  review(input: ReviewInput): Promise<{ reportId: string | null; refusals: { kind: 'MonthlyReportNotToReview' }[] }> {
    const { actor, session } = this.#request;
    const id = idInCounty(input.report, actor.scope.county, 'input.report');
    this.#byId.clearAll();
    return session.transaction((manager) =>
      once(manager, actor, { operation: 'monthlyReportReview', key: input.idempotencyKey, input }, async () => {
        const reports = new MonthlyReportRepository(readerOf(manager));
        const report = id ? await reports.findForUpdate(actor.scope.county, id) : null;
        const isFit = report?.reviewedOn === null && report.version === input.version && input.finding.trim() !== '';
        if (!report || !isFit)
          return { reportId: report?.id ?? null, refusals: [{ kind: 'MonthlyReportNotToReview' }] };
        await reports.review(report, { reviewedOn: this.#today, reviewFinding: input.finding });
        return { reportId: report.id, refusals: [] };
      }),
    );
  }

  async #balance(reader: Reader, schoolId: string, month: string): Promise<Balance> {
    const { county } = this.#request.actor.scope;
    const reports = new MonthlyReportRepository(reader);
    const end = monthEnd(`${month}-01`);
    const days = { before: addDays(`${month}-01`, -1), last: end < this.#today ? end : this.#today };
    const lines = balanceLines(await reports.listChanges(county, schoolId, days));
    return { lines, cases: await reports.countCases(county, schoolId, days) };
  }
}
