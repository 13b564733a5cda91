import type { Scope } from './scopes.ts';

export const anyone = ['county:read'] as const satisfies readonly Scope[];
export const staff = [...anyone, 'figures:read'] as const satisfies readonly Scope[];
export const roll = ['students:identify', 'students:read'] as const satisfies readonly Scope[];
export const everythingToRead = [
  ...staff,
  ...roll,
  'dropout-cases:read',
  'handovers:read',
  'attendance:read',
  'responsibility:read',
  'home-visits:read',
  'monthly-reports:read',
  'supervision:read',
  'children-of-age:read',
  'transfers:read',
  'verification:read',
  'matching:read',
  'disabled-children:read',
  'aid-awards:read',
  'aid-applications:read',
  'aid-evidence:read',
  'payee-accounts:read',
  'student-loans:read',
  'payments:read',
  'funds:read',
  'disbursements:read',
  'digital-profiles:read',
  'teachers:read',
  'network-security:read',
  'access-log:read',
] as const satisfies readonly Scope[];

/** Dropout control (控辍保学) as a class teacher, a school, a township and the bureau's office do it. */
export const controlOfClass = [
  'dropout-cases:read',
  'dropout-cases:write',
  'handovers:read',
  'attendance:read',
  'attendance:write',
  'responsibility:read',
  'home-visits:read',
  'home-visits:write',
] as const satisfies readonly Scope[];
export const controlOfSchool = [
  ...controlOfClass,
  'handovers:write',
  'responsibility:write',
  'monthly-reports:read',
  'monthly-reports:write',
  'supervision:read',
] as const satisfies readonly Scope[];
export const controlOfTownship = [
  'dropout-cases:read',
  'dropout-cases:write',
  'legal-documents:write',
  'responsibility:read',
  'responsibility:write',
  'home-visits:read',
  'home-visits:write',
] as const satisfies readonly Scope[];
export const controlOfCounty = [
  ...controlOfSchool,
  'legal-documents:write',
  'school-calendar:write',
  'indicators:freeze',
] as const satisfies readonly Scope[];

/** What a school's registrar does with the roll by itself. */
export const rollOfSchool = [
  'identity-numbers:reveal',
  'roll:write',
  'transfers:read',
  'transfers:write',
  'verification:read',
  'verification:write',
] as const satisfies readonly Scope[];
/** What the county's office does with the roll. */
export const rollOfCounty = [
  ...rollOfSchool,
  'roll:decide',
  'verification:decide',
  'matching:read',
  'matching:write',
  'enrollment-settings:write',
] as const satisfies readonly Scope[];
/** What a principal does with the roll: steps of transfers, and the school's signature. */
export const rollOfPrincipal = [
  'identity-numbers:reveal',
  'transfers:read',
  'transfers:write',
  'verification:read',
  'verification:sign',
] as const satisfies readonly Scope[];
/** A homeroom teacher looks at each child of the class. */
export const verificationOfClass = ['verification:read', 'verification:write'] as const satisfies readonly Scope[];

/** Student aid (学生资助) as the bureau's centre does it. */
export const aidOfCounty = [
  'student-aid-settings:write',
  'aid-awards:read',
  'aid-awards:write',
  'aid-applications:read',
  'aid-applications:write',
  'aid-applications:bureau-review',
  'aid-evidence:read',
  'aid-evidence:write',
  'payee-accounts:read',
  'payee-accounts:write',
  'aid-programmes:write',
  'student-loans:read',
  'student-loans:write',
  'payments:read',
  'funds:read',
  'funds:write',
  'disbursements:read',
  'disbursements:write',
  'bank-files:write',
] as const satisfies readonly Scope[];

/** Special education (特殊教育) as a class teacher, a school's teacher for it and the bureau's office do it. */
export const specialEducationOfClass = [
  'disabled-children:read',
  'special-education-files:read',
] as const satisfies readonly Scope[];
export const specialEducationOfSchool = [
  ...specialEducationOfClass,
  'special-education-lessons:write',
  'special-education-duties:write',
] as const satisfies readonly Scope[];
export const specialEducationOfCounty = [
  ...specialEducationOfSchool,
  'special-education-settings:write',
  'disabled-children:write',
  'assessments:write',
  'placements:decide',
] as const satisfies readonly Scope[];
