import { applicationFields, applicationMutations, applicationQueries } from './application/application.resolvers.ts';
import { awardFields, awardMutations, awardQueries } from './award/award.resolvers.ts';
import { awardEffectsFields, effectFields, effectMutations } from './award-effect/award-effect.resolvers.ts';
import {
  awardRecoveryFields,
  recoveryFields,
  recoveryMutations,
  recoveryQueries,
} from './recovery/recovery.resolvers.ts';
import { accountMutations } from './payee-account/payee-account.resolvers.ts';
import { gapFields, gapQueries } from './entitlement/gap.resolvers.ts';
import {
  evidenceEntryFields,
  evidenceListFields,
  evidenceMutations,
  evidenceQueries,
} from './evidence/evidence.resolvers.ts';
import { hardshipFields, hardshipMutations, hardshipQueries } from './hardship/hardship.resolvers.ts';
import { awardPaymentFields } from './payment/payment.resolvers.ts';
import {
  noticeFields,
  noticeItemFields,
  objectionFields,
  publicityMutations,
  publicityQueries,
} from './publicity/publicity.resolvers.ts';
import { stationFields, stationQueries } from './service-station/service-station.resolvers.ts';

export const grantingQueries = {
  ...evidenceQueries,
  ...hardshipQueries,
  ...applicationQueries,
  ...publicityQueries,
  ...stationQueries,
  ...gapQueries,
  ...awardQueries,
  ...recoveryQueries,
};

export const grantingMutations = {
  ...evidenceMutations,
  ...hardshipMutations,
  ...applicationMutations,
  ...publicityMutations,
  ...awardMutations,
  ...effectMutations,
  ...accountMutations,
  ...recoveryMutations,
};

export const grantingTypes = {
  EvidenceList: evidenceListFields,
  EvidenceEntry: evidenceEntryFields,
  HardshipRecognition: hardshipFields,
  AidApplication: applicationFields,
  PublicNotice: noticeFields,
  PublicNoticeItem: noticeItemFields,
  Objection: objectionFields,
  ServiceStation: stationFields,
  AidGap: gapFields,
  AidAward: { ...awardFields, ...awardPaymentFields, ...awardEffectsFields, ...awardRecoveryFields },
  AidAwardEffect: effectFields,
  AidRecovery: recoveryFields,
};
