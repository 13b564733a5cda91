import type { Connection } from '@bureau/subgraph';
import { RecordList } from '../record/record-list.repository.ts';
import { type SmartCampusWeight, SmartCampusWeightEntity } from './smart-campus-weight.entity.ts';
import { type SmartCampusApplication, SmartCampusApplicationEntity } from './smart-campus-application.entity.ts';
import { type SmartCampusEvidence, SmartCampusEvidenceEntity } from './smart-campus-evidence.entity.ts';

export type SmartCampusWeightConnection = Connection<SmartCampusWeight>;

/** Weights of the dimensions, by year (权重). */
export const smartCampusWeights = new RecordList(SmartCampusWeightEntity, {
  conditions: {
    years: 'row.year = ANY(:years)',
  },
  orders: {
    DIMENSION_ASC: ['dimension', 'ASC'],
  },
});

export type SmartCampusApplicationConnection = Connection<SmartCampusApplication>;

/** Applications for stars (智慧校园创建申报). */
export const smartCampusApplications = new RecordList(SmartCampusApplicationEntity, {
  conditions: {
    schools: 'row.schoolId = ANY(:schools)',
    townships: 'row.townshipCode = ANY(:townships)',
    years: 'row.year = ANY(:years)',
    states: 'row.state = ANY(:states)',
    targetStars: 'row.targetStars = ANY(:targetStars)',
    noticeOn: 'CAST(:noticeOn AS date) BETWEEN row.noticeFrom AND row.noticeUntil',
  },
  ids: ['schools'],
  orders: {
    YEAR_DESC: ['year', 'DESC'],
    STARS_DESC: ['targetStars', 'DESC'],
  },
  groupings: {
    TOWNSHIP: 'row.townshipCode',
    STATE: 'row.state',
    TARGET_STARS: 'row.targetStars',
    YEAR: 'row.year',
  },
});

export type SmartCampusEvidenceConnection = Connection<SmartCampusEvidence>;

/** Evidence of applications (佐证材料). */
export const smartCampusEvidences = new RecordList(SmartCampusEvidenceEntity, {
  conditions: {
    applications: 'row.applicationId = ANY(:applications)',
    schools: 'row.schoolId = ANY(:schools)',
  },
  ids: ['applications', 'schools'],
  orders: {
    DIMENSION_ASC: ['dimension', 'ASC'],
  },
});
