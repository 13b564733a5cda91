import { EntitySchema } from 'typeorm';

/** One of a child's disabilities (残疾类别、等级, GB/T 26341). Which one is the primary, the child's own row says. */
export interface Disability {
  countyCode: string;
  childId: string;
  /** 1 sight, 2 hearing, 3 speech, 4 limbs, 5 intellect, 6 mind, 7 several. */
  category: string;
  /** 1 (most severe) to 4. */
  level: number;
}

export const DisabilityEntity = new EntitySchema<Disability>({
  name: 'Disability',
  columns: {
    countyCode: { type: 'varchar', length: 6, primary: true, primaryKeyConstraintName: 'disability_pkey' },
    childId: { type: 'uuid', primary: true, primaryKeyConstraintName: 'disability_pkey' },
    category: { type: 'varchar', length: 1, primary: true, primaryKeyConstraintName: 'disability_pkey' },
    level: { type: 'smallint' },
  },
  foreignKeys: [
    {
      name: 'disability_child_fkey',
      target: 'DisabledChild',
      columnNames: ['countyCode', 'childId'],
      referencedColumnNames: ['countyCode', 'id'],
      onDelete: 'CASCADE',
    },
  ],
  checks: [
    { name: 'disability_category_check', expression: `category ~ '^[1-7]$'` },
    { name: 'disability_level_check', expression: `level BETWEEN 1 AND 4` },
  ],
});
