import type { RequestContext } from '@bureau/subgraph';
import type { Outcome, RecordService } from '../record/record.service.ts';
import { type ChangeRefusal, type Refusal, refuse } from '../refusal/refusal.rules.ts';
import { circleOf, reported, reportRefusals, taskRefusals, weekOf } from './board.rules.ts';
import { BoardBlockEntity } from './board-block.entity.ts';
import { BoardTaskEntity } from './board-task.entity.ts';
import { boardTasks } from './task-force.repository.ts';

interface Act {
  boardTask: string;
  version: number;
  idempotencyKey?: string | null;
}

export interface TaskInput {
  title: string;
  owner: string;
  dueOn: string;
  blockedBy: readonly string[];
  idempotencyKey?: string | null;
}

export interface WeeklyReport {
  from: string;
  until: string;
  closed: number;
  open: number;
  late: number;
  blocked: number;
}

const about = ({ boardTask: id }: Act) => ({ entity: BoardTaskEntity, id, field: 'boardTask' });

/** The board of the task force. */
export class BoardService {
  readonly #request: RequestContext;
  readonly #records: RecordService;
  readonly #today: string;

  constructor(request: RequestContext, records: RecordService, today: string) {
    this.#request = request;
    this.#records = records;
    this.#today = today;
  }

  set(input: TaskInput): Promise<Outcome<Refusal<'RecordNotFound' | 'TextUnfit' | 'DayTooEarly'>>> {
    return this.#records.act('boardTaskSet', input, async (desk) => {
      const asked = [...new Set(input.blockedBy)];
      const first = await desk.listByIds(
        BoardTaskEntity,
        asked.flatMap((id) => desk.idOf(id, 'blockedBy') ?? []),
      );
      const isMissing = first.length < asked.length;
      const refusals = [
        ...taskRefusals(input, desk.today),
        ...(isMissing ? [refuse('RecordNotFound', 'blockedBy', {})] : []),
      ];
      if (refusals.length > 0) return { id: null, refusals };
      const { title, owner, dueOn } = input;
      const set = { title, owner, dueOn, state: 'OPEN' as const, progress: 0, issue: null, closedOn: null, version: 1 };
      const task = { countyCode: desk.county, id: desk.newId(), ...set };
      await desk.insert(BoardTaskEntity, task);
      const blocks = first.map(({ id: blockerId }) => {
        return { countyCode: desk.county, id: desk.newId(), taskId: task.id, blockerId };
      });
      if (blocks.length > 0) await desk.insert(BoardBlockEntity, ...blocks);
      return { id: task.id, refusals };
    });
  }

  block(
    input: Act & { blocker: string },
  ): Promise<Outcome<ChangeRefusal | Refusal<'RecordExists' | 'BlockedInCircle'>>> {
    return this.#records.actOn('boardTaskBlock', input, about(input), async (desk, { id: taskId, state }) => {
      await desk.lock(`board ${desk.county}`);
      const blocker = await desk.findForUpdate(BoardTaskEntity, input.blocker, 'blocker');
      if (!blocker) return { refusals: [refuse('RecordNotFound', 'blocker', {})] };
      const wanted = { taskId, blockerId: blocker.id };
      const through = circleOf(wanted, await desk.listBy(BoardBlockEntity, {}));
      if (through.length > 0) {
        const ids = through.map((id) => `${desk.county}.${id}`);
        return { refusals: [refuse('BlockedInCircle', 'blocker', { through: ids })] };
      }
      if (await desk.insert(BoardBlockEntity, { countyCode: desk.county, id: desk.newId(), ...wanted }))
        return { refusals: [], changes: { state } };
      return { refusals: [refuse('RecordExists', 'blocker', { existing: null })] };
    });
  }

  report(
    input: Act & { progress: number; issue?: string | null },
  ): Promise<Outcome<ChangeRefusal | Refusal<'ActOutOfOrder' | 'ValueOutOfRange' | 'TasksOpen' | 'TextUnfit'>>> {
    return this.#records.actOn('boardTaskReport', input, about(input), async (desk, { id, state }) => {
      const blocks = await desk.listBy(BoardBlockEntity, { taskId: id });
      const first = await desk.listByIds(
        BoardTaskEntity,
        blocks.map(({ blockerId }) => blockerId),
      );
      const open = first.filter((task) => task.state === 'OPEN').length;
      return { refusals: reportRefusals(state, input, open), changes: reported(input, desk.today) };
    });
  }

  /** Every number is the length of its list. */
  async weeklyReport(week: string): Promise<WeeklyReport> {
    const { from, until } = weekOf(week);
    const lateOn = until < this.#today ? until : this.#today;
    const { session, actor } = this.#request;
    const count = (criteria: Parameters<typeof boardTasks.count>[2]) =>
      boardTasks.count(session, actor.scope.county, criteria);
    return {
      from,
      until,
      closed: await count({ closedFrom: from, closedUntil: until }),
      open: await count({ states: ['OPEN'] }),
      late: await count({ lateOn }),
      blocked: await count({ isBlocked: true }),
    };
  }
}
