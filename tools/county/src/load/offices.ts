import type { Sealer } from '@bureau/access';
import type { NewEvent } from '@bureau/events';

import type { SyntheticCounty } from '../generate/county.ts';
import { enrollmentTables } from './enrollment.ts';
import { enrollmentEvents } from './events.ts';
import { internetPlusTables } from './internet-plus.ts';
import type { OfficeName } from './office-databases.ts';
import type { TableRows } from './rows.ts';
import { specialEducationTables } from './special-education.ts';
import { studentAidTables } from './student-aid.ts';

export interface OfficeContent {
  tables: (county: SyntheticCounty, sealer: Sealer) => TableRows[];
  events: (county: SyntheticCounty, sealer: Sealer) => NewEvent[];
}

/** What each office is given; only enrollment tells the others of it. */
export const officeContents: Record<OfficeName, OfficeContent> = {
  enrollment: { tables: enrollmentTables, events: enrollmentEvents },
  'special-education': { tables: specialEducationTables, events: () => [] },
  'student-aid': { tables: studentAidTables, events: () => [] },
  'internet-plus': { tables: internetPlusTables, events: () => [] },
};
