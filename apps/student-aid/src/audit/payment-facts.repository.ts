import type { EntityManager } from 'typeorm';
import type { ChildFacts, FundFacts, PaymentFacts, SchoolFacts } from './facts.rules.ts';

/** Which payments are audited: those of a batch, or all that stand in the county. */
export interface AuditScope {
  countyCode: string;
  batchId: string | null;
}

/** A page of facts, and where the next begins; null after the last. */
export interface FactsPage {
  facts: PaymentFacts[];
  next: string | null;
}

export const FACTS_PAGE = 10_000;

const UNDER_AUDIT = `state IN ('PENDING', 'SENT', 'FAILED', 'CORRECTED', 'RESENT')`;

/** The payments under audit, page by page, before anything is joined to them: those of the county by id, those of a batch by place. */
const COUNTY_PAGE = `
  SELECT *, id::text AS cursor FROM payment WHERE county_code = $1 AND $2::uuid IS NULL AND ${UNDER_AUDIT} AND id > $3::uuid
  ORDER BY id LIMIT $4`;
const BATCH_PAGE = `
  SELECT *, sequence::text AS cursor FROM payment WHERE county_code = $1 AND batch_id = $2 AND ${UNDER_AUDIT} AND sequence > $3::int
  ORDER BY sequence LIMIT $4`;

const TWIN = `
  SELECT other.id FROM student_roster twin
  JOIN aid_award twin_award ON twin_award.county_code = twin.county_code AND twin_award.student_id = twin.id
    AND twin_award.programme_code = award.programme_code AND twin_award.school_year = award.school_year AND twin_award.season = award.season
  JOIN payment other ON other.county_code = twin.county_code AND other.award_id = twin_award.id AND other.state NOT IN ('VOID', 'REFUNDED', 'RECLAIMED')
  WHERE twin.county_code = child.county_code AND twin.identity_index = child.identity_index AND twin.id <> child.id LIMIT 1`;

/** Which fee waivers children of which grounds have, and for whom a programme is that tells boarders from day pupils. */
const PROGRAMMES = `
  exempt AS (
    SELECT DISTINCT unnest(programme.stages) AS stage, eligible.category
    FROM aid_programme programme JOIN aid_eligibility eligible
      ON eligible.county_code = programme.county_code AND eligible.programme_code = programme.code AND eligible.category IS NOT NULL
    WHERE programme.county_code = $1 AND programme.payee = 'SCHOOL_WAIVER'),
  boarding AS (
    SELECT programme_code, min(boarding) AS wanted FROM aid_eligibility WHERE county_code = $1
    GROUP BY programme_code HAVING count(*) = count(boarding) AND min(boarding) = max(boarding))`;

const factsOf = (page: string, order: string) => `
  WITH ${PROGRAMMES}, page AS MATERIALIZED (${page})
  SELECT page.cursor, page.id AS "paymentId", page.student_id AS "studentId", page.school_id AS "schoolId", page.programme_code AS "programmeCode",
    page.kind, page.amount_fen AS "amountFen", award.amount_fen AS "awardFen", award.entitled_fen AS "entitledFen", rate.amount_fen AS "rateFen",
    award.stage, term.freeze_on::text AS "freezeOn", term.pay_by::text AS "payBy",
    CASE WHEN child.identity_index IS NOT NULL THEN (${TWIN}) END AS "twinPaymentId", elsewhere.other_county AS "otherCounty",
    child.roll_status AS "rollStatus", child.effective_on::text AS "standingSince", award.roll_status AS "rollStatusAtFreeze",
    child.attendance_placement AS placement, child.born_on::text AS "bornOn", child.identity_index IS NOT NULL AS "hasIdentity",
    child.boarding, boarding.wanted AS "boardingWanted",
    CASE WHEN award.evidence_ids IS NOT NULL THEN award.level IS NOT NULL OR cardinality(award.evidence_ids) > 0 END AS "hasGround",
    CASE WHEN cardinality(award.evidence_ids) > 0 THEN (
      SELECT CASE WHEN count(*) = count(entry.valid_to) THEN max(entry.valid_to)::text END FROM evidence_entry entry
      WHERE entry.county_code = award.county_code AND entry.id = ANY (award.evidence_ids)) END AS "evidenceEndsOn",
    award.categories IS NOT NULL AND EXISTS (
      SELECT FROM exempt WHERE exempt.stage = award.stage AND exempt.category = ANY (award.categories)) AS "isFeeExempt",
    award.categories IS NOT NULL AND EXISTS (
      SELECT FROM aid_award waived JOIN aid_programme programme
        ON programme.county_code = waived.county_code AND programme.code = waived.programme_code AND programme.payee = 'SCHOOL_WAIVER'
      WHERE waived.county_code = award.county_code AND waived.student_id = award.student_id
        AND waived.school_year = award.school_year AND waived.season = award.season) AS "hasFeeWaiver",
    account.id IS NOT NULL AS "hasAccount", coalesce(account.holder_name = child.name, false) AS "isOwnName", account.relation,
    account.relation_document IS NOT NULL AS "hasRelationDocument", account.siblings_document IS NOT NULL AS "hasSiblingsDocument",
    (SELECT count(*)::int FROM payee_account same WHERE same.county_code = account.county_code
       AND same.account_number_index = account.account_number_index AND same.valid_to IS NULL) AS "accountChildren",
    notice.days AS "noticeWorkingDays", notice.ends_on AS "noticeEndsOn",
    CASE WHEN award.application_id IS NULL THEN 0 ELSE (
      SELECT count(*)::int FROM objection WHERE objection.county_code = award.county_code
        AND objection.subject_id = award.application_id AND objection.state <> 'OVERRULED') END AS "openObjections",
    CASE WHEN award.application_id IS NULL THEN '{}'::text[] ELSE ARRAY(
      SELECT DISTINCT step.taken_by FROM workflow_step step WHERE step.county_code = award.county_code
        AND step.subject_id = award.application_id) END AS reviewers
  FROM page
  JOIN aid_award award ON award.county_code = page.county_code AND award.id = page.award_id
  JOIN aid_term term ON term.county_code = award.county_code AND term.school_year = award.school_year AND term.season = award.season
  LEFT JOIN aid_rate rate ON rate.county_code = award.county_code AND rate.programme_code = award.programme_code
    AND rate.stage = award.stage AND rate.tier = award.tier
    AND award.school_year * 2 + (award.season = 'SPRING')::int >= rate.valid_from_school_year * 2 + (rate.valid_from_season = 'SPRING')::int
    AND (rate.valid_to_school_year IS NULL
      OR award.school_year * 2 + (award.season = 'SPRING')::int <= rate.valid_to_school_year * 2 + (rate.valid_to_season = 'SPRING')::int)
  LEFT JOIN boarding ON boarding.programme_code = award.programme_code
  LEFT JOIN LATERAL (
    SELECT min(shown.working_days)::int AS days, max(shown.ends_on)::text AS ends_on
    FROM public_notice_item item JOIN public_notice shown ON shown.county_code = item.county_code AND shown.id = item.notice_id
    WHERE item.county_code = award.county_code AND item.subject_id = award.application_id) notice ON award.application_id IS NOT NULL
  LEFT JOIN student_roster child ON child.county_code = page.county_code AND child.id = page.student_id
  LEFT JOIN payee_account account ON account.county_code = page.county_code AND account.student_id = page.student_id AND account.valid_to IS NULL
  LEFT JOIN award_elsewhere elsewhere ON elsewhere.county_code = page.county_code AND elsewhere.identity_index = child.identity_index
    AND elsewhere.programme_code = page.programme_code AND elsewhere.school_year = award.school_year AND elsewhere.season = award.season
  ORDER BY ${order}`;

const FIRST = '00000000-0000-0000-0000-000000000000';

/** Gathers what the rules want to know, a page of payments a statement. */
export class PaymentFactsRepository {
  readonly #manager: EntityManager;

  constructor(manager: EntityManager) {
    this.#manager = manager;
  }

  async getPage({ countyCode, batchId }: AuditScope, after: string | null): Promise<FactsPage> {
    const [page, order, first] =
      batchId === null ? [COUNTY_PAGE, 'page.id', FIRST] : [BATCH_PAGE, 'page.sequence', '0'];
    const parameters = [countyCode, batchId, after ?? first, FACTS_PAGE];
    const facts: (PaymentFacts & { cursor: string })[] = await this.#manager.query(factsOf(page, order), parameters);
    return { facts, next: facts.length < FACTS_PAGE ? null : (facts.at(-1)?.cursor ?? null) };
  }

  /** Of each school and programme under audit, what its children are entitled to for the term. */
  listSchools({ countyCode, batchId }: AuditScope): Promise<SchoolFacts[]> {
    return this.#manager.query(
      `SELECT page.school_id AS "schoolId", page.programme_code AS "programmeCode", count(*)::int AS count,
              sum(award.entitled_fen)::text AS "entitledFen"
       FROM payment page JOIN aid_award award ON award.county_code = page.county_code AND award.id = page.award_id
       WHERE page.county_code = $1 AND ($2::uuid IS NULL OR page.batch_id = $2)
         AND page.${UNDER_AUDIT}
       GROUP BY page.school_id, page.programme_code, award.school_year, award.season`,
      [countyCode, batchId],
    );
  }

  /** Children who should be aided and are not, as the list of them stands. */
  listChildren(countyCode: string): Promise<ChildFacts[]> {
    return this.#manager.query(
      `SELECT DISTINCT ON (student_id) student_id AS "studentId", school_id AS "schoolId", reasons[1] AS category,
              false AS "hasAward", false AS "hasDeclined"
       FROM aid_gap WHERE county_code = $1 AND kind = 'UNAIDED' ORDER BY student_id, id`,
      [countyCode],
    );
  }

  /** The funds that a batch draws on, or all of the county's. */
  listFunds({ countyCode, batchId }: AuditScope): Promise<FundFacts[]> {
    return this.#manager.query(
      `SELECT fund.id AS "fundId", fund.balances[2]::text AS "availableFen", max(receipt.received_on)::text AS "lastReceivedOn"
       FROM fund JOIN fund_receipt receipt ON receipt.county_code = fund.county_code AND receipt.fund_id = fund.id
       WHERE fund.county_code = $1 AND ($2::uuid IS NULL OR EXISTS (
         SELECT FROM disbursement_funding part WHERE part.county_code = fund.county_code AND part.fund_id = fund.id AND part.batch_id = $2))
       GROUP BY fund.county_code, fund.id`,
      [countyCode, batchId],
    );
  }
}
