import type { Day, SchoolYear } from '@bureau/calendar';
import type { AttendancePlacement, RollStatus, Stage } from '@bureau/events';

export type { AttendancePlacement, RollStatus, Stage };

export interface School {
  id: string;
  code: string;
  name: string;
  kind: string;
  township: string;
  urbanRural: string;
  hasBoarding: boolean;
  opensOn: Day;
}

export interface SchoolClass {
  id: string;
  schoolId: string;
  stage: Stage;
  entryYear: SchoolYear;
  serial: number;
}

export type SpellEnd =
  | 'STATUS_CHANGED'
  | 'CLASS_CHANGED'
  | 'TRANSFERRED_WITHIN_COUNTY'
  | 'TRANSFERRED_OUT'
  | 'GRADUATED'
  | 'ABROAD'
  | 'WITHDRAWN'
  | 'DECEASED';

/** A time on one roll, in one class and one standing; `endedOn` is the first day that is no longer part of it. */
export interface Spell {
  id: string;
  schoolId: string;
  classId: string;
  stage: Stage;
  entryYear: SchoolYear;
  rollStatus: RollStatus;
  placement: AttendancePlacement;
  /** 1 day pupil, 2 boarder. */
  boarding: '1' | '2';
  startedOn: Day;
  endedOn: Day | null;
  endedBy: SpellEnd | null;
}

export interface Person {
  id: string;
  name: string;
  sex: '1' | '2';
  bornOn: Day;
  identityNumber: string;
  /** Where the child lives, nine digits. */
  township: string;
  /** Where the child is registered, twelve digits. */
  hukou: string;
}

/** A child that is or was on a roll of the county, with its spells in the order of time. */
export interface Child extends Person {
  ethnicity: string;
  isMigrantChild: boolean;
  leftBehind: 'NO' | 'ONE_PARENT_AWAY' | 'BOTH_PARENTS_AWAY';
  spells: Spell[];
}

export type Whereabouts = 'IN_COUNTY' | 'OUT_OF_COUNTY' | 'ABROAD' | 'SUSPENDED' | 'NOT_ENROLLED';

/** A row of the ledger of children of age (适龄儿童台账). */
export interface ChildOfAge {
  id: string;
  schoolYear: SchoolYear;
  person: Person;
  ageBand: 'PRIMARY' | 'JUNIOR_SECONDARY';
  basis: 'HOUSEHOLD' | 'RESIDENT';
  whereabouts: Whereabouts;
  /** The spell of a child that is on a roll here, and the child. */
  child: Child | null;
  spell: Spell | null;
  reason: string | null;
  verifiedOn: Day;
}

export interface DropoutCase {
  id: string;
  child: Child;
  spell: Spell;
  lastSeenOn: Day;
  suspectedOn: Day;
  returnedOn: Day;
  reasonCode: string;
}
