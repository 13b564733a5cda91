export const IMPORT_STATES = ['RECEIVED', 'RUNNING', 'DONE', 'REJECTED', 'CANCELLED', 'FAILED'] as const;

/** How far an import has come. REJECTED: rows were faulty and none was taken. FAILED: it was broken off. */
export type ImportState = (typeof IMPORT_STATES)[number];

export const IMPORT_ACTS = ['START', 'FINISH', 'REJECT', 'CANCEL', 'BREAK_OFF'] as const;
export type ImportAct = (typeof IMPORT_ACTS)[number];

/** Every step that there is; a run that ended stays as it is. */
const STEPS: Readonly<Record<ImportState, Partial<Record<ImportAct, ImportState>>>> = {
  RECEIVED: { START: 'RUNNING', CANCEL: 'CANCELLED', BREAK_OFF: 'FAILED' },
  RUNNING: { FINISH: 'DONE', REJECT: 'REJECTED', CANCEL: 'CANCELLED', BREAK_OFF: 'FAILED' },
  DONE: {},
  REJECTED: {},
  CANCELLED: {},
  FAILED: {},
};

/** The state after an act; null when the act is not possible any more. */
export function nextImportState(state: ImportState, act: ImportAct): ImportState | null {
  return STEPS[state][act] ?? null;
}

/** The states in which an act is possible. */
export function statesFor(act: ImportAct): ImportState[] {
  return IMPORT_STATES.filter((state) => nextImportState(state, act) !== null);
}

export const hasEnded = (state: ImportState): boolean => statesFor('BREAK_OFF').every((standing) => standing !== state);
