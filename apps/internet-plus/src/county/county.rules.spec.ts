import { internetPlusFigures, type InternetPlusCounts } from './county.rules.ts';

const counts: InternetPlusCounts = {
  targetMbps: 200,
  schools: 60,
  surveyed: 59,
  connected: 58,
  meetingTarget: 57,
  withRating: 12,
  pilots: 3,
  teachingClasses: 1000,
  multimediaClasses: 996,
};

it('divides by the schools, surveyed or not, and by the classes surveyed', () => {
  expect(internetPlusFigures('2025-08-31', counts)).toEqual({
    asOf: '2025-08-31',
    schools: 60,
    surveyedSchools: 59,
    networkCoverage: { numerator: 58, denominator: 60, percent: '96.67' },
    bandwidthTargetMbps: 200,
    bandwidthAttainment: { numerator: 57, denominator: 60, percent: '95.00' },
    classroomCoverage: { numerator: 996, denominator: 1000, percent: '99.60' },
    smartCampusSchools: 12,
    platformPilotSchools: 3,
  });
});

it('has no attainment without a target', () => {
  const { bandwidthTargetMbps, bandwidthAttainment } = internetPlusFigures('2025-08-31', {
    ...counts,
    targetMbps: null,
  });
  expect([bandwidthTargetMbps, bandwidthAttainment]).toEqual([null, null]);
});

it('has no percent where there is nothing to divide by', () => {
  const nothing = { schools: 0, connected: 0, meetingTarget: 0, teachingClasses: 0, multimediaClasses: 0 };
  const { networkCoverage, bandwidthAttainment, classroomCoverage } = internetPlusFigures('2025-08-31', {
    ...counts,
    ...nothing,
  });
  const none = { numerator: 0, denominator: 0, percent: null };
  expect([networkCoverage, bandwidthAttainment, classroomCoverage]).toEqual([none, none, none]);
});
