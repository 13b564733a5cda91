import { assessmentSettings } from '../assessment-request/assessment.settings.ts';
import { dutySettings } from '../duty/duty.settings.ts';
import { externalPlacementSettings } from '../external-placement/external-placement.settings.ts';

/** Everything that the county may decide for this office; a slice's own settings stand in its `*.settings.ts`. */
export const catalogue = { ...assessmentSettings, ...dutySettings, ...externalPlacementSettings };
