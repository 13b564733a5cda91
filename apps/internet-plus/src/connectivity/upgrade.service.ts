import { placeOf } from '../record/desk.repository.ts';
import type { Outcome, RecordService } from '../record/record.service.ts';
import { latestRefusals, type Refusal, refuse, staleRefusals } from '../refusal/refusal.rules.ts';
import {
  advanceRefusals,
  nextState,
  type UpgradeAct,
  type UpgradeAsked,
  upgradeRefusals,
} from './connectivity.rules.ts';
import type { UpgradeKind } from './connectivity-terms.rules.ts';
import { UpgradeMilestoneEntity } from './upgrade-milestone.entity.ts';
import { UpgradeProjectEntity } from './upgrade-project.entity.ts';

export interface UpgradePlanInput extends UpgradeAsked {
  school: string;
  kind: UpgradeKind;
  idempotencyKey?: string | null;
}

export interface UpgradeAdvanceInput {
  upgradeProject: string;
  act: UpgradeAct;
  on: string;
  version: number;
  idempotencyKey?: string | null;
}

export interface MilestoneInput {
  upgradeMilestone: string;
  on: string;
  version: number;
  idempotencyKey?: string | null;
}

type PlanRefusal = Refusal<
  'RecordNotFound' | 'RecordExists' | 'TextUnfit' | 'DayTooEarly' | 'DayTooLate' | 'ValueOutOfRange'
>;
type AdvanceRefusal = Refusal<
  'RecordNotFound' | 'RecordChanged' | 'ActOutOfOrder' | 'DayTooLate' | 'DayTooEarly' | 'TasksOpen'
>;

/** Upgrades from plan to acceptance. */
export class UpgradeService {
  readonly #records: RecordService;

  constructor(records: RecordService) {
    this.#records = records;
  }

  plan(input: UpgradePlanInput): Promise<Outcome<PlanRefusal>> {
    return this.#records.act('upgradeProjectPlan', input, async (desk) => {
      const school = await desk.findSchool(input.school);
      if (!school) return { id: null, refusals: [refuse('RecordNotFound', 'school', {})] };
      const refusals = upgradeRefusals(input);
      if (refusals.length > 0) return { id: null, refusals };

      const { title, kind, budgetFen, startsOn, dueOn } = input;
      const place = placeOf(school);
      const planned = { title, kind, budgetFen, startsOn, dueOn, state: 'PLANNED' as const, endedOn: null };
      const project = { ...place, id: desk.newId(), ...planned, version: 1 };
      await desk.insert(UpgradeProjectEntity, project);
      const milestones = input.milestones.map(({ name, dueOn: reachedBy }) => {
        const milestone = { projectId: project.id, name, dueOn: reachedBy, doneOn: null };
        return { ...place, id: desk.newId(), ...milestone, version: 1 };
      });
      if (milestones.length > 0) await desk.insert(UpgradeMilestoneEntity, ...milestones);
      return { id: project.id, refusals };
    });
  }

  advance(input: UpgradeAdvanceInput): Promise<Outcome<AdvanceRefusal>> {
    return this.#records.act('upgradeProjectAdvance', input, async (desk) => {
      const project = await desk.findForUpdate(UpgradeProjectEntity, input.upgradeProject, 'upgradeProject');
      if (!project) return { id: null, refusals: [refuse('RecordNotFound', 'upgradeProject', {})] };
      const milestones = await desk.listBy(UpgradeMilestoneEntity, { projectId: project.id });
      const open = milestones.filter(({ doneOn }) => doneOn === null).length;
      const refusals = advanceRefusals(project, input, { open, today: desk.today });
      if (refusals.length > 0) return { id: project.id, refusals };

      const endedOn = input.act === 'BEGIN' ? null : input.on;
      await desk.change(UpgradeProjectEntity, project, { state: nextState(project.state, input.act), endedOn });
      return { id: project.id, refusals };
    });
  }

  reachMilestone(
    input: MilestoneInput,
  ): Promise<Outcome<Refusal<'RecordNotFound' | 'RecordChanged' | 'DayTooLate' | 'ActOutOfOrder'>>> {
    return this.#records.act('upgradeMilestoneReach', input, async (desk) => {
      const milestone = await desk.findForUpdate(UpgradeMilestoneEntity, input.upgradeMilestone, 'upgradeMilestone');
      if (!milestone) return { id: null, refusals: [refuse('RecordNotFound', 'upgradeMilestone', {})] };
      const isDone = milestone.doneOn !== null;
      const refusals = [
        ...staleRefusals(milestone, input),
        ...latestRefusals(input.on, 'on', desk.today),
        ...(isDone ? [refuse('ActOutOfOrder', '', { state: 'REACHED', acts: [] })] : []),
      ];
      if (refusals.length === 0) await desk.change(UpgradeMilestoneEntity, milestone, { doneOn: input.on });
      return { id: milestone.id, refusals };
    });
  }
}
