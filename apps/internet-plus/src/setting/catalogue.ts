import { settings } from '../settings.ts';

/** Everything that the county may decide for this office; a slice's own settings stand in its `*.settings.ts`. */
export const catalogue = { ...settings };
