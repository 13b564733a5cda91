import { CreateAid1763901000000 } from './1763901000000-CreateAid.ts';
import { CreateRosters1763901100000 } from './1763901100000-CreateRosters.ts';
import { CreateSettings1764000000000 } from './1764000000000-CreateSettings.ts';
import { PrepareGranting1764400000000 } from './1764400000000-PrepareGranting.ts';
import { CreateGranting1764400100000 } from './1764400100000-CreateGranting.ts';
import { FollowTheChild1764400200000 } from './1764400200000-FollowTheChild.ts';
import { CreateFund1764500000000 } from './1764500000000-CreateFund.ts';
import { CreateDisbursement1764500100000 } from './1764500100000-CreateDisbursement.ts';
import { CountConfirmations1764500200000 } from './1764500200000-CountConfirmations.ts';
import { CreateAudit1764500300000 } from './1764500300000-CreateAudit.ts';
import { CreateBankFiles1764500400000 } from './1764500400000-CreateBankFiles.ts';

/** In order, by name. */
export const migrations = [
  CreateAid1763901000000,
  CreateRosters1763901100000,
  CreateSettings1764000000000,
  PrepareGranting1764400000000,
  CreateGranting1764400100000,
  FollowTheChild1764400200000,
  CreateFund1764500000000,
  CreateDisbursement1764500100000,
  CountConfirmations1764500200000,
  CreateAudit1764500300000,
  CreateBankFiles1764500400000,
];
