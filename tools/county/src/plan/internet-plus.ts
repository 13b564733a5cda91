/** How schools are connected, by the kind of place they are in: Mbps, by weight. */
export const broadbandMbps = {
  town: { '1000': 30, '500': 45, '300': 15, '200': 10 },
  village: { '500': 15, '300': 30, '200': 40, '100': 15 },
} as const;

/** What every school's access has to reach, and since when. */
export const bandwidthTargets = [
  { validFrom: '2018-07-01', mbps: 200, document: '宁政发〔2018〕49号 “互联网+教育”示范区建设规划' },
] as const;

export const operators = { 中国电信: 46, 中国移动: 34, 中国联通: 20 } as const;

/** When the schools were surveyed, by school year. */
export const surveys = [
  { schoolYear: 2023, surveyed: ['2023-10-09', '2023-10-27'] },
  { schoolYear: 2024, surveyed: ['2024-10-08', '2024-10-25'] },
] as const;

/** Smart campuses (智慧校园): so many schools with so many stars, awarded on that day. */
export const smartCampusPlans = [
  { stars: 4, schools: 3, awardedOn: '2023-12-18' },
  { stars: 3, schools: 8, awardedOn: '2023-12-18' },
  { stars: 2, schools: 6, awardedOn: '2022-12-20' },
  { stars: 5, schools: 1, awardedOn: '2024-11-28' },
] as const;

/** Pilot schools of the national platform (国家智慧教育平台试点学校). */
export const pilotPlans = [
  { level: 'NATIONAL', schools: 1, batch: '2022年第一批', startedOn: '2022-09-01' },
  { level: 'REGION', schools: 3, batch: '2023年第一批', startedOn: '2023-03-01' },
  { level: 'CITY', schools: 4, batch: '2024年第一批', startedOn: '2024-03-01' },
] as const;
