import type { EntityManager } from 'typeorm';
import type { Catalogue, SettingsOf } from './catalogue.ts';

/** Anything that reads within a transaction: a request's session, or `readerOf(manager)`. */
export interface SettingReader {
  read<T>(work: (manager: EntityManager) => Promise<T>): Promise<T>;
}

/** A stored value that its catalogue does not understand: the catalogue changed under it. */
export class SettingUnreadable extends Error {
  constructor(key: string) {
    super(`The stored value of the setting ${key} is not what its catalogue asks for; set it anew.`);
    this.name = 'SettingUnreadable';
  }
}

/** The county's settings as they are in force on a day, in one statement; the catalogue's fallbacks where none is set. */
export async function settingsOn<Settings extends Catalogue>(
  reader: SettingReader,
  { county, day, catalogue }: { county: string; day: string; catalogue: Settings },
): Promise<SettingsOf<Settings>> {
  const keys = Object.keys(catalogue);
  const rows: { key: string; value: unknown }[] = await reader.read((manager) =>
    manager.query(
      `SELECT DISTINCT ON (key) key, value FROM county_setting
       WHERE county_code = $1 AND key = ANY ($2) AND valid_from <= $3 ORDER BY key, valid_from DESC`,
      [county, keys, day],
    ),
  );
  return settingsFrom(catalogue, rows);
}

/** The values of a catalogue, given the rows in force. */
export function settingsFrom<Settings extends Catalogue>(
  catalogue: Settings,
  rows: readonly { key: string; value: unknown }[],
): SettingsOf<Settings> {
  const stored = new Map(rows.map(({ key, value }) => [key, value]));
  const values = Object.entries(catalogue).map(([key, { schema, fallback }]) => {
    if (!stored.has(key)) return [key, fallback];
    const { success, data } = schema.safeParse(stored.get(key));
    if (!success) throw new SettingUnreadable(key);
    return [key, data];
  });
  return Object.fromEntries(values) as SettingsOf<Settings>;
}
