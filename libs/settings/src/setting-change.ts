import type { EntityManager } from 'typeorm';
import type { Catalogue } from './catalogue.ts';
import { CountySettingEntity } from './county-setting.entity.ts';

export interface SettingChange {
  key: string;
  value: unknown;
  /** The first day on which it holds. */
  validFrom: string;
  /** The document that sets it. */
  document: string;
}

export type SettingRefusal =
  | { kind: 'SettingUnknown'; known: string[] }
  | { kind: 'SettingValueUnfit'; reason: string; meaning: string }
  | { kind: 'SettingDocumentMissing' }
  | { kind: 'SettingAlreadySet'; validFrom: string };

/** Every reason why a catalogue does not take a change; empty when it does. */
export function settingRefusals(catalogue: Catalogue, change: SettingChange): SettingRefusal[] {
  const asked = Object.hasOwn(catalogue, change.key) ? catalogue[change.key] : undefined;
  if (!asked) return [{ kind: 'SettingUnknown', known: Object.keys(catalogue) }];

  const refusals: SettingRefusal[] = [];
  const { success, error } = asked.schema.safeParse(change.value);
  if (!success) {
    const reason = error.issues.map(({ path, message }) => [...path, message].join(': ')).join('; ');
    refusals.push({ kind: 'SettingValueUnfit', reason, meaning: asked.meaning });
  }
  if (change.document.trim() === '') refusals.push({ kind: 'SettingDocumentMissing' });
  return refusals;
}

/** Writes a change that its catalogue takes; what was set for the same day before stays, and the change is refused. */
export async function changeSetting(
  manager: EntityManager,
  catalogue: Catalogue,
  { county, by, at, change }: { county: string; by: string; at: Date; change: SettingChange },
): Promise<SettingRefusal[]> {
  const refusals = settingRefusals(catalogue, change);
  if (refusals.length > 0) return refusals;
  const inserted = await manager
    .createQueryBuilder()
    .insert()
    .into(CountySettingEntity)
    .values({
      ...change,
      countyCode: county,
      setBy: by,
      setAt: at,
      value: () => `:value::jsonb`,
    })
    .setParameter('value', JSON.stringify(change.value))
    .orIgnore()
    .returning('key')
    .execute();
  const { raw } = inserted as { raw: unknown[] };
  return raw.length === 1 ? [] : [{ kind: 'SettingAlreadySet', validFrom: change.validFrom }];
}
