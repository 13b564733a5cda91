import { badUserInput } from './failure.ts';

/** Where a row is: `<county>.<uuid>`, opaque to clients. */
export interface GlobalId {
  county: string;
  id: string;
}

const PATTERN = /^(\d{6})\.([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/;

export function formatGlobalId({ county, id }: GlobalId): string {
  return `${county}.${id}`;
}

/** Null when the text is not an id of this graph. */
export function parseGlobalId(text: string): GlobalId | null {
  const [, county, id] = PATTERN.exec(text) ?? [];
  return county && id ? { county, id } : null;
}

/** The row's id when the id is of this county; null when it is of another; refused when it is no id. */
export function idInCounty(text: string, county: string, argument: string): string | null {
  const parsed = parseGlobalId(text);
  if (!parsed) throw badUserInput(`${argument} is not an id of this graph.`, argument);
  return parsed.county === county ? parsed.id : null;
}

/** The rows' ids, those of other counties left out: they lead nowhere. */
export function idsInCounty(texts: readonly string[], county: string, argument: string): string[] {
  return texts.flatMap((text) => idInCounty(text, county, argument) ?? []);
}
