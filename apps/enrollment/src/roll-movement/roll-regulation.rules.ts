/** An edition of 《中小学生学籍管理办法》 with the terms it sets; a county's own setting goes before them. */
export interface RollRegulation {
  version: string;
  /** First day in force. */
  validFrom: string;
  /** 建籍: months from entry within which the roll is to be filed. */
  fileDeadlineMonths: number;
  /** Working days for each step of a transfer. */
  transferStepWorkingDays: number;
}

/** docs/rules/enrollment.md#regulations */
export const ROLL_REGULATIONS: readonly RollRegulation[] = [
  { version: '教基一〔2013〕7号', validFrom: '2013-09-01', fileDeadlineMonths: 1, transferStepWorkingDays: 10 },
  { version: '教基〔2025〕1号', validFrom: '2025-01-03', fileDeadlineMonths: 2, transferStepWorkingDays: 10 },
];

const [FIRST] = ROLL_REGULATIONS;

/** The edition in force on a day; before the first, the first. */
export function regulationOn(day: string, regulations: readonly RollRegulation[] = ROLL_REGULATIONS): RollRegulation {
  const inForce = regulations.findLast(({ validFrom }) => validFrom <= day) ?? regulations[0] ?? FIRST;
  if (!inForce) throw new RangeError('no edition of the regulation is known');
  return inForce;
}
