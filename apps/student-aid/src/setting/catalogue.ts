import { auditSettings } from '../audit/audit.settings.ts';
import { bankSettings } from '../bank-file/bank-template.settings.ts';
import { AID_SETTINGS } from '../settings.ts';

/** Everything that the county may decide for this office; a slice's own settings stand in its `*.settings.ts`. */
export const catalogue = { ...AID_SETTINGS, ...auditSettings, ...bankSettings };
