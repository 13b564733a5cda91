import type { Sealer } from '@bureau/access';
import { yongning, yongningDivisions } from '@bureau/codes';

import type { SyntheticCounty } from '../generate/county.ts';
import { lastSpell } from '../generate/spells.ts';
import { dropoutReasons } from '../plan/dropout.ts';
import type { Child, ChildOfAge, DropoutCase, School, SchoolClass, Spell } from '../rows.ts';
import { rowsOf, type Row, type TableRows } from './rows.ts';
import { sealedIdentity } from './sealed.ts';
import { presentStanding } from './standing.ts';

const county_code = yongning.code;

/** What the enrollment office holds, in the order in which rows refer to each other. */
export function enrollmentTables(county: SyntheticCounty, sealer: Sealer): TableRows[] {
  const townshipOf = new Map(county.schools.map(({ id, township }) => [id, township]));
  const spells = county.children.flatMap((child) => child.spells.map((spell) => ({ child, spell })));
  return [
    rowsOf('county', [yongning], ({ code, name }) => ({ county_code: code, name })),
    rowsOf('township', yongningDivisions, ({ code, name, type }) => ({ county_code, code, name, kind: type })),
    rowsOf('school', county.schools, schoolRow),
    rowsOf('school_class', county.classes, classRow),
    rowsOf('student', county.children, (child) => studentRow(child, sealer)),
    rowsOf('school_spell', spells, ({ child, spell }) => spellRow(child, spell, townshipOf.get(spell.schoolId))),
    rowsOf('dropout_reason', dropoutReasons, reasonRow),
    rowsOf('dropout_case', county.dropoutCases, dropoutCaseRow),
    rowsOf('child_of_age', county.childrenOfAge, (row) => childOfAgeRow(row, sealer)),
  ];
}

function schoolRow({ id, code, name, kind, township, urbanRural, hasBoarding, opensOn }: School): Row {
  const place = { township_code: township, urban_rural: urbanRural };
  return { county_code, id, code, name, kind, ...place, has_boarding: hasBoarding, opens_on: opensOn, version: 1 };
}

function classRow({ id, schoolId, stage, entryYear, serial }: SchoolClass): Row {
  return { county_code, id, school_id: schoolId, stage, entry_year: entryYear, serial };
}

function studentRow(child: Child, sealer: Sealer): Row {
  const { schoolId, classId, stage, entryYear, boarding } = lastSpell(child);
  const { rollStatus, placement, version } = presentStanding(child);
  return {
    county_code,
    id: child.id,
    name: child.name,
    sex: child.sex,
    born_on: child.bornOn,
    ...sealedIdentity(sealer, 'student', { id: child.id, identityNumber: child.identityNumber }),
    ethnicity: child.ethnicity,
    hukou_division: child.hukou,
    township_code: child.township,
    is_migrant_child: child.isMigrantChild,
    left_behind: child.leftBehind,
    boarding,
    school_id: schoolId,
    class_id: classId,
    stage,
    entry_year: entryYear,
    roll_status: rollStatus,
    attendance_placement: placement,
    version,
  };
}

function spellRow(child: Child, spell: Spell, township: string | undefined): Row {
  return {
    county_code,
    id: spell.id,
    student_id: child.id,
    school_id: spell.schoolId,
    class_id: spell.classId,
    township_code: township,
    stage: spell.stage,
    roll_status: spell.rollStatus,
    attendance_placement: spell.placement,
    started_on: spell.startedOn,
    ended_on: spell.endedOn,
    ended_by: spell.endedBy,
  };
}

function reasonRow({ code, name, validFrom }: (typeof dropoutReasons)[number]): Row {
  return { county_code, code, name, valid_from: validFrom };
}

function dropoutCaseRow(dropoutCase: DropoutCase): Row {
  const { id, child, spell, suspectedOn, lastSeenOn, returnedOn, reasonCode } = dropoutCase;
  return {
    county_code,
    id,
    student_id: child.id,
    school_id: spell.schoolId,
    class_id: spell.classId,
    township_code: child.township,
    stage: 'RETURNED',
    suspected_on: suspectedOn,
    last_seen_on: lastSeenOn,
    reason_code: reasonCode,
    returned_on: returnedOn,
    version: 2,
  };
}

function childOfAgeRow(row: ChildOfAge, sealer: Sealer): Row {
  const { id, schoolYear, person, ageBand, basis, whereabouts, child, spell, reason, verifiedOn } = row;
  return {
    county_code,
    school_year: schoolYear,
    id,
    name: person.name,
    sex: person.sex,
    born_on: person.bornOn,
    age_band: ageBand,
    ...sealedIdentity(sealer, 'child_of_age', { id, identityNumber: person.identityNumber }),
    basis,
    township_code: person.township,
    whereabouts,
    student_id: child?.id ?? null,
    school_id: spell?.schoolId ?? null,
    class_id: spell?.classId ?? null,
    reason,
    verified_on: verifiedOn,
  };
}
