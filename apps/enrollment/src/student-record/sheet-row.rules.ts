export type RecordCode =
  | 'NAME_UNFIT'
  | 'BIRTH_IN_FUTURE'
  | 'IDENTITY_NUMBER_MISSING'
  | 'IDENTITY_NUMBER_LENGTH'
  | 'IDENTITY_NUMBER_CHARACTERS'
  | 'IDENTITY_NUMBER_BIRTH_DAY'
  | 'IDENTITY_NUMBER_CHECK'
  | 'BIRTH_DIFFERS'
  | 'SEX_DIFFERS'
  | 'CODE_UNKNOWN'
  | 'DIVISION_UNFIT'
  | 'PHONE_UNFIT'
  | 'POSTAL_CODE_UNFIT'
  | 'INCLUSION_DISAGREES'
  | 'LEFT_BEHIND_AND_MIGRANT'
  | 'ADMITTED_BEFORE_BIRTH'
  | 'GUARDIAN_MISSING';

/** A child as the national sheet asks for it; what is absent is not looked at. */
export interface SheetRow {
  name?: string | null | undefined;
  sex?: string | null | undefined;
  bornOn?: string | null | undefined;
  identityNumber?: string | null | undefined;
  documentType?: string | null | undefined;
  ethnicity?: string | null | undefined;
  hukouDivision?: string | null | undefined;
  birthplaceDivision?: string | null | undefined;
  nativeDivision?: string | null | undefined;
  isMigrantChild?: boolean | null | undefined;
  leftBehind?: string | null | undefined;
  boarding?: string | null | undefined;
  nationality?: string | null | undefined;
  overseasStatus?: string | null | undefined;
  politicalStatus?: string | null | undefined;
  health?: string | null | undefined;
  hukouKind?: string | null | undefined;
  bloodType?: string | null | undefined;
  admissionMode?: string | null | undefined;
  source?: string | null | undefined;
  inclusion?: string | null | undefined;
  rollDisability?: string | null | undefined;
  commuteMode?: string | null | undefined;
  phone?: string | null | undefined;
  postalCode?: string | null | undefined;
  admittedIn?: string | null | undefined;
  guardians?: readonly GuardianRow[] | null | undefined;
}

export interface GuardianRow {
  name: string;
  kinship: string;
  phone?: string | null | undefined;
  isGuardian: boolean;
}

export interface SheetFacts {
  today: string;
  /** 办学类型: in a special school a child has a disability and is not 随班就读. */
  isSpecialSchool: boolean;
  /** Whether the county holds 留守 and 随迁 to exclude each other. */
  excludesLeftBehindMigrant: boolean;
}
