/** Which act leads from which state to which: what is not in the table does not happen. */
export type Transitions<State extends string, Act extends string> = Readonly<
  Record<State, Readonly<Partial<Record<Act, State>>>>
>;

/** The state after an act; null when the act does not lead on from there. */
export function nextState<State extends string, Act extends string>(
  table: Transitions<State, Act>,
  state: State,
  act: Act,
): State | null {
  return table[state][act] ?? null;
}

/** The acts that lead on from a state, in the order of the table. */
export function actsFrom<State extends string, Act extends string>(
  table: Transitions<State, Act>,
  state: State,
): string[] {
  return Object.keys(table[state]);
}

/** What every step may be refused for. */
export type StepRefusal =
  | { kind: 'AidSubjectNotFound' }
  | { kind: 'AidSubjectChanged'; version: number }
  | { kind: 'AidStepNotOpen'; state: string; steps: string[] }
  | { kind: 'AidNoteMissing' };

export interface Step<Act extends string> {
  act: Act;
  version: number;
  note: string | null;
}

/** Every reason why the step does not go on from there; empty when it does. `negative` acts refuse, and say why. */
export function stepRefusals<State extends string, Act extends string>(
  table: Transitions<State, Act>,
  negative: readonly Act[],
  row: { state: State; version: number },
  step: Step<Act>,
): StepRefusal[] {
  const refusals: StepRefusal[] = [];
  if (row.version !== step.version) refusals.push({ kind: 'AidSubjectChanged', version: row.version });
  if (nextState(table, row.state, step.act) === null)
    refusals.push({ kind: 'AidStepNotOpen', state: row.state, steps: actsFrom(table, row.state) });
  if (negative.includes(step.act) && !step.note?.trim()) refusals.push({ kind: 'AidNoteMissing' });
  return refusals;
}
