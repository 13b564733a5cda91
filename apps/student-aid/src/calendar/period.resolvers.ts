import { badUserInput } from '@bureau/subgraph';

/** Days from one to another, both included; an end that is not given is open. */
export interface Period {
  from: string | null;
  to: string | null;
}

/** The period that the two arguments name; refused when it ends before it begins. */
export function periodArgument(
  [fromName, from]: [string, string | null | undefined],
  [toName, to]: [string, string | null | undefined],
): Period {
  if (from != null && to != null && from > to) throw badUserInput(`${toName} must not be before ${fromName}.`, toName);
  return { from: from ?? null, to: to ?? null };
}
