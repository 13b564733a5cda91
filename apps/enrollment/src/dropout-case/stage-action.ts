import { newId } from '@bureau/subgraph';
import type { CaseAction } from '../case-action/case-action.entity.ts';
import type { DropoutCase } from './dropout-case.entity.ts';
import type { DropoutStage } from './dropout-case.rules.ts';

/** The record that a case went from stage to stage. */
export function stageAction(
  { countyCode, id: dropoutCaseId, stage }: DropoutCase,
  to: DropoutStage,
  today: string,
  record: Pick<CaseAction, 'words' | 'approvedBy' | 'recordedBy' | 'recordedAt'>,
): CaseAction {
  return {
    ...record,
    id: newId(),
    countyCode,
    dropoutCaseId,
    kind: 'STAGE',
    happenedOn: today,
    channel: null,
    place: null,
    participants: [],
    guardianAttitude: null,
    studentWish: null,
    commitment: null,
    referral: null,
    fromStage: stage,
    toStage: to,
  };
}
