import { EntitySchema } from 'typeorm';
import { closedList } from '../closed-list.ts';
import type { DropoutStage } from '../dropout-case/dropout-case.rules.ts';
import {
  CASE_ACTION_KINDS,
  type CaseActionKind,
  type Channel,
  CHANNELS,
  type Referral,
  REFERRALS,
} from './case-action.rules.ts';

/** Something done in a case; never changed. */
export interface CaseAction {
  countyCode: string;
  id: string;
  dropoutCaseId: string;
  kind: CaseActionKind;
  happenedOn: string;
  channel: Channel | null;
  place: string | null;
  /** Who took part: of the school, the village, the township, the police. */
  participants: string[];
  guardianAttitude: string | null;
  studentWish: string | null;
  commitment: string | null;
  referral: Referral | null;
  words: string;
  fromStage: DropoutStage | null;
  toStage: DropoutStage | null;
  /** Who approved that stages were left out. */
  approvedBy: string | null;
  recordedBy: string;
  recordedAt: Date;
}

export const CaseActionEntity = new EntitySchema<CaseAction>({
  name: 'CaseAction',
  columns: {
    countyCode: { type: 'varchar', length: 6, primary: true, primaryKeyConstraintName: 'case_action_pkey' },
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'case_action_pkey' },
    dropoutCaseId: { type: 'uuid' },
    kind: { type: 'text' },
    happenedOn: { type: 'date' },
    channel: { type: 'text', nullable: true },
    place: { type: 'text', nullable: true },
    participants: { type: 'text', array: true },
    guardianAttitude: { type: 'text', nullable: true },
    studentWish: { type: 'text', nullable: true },
    commitment: { type: 'text', nullable: true },
    referral: { type: 'text', nullable: true },
    words: { type: 'text' },
    fromStage: { type: 'text', nullable: true },
    toStage: { type: 'text', nullable: true },
    approvedBy: { type: 'text', nullable: true },
    recordedBy: { type: 'text' },
    recordedAt: { type: 'timestamptz' },
  },
  indices: [{ name: 'case_action_case_idx', columns: ['countyCode', 'dropoutCaseId', 'id'] }],
  foreignKeys: [
    {
      name: 'case_action_case_fkey',
      target: 'DropoutCase',
      columnNames: ['countyCode', 'dropoutCaseId'],
      referencedColumnNames: ['countyCode', 'id'],
    },
  ],
  checks: [
    closedList('case_action', 'kind', CASE_ACTION_KINDS),
    closedList('case_action', 'channel', CHANNELS),
    { ...closedList('case_action', 'referral', REFERRALS), name: 'case_action_referral_list_check' },
    { name: 'case_action_referral_check', expression: `(kind = 'REFERRAL') = (referral IS NOT NULL)` },
    { name: 'case_action_stage_check', expression: `(kind = 'STAGE') = (to_stage IS NOT NULL)` },
  ],
});
