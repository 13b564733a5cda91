import { type AidRefusal, unfit } from '../refusal/refusal.rules.ts';

/** A child at the counter, as the roster has it. */
export interface Applicant {
  id: string;
  rollStatus: string | null;
  stage: string | null;
  schoolId: string | null;
  classId: string | null;
  townshipCode: string;
}

/** An applicant whose place is known. */
export interface PlacedApplicant extends Applicant {
  schoolId: string;
  classId: string;
}

export interface FilingFacts {
  applicant: Applicant | undefined;
  /** The one of the same kind that stands, if any. */
  standingId: string | null;
  station: string | null;
  stations: ReadonlySet<string>;
}

/** What every filing may be refused for (docs/rules/student-aid.md#reviews). */
export function filingRefusals({ applicant, standingId, station, stations }: FilingFacts): AidRefusal[] {
  if (!applicant) return [{ kind: 'AidSubjectNotFound' }];
  const refusals: AidRefusal[] = [];
  if (applicant.rollStatus !== 'ACTIVE' || !isPlaced(applicant))
    refusals.push({ kind: 'AidChildNotOnRoll', rollStatus: applicant.rollStatus });
  if (standingId) refusals.push({ kind: 'AidAlreadyFiled', id: standingId });
  if (station !== null && !stations.has(station)) refusals.push(unfit('station', 'STATION_UNKNOWN'));
  return refusals;
}

export function isPlaced(applicant: Applicant | undefined): applicant is PlacedApplicant {
  return applicant !== undefined && applicant.schoolId !== null && applicant.classId !== null;
}
