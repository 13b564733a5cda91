import { EntitySchema } from 'typeorm';
import type { UpgradeKind, UpgradeState } from './connectivity-terms.rules.ts';

/** An upgrade of a school's network or equipment (提档升级项目). */
export interface UpgradeProject {
  countyCode: string;
  id: string;
  schoolId: string;
  townshipCode: string;
  /** What is done. */
  title: string;
  /** What it improves. */
  kind: UpgradeKind;
  /** How far it has come. */
  state: UpgradeState;
  /** Its budget, fen. */
  budgetFen: string;
  /** Planned first day. */
  startsOn: string;
  /** Planned last day. */
  dueOn: string;
  /** The day of acceptance, or of the end; null before. */
  endedOn: string | null;
  version: number;
}

export const UpgradeProjectEntity = new EntitySchema<UpgradeProject>({
  name: 'UpgradeProject',
  columns: {
    countyCode: { type: 'varchar', length: 6, primary: true, primaryKeyConstraintName: 'upgrade_project_pkey' },
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'upgrade_project_pkey' },
    schoolId: { type: 'uuid' },
    townshipCode: { type: 'varchar', length: 9 },
    title: { type: 'text' },
    kind: { type: 'text' },
    state: { type: 'text' },
    budgetFen: { type: 'bigint' },
    startsOn: { type: 'date' },
    dueOn: { type: 'date' },
    endedOn: { type: 'date', nullable: true },
    version: { type: 'integer', default: 1 },
  },
  indices: [{ name: 'upgrade_project_due_idx', columns: ['countyCode', 'dueOn', 'id'] }],
  checks: [
    { name: 'upgrade_project_township_check', expression: `township_code ~ ('^' || county_code || '[0-9]{3}$')` },
    {
      name: 'upgrade_project_kind_check',
      expression: `kind IN ('ACCESS', 'CLASSROOM_NETWORK', 'MULTIMEDIA', 'WIFI', 'TERMINALS', 'INTERACTIVE_ROOM')`,
    },
    { name: 'upgrade_project_state_check', expression: `state IN ('PLANNED', 'UNDER_WAY', 'ACCEPTED', 'ABANDONED')` },
    { name: 'upgrade_project_title_length_check', expression: `length(title) BETWEEN 1 AND 200` },
    { name: 'upgrade_project_budget_check', expression: `budget_fen >= 0` },
    { name: 'upgrade_project_dates_check', expression: `due_on >= starts_on` },
    { name: 'upgrade_project_end_check', expression: `(state IN ('ACCEPTED', 'ABANDONED')) = (ended_on IS NOT NULL)` },
  ],
});
