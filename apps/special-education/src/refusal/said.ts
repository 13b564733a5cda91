import type { Language } from '@bureau/subgraph';

/** A sentence in every language. */
export interface Said extends Record<Language, string> {
  /** Where in the input. */
  at: string | null;
}

export const say = (at: string | null, zh: string, en: string): Said => ({ at, zh, en });

export const bounds = (earliest: string | null, latest: string | null) =>
  [earliest && `≥ ${earliest}`, latest && `≤ ${latest}`].filter(Boolean).join(', ');
