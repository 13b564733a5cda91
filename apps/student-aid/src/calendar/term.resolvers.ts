import { formatTermCode, formatTermName, parseTerm, type Term, termYear } from '@bureau/calendar';
import { badUserInput } from '@bureau/subgraph';
import type { TermResolvers } from '../__generated__/graphql.ts';

/** The term that the text names, in either way. */
export function termArgument(text: string, argument: string): Term {
  const term = parseTerm(text);
  if (!term) throw badUserInput(`${argument} wants a term such as "2023-2024-2" or "2024年春季学期".`, argument);
  return term;
}

export function termArguments(texts: readonly string[], argument: string): Term[] {
  return texts.map((text) => termArgument(text, argument));
}

export const termFields: Pick<TermResolvers, 'code' | 'name' | 'calendarYear'> = {
  code: formatTermCode,
  name: formatTermName,
  calendarYear: termYear,
};
