import { CreateLedger1763900000000 } from './1763900000000-CreateLedger.ts';
import { CreateRosters1763900100000 } from './1763900100000-CreateRosters.ts';
import { CreateSettings1764000000000 } from './1764000000000-CreateSettings.ts';
import { CreateOutbox1764300000000 } from './1764300000000-CreateOutbox.ts';
import { CreateAssessment1764300100000 } from './1764300100000-CreateAssessment.ts';
import { AddMatchingToRoster1764400000000 } from './1764400000000-AddMatchingToRoster.ts';
import { CreateDuty1764300200000 } from './1764300200000-CreateDuty.ts';
import { CreateHomeTeaching1764300300000 } from './1764300300000-CreateHomeTeaching.ts';

/** In order, by name. */
export const migrations = [
  CreateLedger1763900000000,
  CreateRosters1763900100000,
  CreateSettings1764000000000,
  CreateOutbox1764300000000,
  CreateAssessment1764300100000,
  AddMatchingToRoster1764400000000,
  CreateDuty1764300200000,
  CreateHomeTeaching1764300300000,
];
