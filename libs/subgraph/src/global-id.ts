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
