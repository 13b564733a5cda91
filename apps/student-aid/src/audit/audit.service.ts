import { settingsOn } from '@bureau/settings';
import { newId, readerOf, type Session } from '@bureau/subgraph';
import { AID_SETTINGS } from '../settings.ts';
import type { FindingSubject } from './audit-finding.entity.ts';
import { AuditRepository, type NewFinding } from './audit.repository.ts';
import { auditSettings } from './audit.settings.ts';
import {
  CHILD_RULES,
  findingsOf,
  type Found,
  FUND_RULES,
  PAYMENT_RULES,
  SCHOOL_RULES,
  type Severity,
} from './catalogue.rules.ts';
import type { AuditPolicy } from './facts.rules.ts';
import { type AuditScope, PaymentFactsRepository } from './payment-facts.repository.ts';

type Manager = Parameters<Parameters<Session['transaction']>[0]>[0];

const CATALOGUE = {
  ...auditSettings,
  'aid.publicNoticeWorkingDays': AID_SETTINGS['aid.publicNoticeWorkingDays'],
};

/** Under what circumstances the audit runs. */
export interface AuditMoment {
  today: string;
  at: Date;
  /** Who asks to approve; null before that. */
  approver: string | null;
  by: string;
}

interface Policy extends AuditPolicy {
  severities: Readonly<Record<string, Severity>>;
}

/** Runs the catalogue of the pre-audit over a batch, or over the county, within a transaction (docs/rules/student-aid.md#audit). */
export class AuditService {
  readonly #progress: (done: number) => void;

  constructor(progress: (done: number) => void = () => undefined) {
    this.#progress = progress;
  }

  /** Writes what it finds, settles what is gone, and answers how many findings stop the batch. */
  async run(manager: Manager, scope: AuditScope, moment: AuditMoment): Promise<number> {
    const [repository, facts] = [new AuditRepository(readerOf(manager)), new PaymentFactsRepository(manager)];
    const policy = await this.#policy(manager, scope.countyCode, moment);
    const run = { id: newId(), at: moment.at, by: moment.by };
    let done = 0;
    for (let next: string | null | undefined; next !== null;) {
      const page = await facts.getPage(scope, next ?? null);
      const found = page.facts.flatMap((payment) =>
        newFindings(
          policy,
          ['PAYMENT', payment.paymentId, payment.schoolId],
          findingsOf(PAYMENT_RULES, payment, policy),
        ),
      );
      await repository.record(scope, run, found);
      done += page.facts.length;
      this.#progress(done);
      next = page.next;
    }
    await repository.record(scope, run, await wholeFindings(facts, scope, policy));
    await repository.settle(scope, run);
    return scope.batchId === null ? 0 : repository.countBlocking(scope.countyCode, scope.batchId);
  }

  async #policy(manager: Manager, county: string, { today, approver }: AuditMoment): Promise<Policy> {
    const settings = await settingsOn(readerOf(manager), { county, day: today, catalogue: CATALOGUE });
    return {
      today,
      approver,
      noticeWorkingDays: settings['aid.publicNoticeWorkingDays'],
      stageAges: settings['audit.stageAges'],
      tierAverages: settings['audit.tierAverages'],
      idleFundDays: settings['audit.idleFundDays'],
      severities: settings['audit.severities'],
    };
  }
}

/** What is found of schools and of funds. */
async function wholeFindings(facts: PaymentFactsRepository, scope: AuditScope, policy: Policy): Promise<NewFinding[]> {
  const [schools, funds] = [await facts.listSchools(scope), await facts.listFunds(scope)];
  const ofSchools = schools.flatMap((school) =>
    newFindings(policy, ['SCHOOL', school.schoolId, school.schoolId], findingsOf(SCHOOL_RULES, school, policy)),
  );
  const children = scope.batchId === null ? await facts.listChildren(scope.countyCode) : [];
  const ofChildren = children.flatMap((child) =>
    newFindings(policy, ['CHILD', child.studentId, child.schoolId], findingsOf(CHILD_RULES, child, policy)),
  );
  const ofFunds = funds.flatMap((fund) =>
    newFindings(policy, ['FUND', fund.fundId, null], findingsOf(FUND_RULES, fund, policy)),
  );
  // A school may be off in several terms: it is found once, in the first of them.
  return [...new Map([...ofSchools, ...ofFunds, ...ofChildren].map((found) => [found.subjectId, found])).values()];
}

function newFindings(
  { severities }: Policy,
  [subject, subjectId, schoolId]: readonly [FindingSubject, string, string | null],
  found: readonly Found[],
): NewFinding[] {
  return found.map((one) => ({ ...one, severity: severities[one.rule] ?? 'WARN', subject, subjectId, schoolId }));
}
