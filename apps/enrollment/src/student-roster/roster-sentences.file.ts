import type { Sentence } from '@bureau/spreadsheet';
import type { RosterRefusal } from './roster-row.rules.ts';

/** What is found once all rows are there. */
export type RosterConflict = 'TWICE_IN_FILE' | 'ON_ANOTHER_ROLL' | 'CLASS_FULL' | 'WRITTEN_MEANWHILE';

/** Why a row of the roster was not taken, as the clerk reads it. */
export const ROSTER_SENTENCES: Record<RosterRefusal['kind'] | RosterConflict, Sentence> = {
  SCHOOL_CODE_MISSING: { zh: '县级导入须填写学校标识码。', en: 'The county must name the school by its code.' },
  SCHOOL_UNKNOWN: { zh: '没有这个学校标识码，或不在您的管辖范围内。', en: 'There is no such school in your reach.' },
  SCHOOL_NOT_OWN: { zh: '学校标识码不是本校的。', en: 'The code is not that of your school.' },
  CLASS_NAME_UNREADABLE: { zh: '班号无法识别，请写成“三年级(2)班”。', en: 'Not a class: write it as 三年级(2)班.' },
  GRADE_NOT_AT_SCHOOL: { zh: '该校没有这个年级。', en: 'The school has no such grade.' },
  CLASS_UNKNOWN: { zh: '该年级没有这个班。', en: 'The grade has no such class.' },
  IDENTITY_NUMBER_MISSING: { zh: '证件类型为居民身份证时须填写号码。', en: 'An identity card has a number.' },
  IDENTITY_NUMBER_WRONG: {
    zh: '身份证号不正确，请核对每一位（18 位，末位可为 X）。',
    en: 'The identity number is wrong: compare each of its 18 characters.',
  },
  BIRTH_DATE_NOT_OF_NUMBER: {
    zh: '出生日期与身份证号不一致。',
    en: 'The day of birth is not that of the identity number.',
  },
  BIRTH_DATE_AFTER_ADMISSION: { zh: '出生日期不早于入学年月。', en: 'The child would be admitted before its birth.' },
  SEX_NOT_OF_NUMBER: { zh: '性别与身份证号不一致。', en: 'The sex is not that of the identity number.' },
  ADMISSION_IN_FUTURE: { zh: '入学年月晚于今天。', en: 'The month of admission has not come yet.' },
  DOCUMENT_EXPIRED: { zh: '身份证件已过有效期。', en: 'The document has expired.' },
  TWICE_IN_FILE: { zh: '该学生在本文件中出现了两次。', en: 'The child stands twice in this file.' },
  ON_ANOTHER_ROLL: {
    zh: '该身份证号已有学籍；如需转入，请走转学流程。',
    en: 'The number has a roll already; a child that comes from another school is transferred.',
  },
  CLASS_FULL: { zh: '超过班额上限。', en: 'The class would hold more children than it may.' },
  WRITTEN_MEANWHILE: {
    zh: '另一份文件同时写入了该学生，请核对后重试。',
    en: 'Another file wrote the child at the same time; look at it again.',
  },
};
