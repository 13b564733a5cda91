import type { Connection } from '@bureau/subgraph';
import { RecordList } from '../record/record-list.repository.ts';
import { type PilotTask, PilotTaskEntity } from './pilot-task.entity.ts';

export type PilotTaskConnection = Connection<PilotTask>;

/** Tasks and milestones of pilot schools (试点任务). */
export const pilotTasks = new RecordList(PilotTaskEntity, {
  conditions: {
    schools: 'row.schoolId = ANY(:schools)',
    townships: 'row.townshipCode = ANY(:townships)',
    pilots: 'row.pilotId = ANY(:pilots)',
    kinds: 'row.kind = ANY(:kinds)',
    isDone: '(row.doneOn IS NOT NULL) = :isDone',
    lateOn: 'row.dueOn < COALESCE(row.doneOn, CAST(:lateOn AS date))',
  },
  ids: ['schools', 'pilots'],
  orders: {
    DUE_ASC: ['dueOn', 'ASC'],
    DUE_DESC: ['dueOn', 'DESC'],
  },
  groupings: {
    TOWNSHIP: 'row.townshipCode',
    SCHOOL: 'row.schoolId',
    KIND: 'row.kind',
    DONE: '(row.doneOn IS NOT NULL)',
  },
});
