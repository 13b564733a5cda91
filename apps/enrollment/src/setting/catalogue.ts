import { absenceSettings } from '../attendance/attendance.settings.ts';
import { caseSettings } from '../dropout-case/dropout-case.settings.ts';
import { handoverSettings } from '../handover/handover.settings.ts';
import { documentSettings } from '../legal-document/legal-document.settings.ts';
import { reportSettings } from '../monthly-report/monthly-report.settings.ts';
import { rollSettings } from '../roll-movement/roll.settings.ts';
import { transferSettings } from '../transfer/transfer.settings.ts';

/** Everything that the county may decide for this office; a slice's own settings stand in its `*.settings.ts`. */
export const catalogue = {
  ...rollSettings,
  ...transferSettings,
  ...handoverSettings,
  ...absenceSettings,
  ...caseSettings,
  ...documentSettings,
  ...reportSettings,
};
