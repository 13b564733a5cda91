import { type Language, refused, type Sentence } from '@bureau/subgraph';
import type { ResolversTypes } from '../__generated__/graphql.ts';
import type { CorrectionRefusal, RollCallRefusal } from '../attendance/absence.rules.ts';

function sentenceOf(refusal: RollCallRefusal | CorrectionRefusal): Sentence {
  switch (refusal.kind) {
    case 'RollCallClassUnknown':
      return { zh: '找不到该班级，或不在您的管辖范围内。', en: 'There is no such class in your reach.' };
    case 'RollCallDayUnfit':
      return { zh: '该日期尚未到来，或不是上课日。', en: 'The day has not come, or is no school day.' };
    case 'RollCallTaken':
      return { zh: '该班当日已点名，请更正原记录。', en: 'The class was called on that day; correct that roll-call.' };
    case 'RollCallChildUnfit':
      return { zh: '名单中有不属于该班或重复的学生。', en: 'A child is not of the class, or named twice.' };
    case 'RollCallDoesNotAddUp':
      return {
        zh: `到校与缺勤合计${refusal.given}人，应为${refusal.expected}人。`,
        en: `Present and absent make ${refusal.given}, the class has ${refusal.expected}.`,
      };
    case 'RollCallUnknown':
      return { zh: '找不到该点名记录，或不在您的管辖范围内。', en: 'There is no such roll-call in your reach.' };
    case 'RollCallChanged':
      return { zh: '该记录已被更正，请核对后重试。', en: 'Somebody corrected it; look at it again.' };
    case 'RollCallReasonMissing':
      return { zh: '更正须说明原因。', en: 'Say why it is corrected.' };
  }
}

export function rollCallError(
  refusal: RollCallRefusal,
  language: Language,
): Awaited<ResolversTypes['RollCallRecordError']> {
  const message = sentenceOf(refusal)[language];
  switch (refusal.kind) {
    case 'RollCallClassUnknown':
      return refused(refusal.kind, 'schoolClass', message);
    case 'RollCallDayUnfit':
      return { ...refused(refusal.kind, 'day', message), today: refusal.today, isSchoolDay: refusal.isSchoolDay };
    case 'RollCallTaken':
      return { ...refused(refusal.kind, 'day', message), version: refusal.version };
    case 'RollCallChildUnfit':
      return { ...refused(refusal.kind, 'absences', message), positions: [...refusal.positions] };
    case 'RollCallDoesNotAddUp':
      return { ...refused(refusal.kind, 'present', message), expected: refusal.expected, given: refusal.given };
  }
}

export function correctionError(
  refusal: CorrectionRefusal,
  language: Language,
): Awaited<ResolversTypes['RollCallCorrectError']> {
  const message = sentenceOf(refusal)[language];
  switch (refusal.kind) {
    case 'RollCallUnknown':
      return refused(refusal.kind, 'rollCall', message);
    case 'RollCallChanged':
      return { ...refused(refusal.kind, 'version', message), version: refusal.version };
    case 'RollCallChildUnfit':
      return { ...refused(refusal.kind, 'absences', message), positions: [...refusal.positions] };
    case 'RollCallReasonMissing':
      return refused(refusal.kind, 'reason', message);
  }
}
