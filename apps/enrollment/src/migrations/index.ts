import { CreateRoll1763900000000 } from './1763900000000-CreateRoll.ts';
import { CreateOutbox1763900100000 } from './1763900100000-CreateOutbox.ts';
import { CreateSettings1764000000000 } from './1764000000000-CreateSettings.ts';
import { CreateFiles1764001000000 } from './1764001000000-CreateFiles.ts';
import { AllowStaging1764001100000 } from './1764001100000-AllowStaging.ts';
import { CreateStudentRecord1764100000000 } from './1764100000000-CreateStudentRecord.ts';
import { CreateHandover1764200100000 } from './1764200100000-CreateHandover.ts';
import { CreateRollMovement1764100100000 } from './1764100100000-CreateRollMovement.ts';
import { CreateTransfer1764100200000 } from './1764100200000-CreateTransfer.ts';
import { CreateAdmission1764100300000 } from './1764100300000-CreateAdmission.ts';
import { CreateDropoutControl1764200200000 } from './1764200200000-CreateDropoutControl.ts';
import { CreateIndicators1764200300000 } from './1764200300000-CreateIndicators.ts';

/** In order, by name. */
export const migrations = [
  CreateRoll1763900000000,
  CreateOutbox1763900100000,
  CreateSettings1764000000000,
  CreateFiles1764001000000,
  AllowStaging1764001100000,
  CreateStudentRecord1764100000000,
  CreateHandover1764200100000,
  CreateRollMovement1764100100000,
  CreateTransfer1764100200000,
  CreateAdmission1764100300000,
  CreateDropoutControl1764200200000,
  CreateIndicators1764200300000,
];
