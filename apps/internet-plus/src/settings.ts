import { setting, wholeNumber } from '@bureau/settings';

/** What the county decides for this office (docs/rules/internet-plus.md#settings). */
export const settings = {
  'bandwidth.classroomMbps': setting({
    schema: wholeNumber(1, 10_000),
    fallback: 100,
    meaning: 'The download speed that a classroom must reach, Mbps (班班通网速)',
    source: 'county practice',
  }),
  'terminal.pupilsPerTerminal': setting({
    schema: wholeNumber(1, 100),
    fallback: 10,
    meaning: 'Pupils for one terminal at most (生机比)',
    source: 'county practice',
  }),
  'threeClassroom.minWeekly': setting({
    schema: wholeNumber(1, 40),
    fallback: 1,
    meaning: 'Sessions a week from which a pair counts as regular (常态化)',
    source: '教科技〔2020〕3号; county practice',
  }),
  'smallSchool.mostPupils': setting({
    schema: wholeNumber(1, 1_000),
    fallback: 100,
    meaning: 'Pupils up to which a school counts as small (小规模学校)',
    source: '国办发〔2018〕27号',
  }),
  'platform.laggardPercent': setting({
    schema: wholeNumber(1, 100),
    fallback: 60,
    meaning: 'Share of active users, percent, below which a school lags behind (月活跃)',
    source: 'county practice',
  }),
  'smartCampus.noticeWorkingDays': setting({
    schema: wholeNumber(1, 60),
    fallback: 5,
    meaning: 'Working days of the public notice before stars are awarded (公示)',
    source: '宁夏中小学“互联网+教育”智慧校园创建管理办法',
  }),
  'smartCampus.validMonths': setting({
    schema: wholeNumber(1, 120),
    fallback: 36,
    meaning: 'Months after which stars need a re-check (复核)',
    source: 'county practice',
  }),
  'competition.noticeWorkingDays': setting({
    schema: wholeNumber(1, 60),
    fallback: 5,
    meaning: 'Working days of the public notice of a result (公示)',
    source: 'county practice',
  }),
  'competition.fewestJudges': setting({
    schema: wholeNumber(3, 15),
    fallback: 3,
    meaning: 'Judges that must have scored an entry at least (评委人数)',
    source: 'county practice',
  }),
  'teacher.literacyPassed': setting({
    schema: wholeNumber(1, 100),
    fallback: 60,
    meaning: 'Points from which a literacy test is passed (合格)',
    source: 'county practice',
  }),
  'teacher.literacyExcellent': setting({
    schema: wholeNumber(1, 100),
    fallback: 85,
    meaning: 'Points from which a literacy test is excellent (优秀)',
    source: 'county practice',
  }),
  'teacher.trainingHours': setting({
    schema: wholeNumber(1, 1_000),
    fallback: 50,
    meaning: 'Hours of training in five years (能力提升工程2.0)',
    source: '教师〔2019〕1号',
  }),
  'teacher.microCompetences': setting({
    schema: wholeNumber(1, 30),
    fallback: 3,
    meaning: 'Micro-competences that a teacher must have passed (微能力点)',
    source: '教师〔2019〕1号',
  }),
} as const;
