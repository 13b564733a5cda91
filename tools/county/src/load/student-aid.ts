import type { Sealer } from '@bureau/access';
import type { Term } from '@bureau/calendar';
import { yongning } from '@bureau/codes';

import type { SyntheticCounty } from '../generate/county.ts';
import { termNamed, yearlyFen } from '../generate/rates.ts';
import type { Award, Payment } from '../office-rows.ts';
import { programmePlans, ratePlans, type ProgrammePlan, type RatePlan } from '../plan/programmes.ts';
import { at } from '../random.ts';
import { type Ground, groundsOf } from './aid-grounds.ts';
import { aidRuleTables, exclusionsOf } from './aid-rules.ts';
import { rowsOf, type Row, type TableRows } from './rows.ts';

const county_code = yongning.code;

/** What the student-aid centre holds. */
export function studentAidTables({ awards, payments, rateIds }: SyntheticCounty, sealer: Sealer): TableRows[] {
  const grounds = groundsOf(awards, sealer);
  return [
    rowsOf('aid_programme', programmePlans, programmeRow),
    rowsOf('aid_rate', ratePlans, (rate, index) => rateRow(rate, at(rateIds, index))),
    ...aidRuleTables(),
    ...grounds.tables,
    rowsOf('aid_award', awards, (award) => awardRow(award, grounds.of(award))),
    rowsOf('payment', payments, paymentRow),
  ];
}

function programmeRow({ code, name, payee, stages, legalBasis }: ProgrammePlan): Row {
  return { county_code, code, name, payee, stages, legal_basis: legalBasis, exclusions: exclusionsOf(code) };
}

function rateRow({ programme, stage, tier, yearlyYuan, fromTerm, toTerm, legalBasis }: RatePlan, id: string): Row {
  const [from, to] = [termNamed(fromTerm), toTerm === null ? null : termNamed(toTerm)];
  return {
    county_code,
    id,
    programme_code: programme,
    stage,
    tier,
    amount_fen: String(yearlyFen({ yearlyYuan }) / 2n),
    valid_from_school_year: from.schoolYear,
    valid_from_season: from.season,
    valid_to_school_year: to?.schoolYear ?? null,
    valid_to_season: to?.season ?? null,
    basis_document: legalBasis,
  };
}

function awardRow(
  { id, child, spell, programme, term, tier, category, amountFen, awardedOn }: Award,
  ground: Ground,
): Row {
  return {
    county_code,
    id,
    student_id: child.id,
    programme_code: programme,
    school_year: term.schoolYear,
    season: term.season,
    stage: spell.stage,
    tier,
    amount_fen: String(amountFen),
    entitled_fen: String(amountFen),
    school_id: spell.schoolId,
    class_id: spell.classId,
    township_code: child.township,
    awarded_on: awardedOn,
    exclusions: exclusionsOf(programme),
    recognition_id: ground.recognitionId,
    level: ground.level,
    categories: [category],
    evidence_ids: [ground.entryId],
    roll_status: 'ACTIVE',
    state: 'GRANTED',
    version: 1,
  };
}

function paymentRow({ id, award, attempt, kind, amountFen, paidOn, failure }: Payment, index: number): Row {
  const { child, spell, programme, term } = award;
  return {
    county_code,
    id,
    award_id: award.id,
    student_id: child.id,
    programme_code: programme,
    school_id: spell.schoolId,
    class_id: spell.classId,
    township_code: child.township,
    amount_fen: String(amountFen),
    kind,
    state: paidOn === null ? 'FAILED' : 'PAID',
    paid_on: paidOn,
    paid_fen: paidOn === null ? null : String(amountFen),
    failure_code: failure,
    end_to_end_reference: endToEndReference(term, index + 1, attempt),
  };
}

/** At most 35 letters, digits and hyphens: county, term, number, attempt. */
function endToEndReference({ schoolYear, season }: Term, serial: number, attempt: number): string {
  return `${county_code}-${schoolYear}${season.slice(0, 1)}-${String(serial).padStart(7, '0')}-${attempt}`;
}
