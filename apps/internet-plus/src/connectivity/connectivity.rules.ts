import { daysBetween } from '@bureau/calendar';
import {
  earliestRefusals,
  latestRefusals,
  orderRefusals,
  rangeRefusals,
  type Refusal,
  refuse,
  staleRefusals,
  textRefusals,
} from '../refusal/refusal.rules.ts';
import type { UpgradeState } from './connectivity-terms.rules.ts';

export const UPGRADE_ACTS = ['BEGIN', 'ACCEPT', 'ABANDON'] as const;
export type UpgradeAct = (typeof UPGRADE_ACTS)[number];

/** Which act leads from which state to which (docs/rules/internet-plus.md#upgrades). */
export const UPGRADE_TRANSITIONS = {
  PLANNED: { BEGIN: 'UNDER_WAY', ABANDON: 'ABANDONED' },
  UNDER_WAY: { ACCEPT: 'ACCEPTED', ABANDON: 'ABANDONED' },
  ACCEPTED: {},
  ABANDONED: {},
} as const satisfies Record<UpgradeState, Partial<Record<UpgradeAct, UpgradeState>>>;

const NAME_LONGEST = 60;
const TITLE_LONGEST = 200;
const MBPS = { least: 1, greatest: 1_000_000 };
const KBPS = { least: 0, greatest: 1_000_000_000 };
const MILLISECONDS = { least: 0, greatest: 600_000 };
const FEN = { least: 0, greatest: Number.MAX_SAFE_INTEGER };

export interface ClassroomAsked {
  name: string;
  installedOn?: string | null;
}

export function classroomRefusals(asked: ClassroomAsked, today: string): Refusal<'TextUnfit' | 'DayTooLate'>[] {
  return [
    ...textRefusals(asked.name, 'name', NAME_LONGEST),
    ...(asked.installedOn ? latestRefusals(asked.installedOn, 'installedOn', today) : []),
  ];
}

export interface ContractAsked {
  line: string;
  operator: string;
  mbps: number;
  monthlyFen: string;
  startsOn: string;
  endsOn: string;
}

export function contractRefusals(asked: ContractAsked): Refusal<'TextUnfit' | 'DayTooEarly' | 'ValueOutOfRange'>[] {
  return [
    ...textRefusals(asked.line, 'line', NAME_LONGEST),
    ...textRefusals(asked.operator, 'operator', NAME_LONGEST),
    ...rangeRefusals(asked.mbps, 'mbps', MBPS),
    ...rangeRefusals(Number(asked.monthlyFen), 'monthlyFen', FEN),
    ...earliestRefusals(asked.endsOn, 'endsOn', asked.startsOn),
  ];
}

export interface SpeedAsked {
  downKbps: number;
  upKbps: number;
  latencyMs: number;
}

/** A measurement is of an instant that has come. */
export function speedRefusals(
  asked: SpeedAsked,
  { isFuture, today }: { isFuture: boolean; today: string },
): Refusal<'DayTooLate' | 'ValueOutOfRange'>[] {
  return [
    ...(isFuture ? [refuse('DayTooLate', 'measuredAt', { latest: today })] : []),
    ...rangeRefusals(asked.downKbps, 'downKbps', KBPS),
    ...rangeRefusals(asked.upKbps, 'upKbps', KBPS),
    ...rangeRefusals(asked.latencyMs, 'latencyMs', MILLISECONDS),
  ];
}

export interface UpgradeAsked {
  title: string;
  budgetFen: string;
  startsOn: string;
  dueOn: string;
  milestones: readonly { name: string; dueOn: string }[];
}

export function upgradeRefusals(
  asked: UpgradeAsked,
): Refusal<'TextUnfit' | 'ValueOutOfRange' | 'DayTooEarly' | 'DayTooLate' | 'RecordExists'>[] {
  const names = asked.milestones.map(({ name }) => name);
  return [
    ...textRefusals(asked.title, 'title', TITLE_LONGEST),
    ...rangeRefusals(Number(asked.budgetFen), 'budgetFen', FEN),
    ...earliestRefusals(asked.dueOn, 'dueOn', asked.startsOn),
    ...asked.milestones.flatMap(({ name, dueOn }, at) => [
      ...textRefusals(name, `milestones.${at}.name`, TITLE_LONGEST),
      ...earliestRefusals(dueOn, `milestones.${at}.dueOn`, asked.startsOn),
      ...latestRefusals(dueOn, `milestones.${at}.dueOn`, asked.dueOn),
      ...(names.indexOf(name) < at ? [refuse('RecordExists', `milestones.${at}.name`, { existing: null })] : []),
    ]),
  ];
}

export interface AdvancedUpgrade {
  state: UpgradeState;
  startsOn: string;
  version: number;
}

/** Whether the act follows; an upgrade is accepted once its milestones are reached. */
export function advanceRefusals(
  project: AdvancedUpgrade,
  asked: { act: UpgradeAct; on: string; version: number },
  { open, today }: { open: number; today: string },
): Refusal<'RecordChanged' | 'ActOutOfOrder' | 'DayTooLate' | 'DayTooEarly' | 'TasksOpen'>[] {
  return [
    ...staleRefusals(project, asked),
    ...orderRefusals<UpgradeState, UpgradeAct>(UPGRADE_TRANSITIONS, project.state, asked.act),
    ...latestRefusals(asked.on, 'on', today),
    ...(asked.act === 'ABANDON' ? [] : earliestRefusals(asked.on, 'on', project.startsOn)),
    ...(asked.act === 'ACCEPT' && open > 0 ? [refuse('TasksOpen', 'act', { open })] : []),
  ];
}

export function nextState(state: UpgradeState, act: UpgradeAct): UpgradeState {
  const acts: Partial<Record<UpgradeAct, UpgradeState>> = UPGRADE_TRANSITIONS[state];
  return acts[act] ?? state;
}

/** Days after the planned last day, by the day of acceptance or by today; an abandoned upgrade is not late. */
export function delayDays(
  { state, dueOn, endedOn }: { state: UpgradeState; dueOn: string; endedOn: string | null },
  today: string,
): number {
  if (state === 'ABANDONED') return 0;
  return Math.max(0, daysBetween(dueOn, endedOn ?? today));
}
