import { newId } from '@bureau/subgraph';
import type { Discovery, DropoutCase } from './dropout-case.entity.ts';
import { stageDueOn } from './dropout-needs.rules.ts';

export interface Opening {
  student: { countyCode: string; id: string; schoolId: string; classId: string; townshipCode: string };
  stage: 'WATCH' | 'SUSPECTED';
  today: string;
  lastSeenOn: string;
  reasonCode: string;
  discoveredBy: Discovery;
  formerSchoolId?: string | null;
  stageDays: Readonly<Record<string, number>>;
}

/** A case as it is opened. */
export function openedCase({
  student,
  stage,
  today,
  stageDays,
  formerSchoolId = null,
  ...opening
}: Opening): DropoutCase {
  const { countyCode, id: studentId, schoolId, classId, townshipCode } = student;
  return {
    countyCode,
    id: newId(),
    studentId,
    schoolId,
    classId,
    townshipCode,
    stage,
    suspectedOn: today,
    ...opening,
    returnedOn: null,
    version: 1,
    isSuspicion: stage !== 'WATCH',
    stageSince: today,
    dueOn: stageDueOn(stage, today, stageDays),
    risk: stage === 'WATCH' ? 'YELLOW' : 'ORANGE',
    formerSchoolId,
    returnPlacement: null,
    resolution: null,
    proof: null,
    withdrawnBy: null,
    closedOn: null,
    relapses: 0,
  };
}
