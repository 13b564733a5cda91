import { EntitySchema } from 'typeorm';

/** That a task waits for another. */
export interface BoardBlock {
  countyCode: string;
  id: string;
  /** The task that waits. */
  taskId: string;
  /** The task that comes first. */
  blockerId: string;
}

export const BoardBlockEntity = new EntitySchema<BoardBlock>({
  name: 'BoardBlock',
  columns: {
    countyCode: { type: 'varchar', length: 6, primary: true, primaryKeyConstraintName: 'board_block_pkey' },
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'board_block_pkey' },
    taskId: { type: 'uuid' },
    blockerId: { type: 'uuid' },
  },
  uniques: [{ name: 'board_block_once_key', columns: ['countyCode', 'taskId', 'blockerId'] }],
  foreignKeys: [
    {
      name: 'board_block_task_fkey',
      target: 'BoardTask',
      columnNames: ['countyCode', 'taskId'],
      referencedColumnNames: ['countyCode', 'id'],
    },
    {
      name: 'board_block_blocker_fkey',
      target: 'BoardTask',
      columnNames: ['countyCode', 'blockerId'],
      referencedColumnNames: ['countyCode', 'id'],
    },
  ],
  checks: [{ name: 'board_block_other_check', expression: `task_id <> blocker_id` }],
});
