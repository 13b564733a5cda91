import { PlatformPilotEntity } from '../platform-pilot/platform-pilot.entity.ts';
import type { Outcome, RecordService } from '../record/record.service.ts';
import {
  type ChangeRefusal,
  earliestRefusals,
  latestRefusals,
  linkRefusals,
  type Refusal,
  refuse,
  textRefusals,
} from '../refusal/refusal.rules.ts';
import { PilotTaskEntity } from './pilot-task.entity.ts';
import type { PilotTaskKind } from './pilot-task-terms.rules.ts';

const TITLE_LONGEST = 200;

export interface PilotTaskInput {
  pilot: string;
  kind: PilotTaskKind;
  title: string;
  dueOn: string;
  idempotencyKey?: string | null;
}

export interface FinishInput {
  pilotTask: string;
  doneOn: string;
  evidence: string;
  version: number;
  idempotencyKey?: string | null;
}

/** What pilot schools owe, and what they have done. */
export class PilotTaskService {
  readonly #records: RecordService;

  constructor(records: RecordService) {
    this.#records = records;
  }

  set(
    input: PilotTaskInput,
  ): Promise<Outcome<Refusal<'RecordNotFound' | 'RecordExists' | 'TextUnfit' | 'DayTooEarly'>>> {
    return this.#records.act('pilotTaskSet', input, async (desk) => {
      const pilot = await desk.findForUpdate(PlatformPilotEntity, input.pilot, 'pilot');
      if (!pilot) return { id: null, refusals: [refuse('RecordNotFound', 'pilot', {})] };
      const refusals = [
        ...textRefusals(input.title, 'title', TITLE_LONGEST),
        ...earliestRefusals(input.dueOn, 'dueOn', pilot.startedOn),
      ];
      if (refusals.length > 0) return { id: null, refusals };
      const { countyCode, schoolId, townshipCode, id: pilotId } = pilot;
      const { kind, title, dueOn } = input;
      const set = { kind, title, dueOn, doneOn: null, evidence: null, version: 1 };
      const task = { countyCode, schoolId, townshipCode, id: desk.newId(), pilotId, ...set };
      if (await desk.insert(PilotTaskEntity, task)) return { id: task.id, refusals };
      return { id: null, refusals: [refuse('RecordExists', 'title', { existing: null })] };
    });
  }

  finish(input: FinishInput): Promise<Outcome<ChangeRefusal | Refusal<'ActOutOfOrder' | 'DayTooLate' | 'LinkUnsafe'>>> {
    const about = { entity: PilotTaskEntity, id: input.pilotTask, field: 'pilotTask' };
    return this.#records.actOn('pilotTaskFinish', input, about, async (desk, task) => ({
      refusals: [
        ...(task.doneOn === null ? [] : [refuse('ActOutOfOrder', '', { state: 'DONE', acts: [] })]),
        ...latestRefusals(input.doneOn, 'doneOn', desk.today),
        ...linkRefusals(input.evidence, 'evidence'),
      ],
      changes: { doneOn: input.doneOn, evidence: input.evidence },
    }));
  }
}
