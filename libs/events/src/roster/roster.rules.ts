/** Of the states of each thing, the one with the highest version. */
export function latestStates<State extends { version: number }>(
  states: State[],
  idOf: (state: State) => string,
): State[] {
  const latest = new Map<string, State>();
  for (const state of states) {
    const known = latest.get(idOf(state));
    if (!known || state.version > known.version) latest.set(idOf(state), state);
  }
  return [...latest.values()];
}

/** `schoolId` is the column `school_id`. */
export function columnOf(property: string): string {
  return property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
