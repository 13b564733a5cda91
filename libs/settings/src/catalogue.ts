import { z } from 'zod';

/** One thing that a county may decide, and what holds until it does. */
export interface Setting<Value = unknown> {
  /** What a value must be. */
  schema: z.ZodType<Value>;
  /** The value where the county has set none. */
  fallback: Value;
  /** What it decides, with its unit. */
  meaning: string;
  /** Where the fallback comes from. */
  source: string;
}

/** The settings of an office, by key, such as `absence.watchDays`. */
export type Catalogue = Readonly<Record<string, Setting>>;

/** The values of a catalogue. */
export type SettingsOf<Settings extends Catalogue> = {
  readonly [Key in keyof Settings]: Settings[Key] extends Setting<infer Value> ? Value : never;
};

/** Declares a setting; its fallback must itself be a fit value. */
export function setting<Value>(declared: Setting<Value>): Setting<Value> {
  return { ...declared, fallback: declared.schema.parse(declared.fallback) };
}

/** A whole number of days, months, children …, from a least to a greatest value. */
export const wholeNumber = (least: number, greatest: number) => z.number().int().min(least).max(greatest);

/** A day of every year, `MM-DD`; 02-29 is no day of every year. */
export const dayOfYear = z.string().refine((text) => {
  const month = /^(\d{2})-(\d{2})$/.exec(text)?.[1];
  return month !== undefined && new Date(`2023-${text}T00:00:00Z`).toISOString().startsWith(`2023-${month}`);
}, 'must be a day of every year, MM-DD');

export { z } from 'zod';
