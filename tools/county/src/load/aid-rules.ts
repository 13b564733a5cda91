import { yongning } from '@bureau/codes';
import { termNamed } from '../generate/rates.ts';
import { createIds } from '../ids.ts';
import { aidPlans } from '../plan/aid.ts';
import {
  categoryPlans,
  eligibilityPlans,
  exclusionPlans,
  fundingPlans,
  rollPolicyPlans,
  stationPlans,
  termPlans,
} from '../plan/aid-grounds.ts';
import { createRandom } from '../random.ts';
import { rowsOf, type TableRows } from './rows.ts';

const county_code = yongning.code;
const FROM = { valid_from_school_year: 2011, valid_from_season: 'AUTUMN' };

/** The numbers of the exclusions that a programme is part of. */
export const exclusionsOf = (programme: string): number[] =>
  exclusionPlans.filter(({ programmes }) => programmes.some((code) => code === programme)).map(({ number }) => number);

/** What the county has decided about who has which aid, when, and at whose cost. */
export function aidRuleTables(): TableRows[] {
  return [...entitlementTables(), ...scheduleTables(), ...followingTables()];
}

function entitlementTables(): TableRows[] {
  const newId = createIds(createRandom('aid rules'), new Date('2023-09-01T00:00:00Z'));
  const grounds = eligibilityPlans.flatMap(({ programme, categories = [], levels = [], boarding = null, tier = 1 }) => [
    ...categories.map((category) => ({ programme, category, level: null, boarding, tier })),
    ...levels.map((level) => ({ programme, category: null, level, boarding, tier })),
  ]);
  return [
    rowsOf('evidence_category', categoryPlans, ({ code, name, source }) => ({
      county_code,
      code,
      name,
      source,
      valid_from: '2018-11-01',
      basis_document: '教财〔2018〕16号',
    })),
    rowsOf('aid_exclusion', exclusionPlans, ({ number, programmes: [programme_a, programme_b], legalBasis }) => ({
      county_code,
      number,
      programme_a,
      programme_b,
      legal_basis: legalBasis,
    })),
    rowsOf('aid_eligibility', grounds, ({ programme, ...ground }) => ({
      county_code,
      id: newId(),
      programme_code: programme,
      ...ground,
      ...FROM,
      basis_document: '教财〔2018〕16号',
    })),
  ];
}

function scheduleTables(): TableRows[] {
  const shares = fundingPlans.flatMap((plan) =>
    plan.programmes.map((programme) => ({ programme, shares: plan.shares })),
  );
  return [
    rowsOf('aid_funding', shares, ({ programme, shares: [central, region, city, county, charity] }) => ({
      county_code,
      programme_code: programme,
      ...FROM,
      central_permille: central,
      region_permille: region,
      city_permille: city,
      county_permille: county,
      charity_permille: charity,
      basis_document: '财教〔2021〕310号、财教〔2021〕56号',
    })),
    rowsOf('aid_term', termPlans, ({ term, startsOn, endsOn, payBy, closedOn }) => ({
      county_code,
      school_year: termNamed(term).schoolYear,
      season: termNamed(term).season,
      starts_on: startsOn,
      ends_on: endsOn,
      freeze_on: aidPlans.find((plan) => plan.term === term)?.freezeOn,
      pay_by: payBy,
      basis_document: '永宁县学生资助工作安排',
      closed_on: closedOn,
    })),
  ];
}

function followingTables(): TableRows[] {
  return [
    rowsOf('roll_policy', rollPolicyPlans, ([rollStatus, effect]) => ({
      county_code,
      roll_status: rollStatus,
      valid_from: '2020-01-01',
      effect,
      rule: `roll.${rollStatus.toLowerCase()}`,
      rule_version: '1',
      basis_document: '财教〔2021〕310号',
    })),
    rowsOf('service_station', stationPlans, ({ code, name, township }) => ({
      county_code,
      code,
      name,
      township_code: township,
      valid_from: '2020-01-01',
    })),
  ];
}
