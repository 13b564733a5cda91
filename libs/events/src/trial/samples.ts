import { v7 as uuidv7 } from 'uuid';
import type { SchoolChanged } from '../contract/school-changed.ts';
import type { SchoolHeadcountChanged } from '../contract/school-headcount-changed.ts';
import type { StudentChanged } from '../contract/student-changed.ts';

export const yongning = '640121';
export const helan = '640122';

export function student(changes: Partial<StudentChanged> = {}): StudentChanged {
  return {
    id: uuidv7(),
    schoolId: uuidv7(),
    classId: uuidv7(),
    townshipCode: '640121100',
    name: '马小明',
    stage: 'PRIMARY',
    grade: 3,
    rollStatus: 'ACTIVE',
    attendancePlacement: 'IN_SCHOOL',
    bornOn: '2015-03-01',
    sex: '1',
    identityIndex: null,
    boarding: null,
    effectiveOn: '2024-09-01',
    version: 1,
    ...changes,
  };
}

export function school(changes: Partial<SchoolChanged> = {}): SchoolChanged {
  return {
    id: uuidv7(),
    code: '2164000001',
    name: '永宁县第一小学',
    kind: '211',
    townshipCode: '640121100',
    opensOn: '1985-09-01',
    closesOn: null,
    successorIds: [],
    version: 1,
    ...changes,
  };
}

export function headcount(changes: Partial<SchoolHeadcountChanged> = {}): SchoolHeadcountChanged {
  return {
    schoolId: uuidv7(),
    asOf: '2024-09-01',
    classes: 2,
    students: 80,
    byStage: [{ stage: 'PRIMARY', classes: 2, students: 80 }],
    version: 1,
    ...changes,
  };
}
