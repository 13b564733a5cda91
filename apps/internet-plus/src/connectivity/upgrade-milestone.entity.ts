import { EntitySchema } from 'typeorm';

/** A milestone of an upgrade (里程碑). */
export interface UpgradeMilestone {
  countyCode: string;
  id: string;
  schoolId: string;
  townshipCode: string;
  /** The upgrade. */
  projectId: string;
  /** What is reached. */
  name: string;
  /** Planned day. */
  dueOn: string;
  /** The day on which it was reached; null before. */
  doneOn: string | null;
  version: number;
}

export const UpgradeMilestoneEntity = new EntitySchema<UpgradeMilestone>({
  name: 'UpgradeMilestone',
  columns: {
    countyCode: { type: 'varchar', length: 6, primary: true, primaryKeyConstraintName: 'upgrade_milestone_pkey' },
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'upgrade_milestone_pkey' },
    schoolId: { type: 'uuid' },
    townshipCode: { type: 'varchar', length: 9 },
    projectId: { type: 'uuid' },
    name: { type: 'text' },
    dueOn: { type: 'date' },
    doneOn: { type: 'date', nullable: true },
    version: { type: 'integer', default: 1 },
  },
  uniques: [{ name: 'upgrade_milestone_name_key', columns: ['countyCode', 'projectId', 'name'] }],
  indices: [{ name: 'upgrade_milestone_due_idx', columns: ['countyCode', 'dueOn', 'id'] }],
  foreignKeys: [
    {
      name: 'upgrade_milestone_project_fkey',
      target: 'UpgradeProject',
      columnNames: ['countyCode', 'projectId'],
      referencedColumnNames: ['countyCode', 'id'],
    },
  ],
  checks: [
    { name: 'upgrade_milestone_township_check', expression: `township_code ~ ('^' || county_code || '[0-9]{3}$')` },
  ],
});
