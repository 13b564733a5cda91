import type { Language } from '@bureau/subgraph';

export type Sentence = Record<Language, string>;

/** What every user error has; `DayInFuture` at `input.lastSeenOn` has the code `DAY_IN_FUTURE`. */
export function refused<Kind extends string>(kind: Kind, field: string, message: string) {
  const code = kind.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toUpperCase();
  return { __typename: kind, message, field: ['input', field], code };
}
