import { handoverSettings } from '../handover/handover.settings.ts';
import { rollSettings } from '../roll-movement/roll.settings.ts';

/** Everything that the county may decide for this office; a slice's own settings stand in its `*.settings.ts`. */
export const catalogue = { ...rollSettings, ...handoverSettings };
