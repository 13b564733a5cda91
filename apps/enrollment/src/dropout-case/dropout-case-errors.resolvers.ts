import { type Language, refused, type Sentence } from '@bureau/subgraph';
import type { ResolversTypes } from '../__generated__/graphql.ts';
import type { Context } from '../context.ts';
import type { OpeningRefusal, ReturnRefusal } from './dropout-case.rules.ts';

const dayInFuture = (today: string): Sentence => ({
  zh: `日期不能晚于今天（${today}）。`,
  en: `The day must not be after today (${today}).`,
});

function openingSentence(refusal: OpeningRefusal): Sentence {
  switch (refusal.kind) {
    case 'StudentNotFound':
      return { zh: '找不到该学生，或不在您的管辖范围内。', en: 'There is no such child in your reach.' };
    case 'StudentNotOnRoll':
      return { zh: '该学生没有在籍，不能登记疑似辍学。', en: 'The child is on no roll and so cannot drop out of one.' };
    case 'DropoutCaseAlreadyOpen':
      return { zh: '该学生已有未结的疑似辍学个案。', en: 'A case about this child still stands.' };
    case 'DayInFuture':
      return dayInFuture(refusal.today);
    case 'ReasonUnknown':
      return {
        zh: `原因代码不在本县清单内，可用：${refusal.known.join('、')}。`,
        en: `The county's list has these reasons: ${refusal.known.join(', ')}.`,
      };
  }
}

/** Why a case was not opened, in the caller's language. */
export async function openingError(
  refusal: OpeningRefusal,
  { language, dropoutCases }: Pick<Context, 'language' | 'dropoutCases'>,
): Promise<Awaited<ResolversTypes['DropoutCaseOpenError']>> {
  const message = openingSentence(refusal)[language];
  switch (refusal.kind) {
    case 'StudentNotFound':
      return refused(refusal.kind, 'student', message);
    case 'StudentNotOnRoll':
      return { ...refused(refusal.kind, 'student', message), rollStatus: refusal.rollStatus };
    case 'DropoutCaseAlreadyOpen':
      return {
        ...refused(refusal.kind, 'student', message),
        dropoutCase: refusal.dropoutCaseId ? await dropoutCases.find(refusal.dropoutCaseId) : null,
      };
    case 'DayInFuture':
      return { ...refused(refusal.kind, 'lastSeenOn', message), today: refusal.today };
    case 'ReasonUnknown':
      return { ...refused(refusal.kind, 'reasonCode', message), known: [...refusal.known] };
  }
}

function returnSentence(refusal: ReturnRefusal): Sentence {
  switch (refusal.kind) {
    case 'DropoutCaseNotFound':
      return { zh: '找不到该个案，或不在您的管辖范围内。', en: 'There is no such case in your reach.' };
    case 'DropoutCaseNotOpen':
      return { zh: '该个案已经了结。', en: 'The case no longer stands.' };
    case 'DropoutCaseChanged':
      return { zh: '该个案已被他人修改，请核对后重试。', en: 'Somebody has changed the case; look at it again.' };
    case 'DayInFuture':
      return dayInFuture(refusal.today);
    case 'DayBeforeSuspicion':
      return {
        zh: `复学日期不能早于登记日期（${refusal.suspectedOn}）。`,
        en: `The day must not be before the suspicion (${refusal.suspectedOn}).`,
      };
    case 'DropoutReturnUnproven':
      return { zh: '当日点名记录没有显示该学生到校。', en: 'No roll-call shows the child in class on that day.' };
    case 'DropoutReturnNotYours':
      return { zh: '复学由学校登记。', en: 'A return is recorded by the school.' };
  }
}

/** Why a return was not recorded, in the caller's language. */
export function returnError(
  refusal: ReturnRefusal,
  language: Language,
): Awaited<ResolversTypes['DropoutCaseReturnError']> {
  const message = returnSentence(refusal)[language];
  switch (refusal.kind) {
    case 'DropoutCaseNotFound':
      return refused(refusal.kind, 'dropoutCase', message);
    case 'DropoutCaseNotOpen':
      return { ...refused(refusal.kind, 'dropoutCase', message), stage: refusal.stage };
    case 'DropoutCaseChanged':
      return { ...refused(refusal.kind, 'version', message), version: refusal.version };
    case 'DayInFuture':
      return { ...refused(refusal.kind, 'returnedOn', message), today: refusal.today };
    case 'DayBeforeSuspicion':
      return { ...refused(refusal.kind, 'returnedOn', message), suspectedOn: refusal.suspectedOn };
    case 'DropoutReturnUnproven':
      return refused(refusal.kind, 'returnedOn', message);
    case 'DropoutReturnNotYours':
      return refused(refusal.kind, 'dropoutCase', message);
  }
}
