import type { Connection } from '@bureau/subgraph';
import { RecordList } from '../record/record-list.repository.ts';
import { type ConnectivityGap, ConnectivityGapEntity } from './connectivity-gap.entity.ts';

const GAPS = `
  SELECT school.county_code, school.id, school.id AS school_id, school.township_code,
         COALESCE(headcount.students, 0) AS children, COALESCE(profile.broadband_mbps, 0) AS broadband_mbps,
         COALESCE(profile.broadband_mbps, 0) < COALESCE(target.mbps, 1) AS is_below_target,
         COALESCE(profile.teaching_classes - profile.multimedia_classes, headcount.classes, 0) AS classes_without_multimedia
  FROM school_roster school
  LEFT JOIN school_headcount headcount ON headcount.county_code = school.county_code AND headcount.school_id = school.id
  LEFT JOIN LATERAL (
    SELECT * FROM school_digital_profile latest
    WHERE latest.county_code = school.county_code AND latest.school_id = school.id ORDER BY latest.school_year DESC LIMIT 1
  ) profile ON true
  LEFT JOIN LATERAL (
    SELECT mbps FROM bandwidth_target due WHERE due.county_code = school.county_code AND due.valid_from <= profile.surveyed_on
    ORDER BY due.valid_from DESC LIMIT 1
  ) target ON true
  WHERE school.county_code = :countyCode AND school.closes_on IS NULL
    AND (COALESCE(profile.broadband_mbps, 0) < COALESCE(target.mbps, 1)
      OR COALESCE(profile.teaching_classes - profile.multimedia_classes, headcount.classes, 0) > 0)`;

export type ConnectivityGapConnection = Connection<ConnectivityGap>;

/** Open schools that lack something, with the children whom that affects (班班通缺口). */
export const connectivityGaps = new RecordList(ConnectivityGapEntity, {
  drawnFrom: GAPS,
  conditions: {
    schools: 'row.schoolId = ANY(:schools)',
    townships: 'row.townshipCode = ANY(:townships)',
    isConnected: '(row.broadbandMbps > 0) = :isConnected',
    isBelowTarget: 'row.isBelowTarget = :isBelowTarget',
    lacksMultimedia: '(row.classesWithoutMultimedia > 0) = :lacksMultimedia',
  },
  ids: ['schools'],
  orders: {
    CHILDREN_DESC: ['children', 'DESC'],
    CHILDREN_ASC: ['children', 'ASC'],
    BANDWIDTH_ASC: ['broadbandMbps', 'ASC'],
  },
  groupings: { TOWNSHIP: 'row.townshipCode', BELOW_TARGET: 'row.isBelowTarget' },
  sums: { children: 'row.children' },
});
