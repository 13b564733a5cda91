import { CreateRoster1763900000000 } from './1763900000000-CreateRoster.ts';
import { CreateDigitalCampus1763900100000 } from './1763900100000-CreateDigitalCampus.ts';
import { CreateSettings1764000000000 } from './1764000000000-CreateSettings.ts';
import { CreateConnectivity1764600100000 } from './1764600100000-CreateConnectivity.ts';
import { CreateThreeClassrooms1764600200000 } from './1764600200000-CreateThreeClassrooms.ts';
import { CreateResources1764600300000 } from './1764600300000-CreateResources.ts';
import { CreatePlatformUse1764600400000 } from './1764600400000-CreatePlatformUse.ts';
import { CreatePilotTask1764600500000 } from './1764600500000-CreatePilotTask.ts';
import { CreateSmartCampusApplication1764600600000 } from './1764600600000-CreateSmartCampusApplication.ts';
import { CreateTeacher1764600700000 } from './1764600700000-CreateTeacher.ts';
import { CreateCompetition1764600800000 } from './1764600800000-CreateCompetition.ts';
import { CreateTaskForce1764600900000 } from './1764600900000-CreateTaskForce.ts';

/** In order, by name. */
export const migrations = [
  CreateRoster1763900000000,
  CreateDigitalCampus1763900100000,
  CreateSettings1764000000000,
  CreateConnectivity1764600100000,
  CreateThreeClassrooms1764600200000,
  CreateResources1764600300000,
  CreatePlatformUse1764600400000,
  CreatePilotTask1764600500000,
  CreateSmartCampusApplication1764600600000,
  CreateTeacher1764600700000,
  CreateCompetition1764600800000,
  CreateTaskForce1764600900000,
];
