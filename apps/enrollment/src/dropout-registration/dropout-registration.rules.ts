export interface RegistrationAsked {
  version: number;
  whereabouts: string;
  workPlace?: string | null;
  schoolOpinion: string;
}

export type RegistrationRefusal =
  | { kind: 'DropoutCaseNotFound' }
  | { kind: 'RegistrationChanged'; version: number }
  | { kind: 'RegistrationIncomplete'; missing: readonly string[] };

/** Every reason not to take the page so; version 0 is the first. A child that works is somewhere (docs/rules/enrollment.md#dropout-cases). */
export function registrationRefusals(asked: RegistrationAsked, version: number): RegistrationRefusal[] {
  const missing: string[] = [];
  if (asked.schoolOpinion.trim() === '') missing.push('schoolOpinion');
  if (asked.whereabouts === 'WORKING' && !asked.workPlace?.trim()) missing.push('workPlace');
  const refusals: RegistrationRefusal[] = [];
  if (asked.version !== version) refusals.push({ kind: 'RegistrationChanged', version });
  if (missing.length > 0) refusals.push({ kind: 'RegistrationIncomplete', missing });
  return refusals;
}
