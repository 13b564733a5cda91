import type { AttendancePlacement } from '@bureau/codes';
import type { PlacementKind } from './placement.rules.ts';

/** 就读状态 that a placement means on the roll; null where it means none: the child is where its roll says. */
export function attendanceOf(kind: PlacementKind, schoolId: string | null): AttendancePlacement | null {
  switch (kind) {
    case 'REGULAR_CLASS':
    case 'SPECIAL_CLASS':
    case 'SPECIAL_SCHOOL_COUNTY':
      return 'IN_SCHOOL';
    case 'SPECIAL_SCHOOL_EXTERNAL':
      return 'EXTERNAL_SPECIAL_SCHOOL';
    case 'HOME_TEACHING':
    case 'DISTANCE':
      return 'HOME_TEACHING';
    case 'WELFARE_OR_REHAB_CLASS':
    case 'VOCATIONAL':
      return schoolId === null ? 'EXTERNAL_OTHER' : 'IN_SCHOOL';
    case 'DEFERRED':
    case 'EXEMPT':
      return 'LONG_LEAVE';
    case 'MOVED_OUT':
    case 'COMPLETED':
      return null;
  }
}
