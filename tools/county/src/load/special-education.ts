import type { Sealer } from '@bureau/access';
import { addDays } from '@bureau/calendar';
import { yongning } from '@bureau/codes';

import type { SyntheticCounty } from '../generate/county.ts';
import { lastSpell } from '../generate/spells.ts';
import type { Disability, Placement } from '../office-rows.ts';
import { at } from '../random.ts';
import { ageBands } from '../plan/disabilities.ts';
import { rowsOf, type Row, type TableRows } from './rows.ts';
import { sealedColumns, sealedIdentity } from './sealed.ts';

const county_code = yongning.code;
const DAYS_FROM_DECISION_TO_START = 45;

/** What the special-education office holds. A child that is not placed has no placement, but a note that says why. */
export function specialEducationTables({ disabilities, placements }: SyntheticCounty, sealer: Sealer): TableRows[] {
  const unplaced = placements.filter(({ kind }) => kind === 'NOT_PLACED');
  const placed = placements.filter(({ kind }) => kind !== 'NOT_PLACED');
  return [
    rowsOf('age_band', ageBands, ageBandRow),
    rowsOf('disabled_child', disabilities, (disability) => disabledChildRow(disability, sealer)),
    rowsOf('duty', disabilities, dutyRow),
    rowsOf('disability', disabilities.flatMap(kindsOf), disabilityRow),
    rowsOf('placement', placed, placementRow),
    rowsOf('unplaced_note', unplaced, unplacedNoteRow),
  ];
}

function ageBandRow({ validFrom, youngest, oldest, cutoffMonth, cutoffDay, document }: (typeof ageBands)[number]): Row {
  const cutoff = { cutoff_month: cutoffMonth, cutoff_day: cutoffDay };
  return { county_code, valid_from: validFrom, youngest, oldest, ...cutoff, document };
}

function disabledChildRow(
  { id, child, kinds, certificate, identifiedBy, registeredOn }: Disability,
  sealer: Sealer,
): Row {
  const { schoolId, classId } = lastSpell(child);
  return {
    county_code,
    id,
    student_id: child.id,
    name: child.name,
    sex: child.sex,
    born_on: child.bornOn,
    ...sealedIdentity(sealer, 'disabled_child', { id, identityNumber: child.identityNumber }),
    certificate_status: certificate.status,
    ...sealedColumns(sealer, ['disabled_child', 'certificate_number'], { id, value: certificate.number }),
    identified_by: identifiedBy,
    primary_category: at(kinds, 0).category,
    township_code: child.township,
    school_id: schoolId,
    class_id: classId,
    registered_on: registeredOn,
    version: 1,
  };
}

/** The school of the child's last spell answers for it since the office entered it. */
function dutyRow({ id, child, registeredOn }: Disability): Row {
  const { schoolId, classId } = lastSpell(child);
  const started_at = `${registeredOn}T00:00:00+08:00`;
  return { county_code, id, child_id: id, school_id: schoolId, class_id: classId, started_at, cause: 'REGISTERED' };
}

function kindsOf({ id, kinds }: Disability): { childId: string; category: string; level: string }[] {
  return kinds.map((kind) => ({ childId: id, ...kind }));
}

function disabilityRow({ childId, category, level }: ReturnType<typeof kindsOf>[number]): Row {
  return { county_code, child_id: childId, category, level: Number(level) };
}

function placementRow({ id, disability, kind, schoolId, externalSchool, startedOn, endedOn }: Placement): Row {
  return {
    county_code,
    id,
    child_id: disability.id,
    kind,
    school_id: schoolId,
    external_school_name: externalSchool?.name ?? null,
    external_school_city: externalSchool?.city ?? null,
    started_on: startedOn,
    ended_on: endedOn,
    decided_on: addDays(startedOn, -DAYS_FROM_DECISION_TO_START),
  };
}

function unplacedNoteRow({ id, disability, startedOn, reason, nextStep }: Placement): Row {
  return { county_code, id, child_id: disability.id, noted_on: startedOn, reason, next_step: nextStep };
}
