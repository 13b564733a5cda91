/** Suspected dropouts: one left with its parents without a transfer and was back in class within three weeks. */
export const dropoutPlan = [
  {
    township: '104',
    schoolYear: 2023,
    stage: 'JUNIOR_SECONDARY',
    lastSeenOn: '2024-03-08',
    suspectedOn: '2024-03-18',
    returnedOn: '2024-03-27',
    reasonCode: 'R01',
  },
] as const;

const REASONS_SINCE = '2020-09-01';

/** The county's list of reasons (辍学原因), after 教基〔2020〕5号. */
export const dropoutReasons = Object.entries({
  R01: '随父母流动未办转学',
  R02: '家庭关系不和睦',
  R03: '监护人意识淡薄、放任',
  R04: '同学欺负、侮辱',
  R05: '学习困难',
  R06: '厌学',
  R07: '心理压力、疾病',
  R08: '社会环境影响',
  R09: '外出务工',
  R10: '家庭贫困',
  R11: '患病、残疾',
  R12: '早婚早育',
  R13: '信教',
  R14: '小升初交接缺失',
  R15: '撤并校交接缺失',
  R16: '失联、下落不明',
  R17: '涉案',
  R99: '其他',
}).map(([code, name]) => ({ code, name, validFrom: REASONS_SINCE }));
