import type { Language } from '@bureau/subgraph';
import type { ResolversTypes } from '../__generated__/graphql.ts';
import type { Context } from '../context.ts';
import type { OpeningRefusal, ReturnRefusal } from './dropout-case.rules.ts';

const say = (language: Language, zh: string, en: string) => (language === 'en' ? en : zh);

function dayInFuture(today: string, field: string, language: Language) {
  const message = say(language, `日期不能晚于今天（${today}）。`, `The day must not be after today (${today}).`);
  return { __typename: 'DayInFuture' as const, message, field: ['input', field], code: 'DAY_IN_FUTURE', today };
}

/** Why a case was not opened, in the caller's language. */
export async function openingError(
  refusal: OpeningRefusal,
  { language, dropoutCases }: Pick<Context, 'language' | 'dropoutCases'>,
): Promise<Awaited<ResolversTypes['DropoutCaseOpenError']>> {
  switch (refusal.kind) {
    case 'StudentNotFound': {
      const message = say(language, '找不到该学生，或不在您的管辖范围内。', 'There is no such child in your reach.');
      return { __typename: 'StudentNotFound', message, field: ['input', 'student'], code: 'STUDENT_NOT_FOUND' };
    }
    case 'StudentNotOnRoll': {
      const message = say(
        language,
        '该学生没有在籍，不能登记疑似辍学。',
        'The child is on no roll and so cannot drop out of one.',
      );
      const { rollStatus } = refusal;
      return {
        __typename: 'StudentNotOnRoll',
        message,
        field: ['input', 'student'],
        code: 'STUDENT_NOT_ON_ROLL',
        rollStatus,
      };
    }
    case 'DropoutCaseAlreadyOpen': {
      const message = say(language, '该学生已有未结的疑似辍学个案。', 'A case about this child still stands.');
      const dropoutCase = await dropoutCases.get(refusal.dropoutCaseId);
      return {
        __typename: 'DropoutCaseAlreadyOpen',
        message,
        field: ['input', 'student'],
        code: 'DROPOUT_CASE_ALREADY_OPEN',
        dropoutCase,
      };
    }
    case 'DayInFuture':
      return dayInFuture(refusal.today, 'lastSeenOn', language);
    case 'ReasonUnknown': {
      const known = [...refusal.known];
      const message = say(
        language,
        `原因代码不在本县清单内，可用：${known.join('、')}。`,
        `The county's list has these reasons: ${known.join(', ')}.`,
      );
      return { __typename: 'ReasonUnknown', message, field: ['input', 'reasonCode'], code: 'REASON_UNKNOWN', known };
    }
  }
}

/** Why a return was not recorded, in the caller's language. */
export function returnError(
  refusal: ReturnRefusal,
  language: Language,
): Awaited<ResolversTypes['DropoutCaseReturnError']> {
  switch (refusal.kind) {
    case 'DropoutCaseNotFound': {
      const message = say(language, '找不到该个案，或不在您的管辖范围内。', 'There is no such case in your reach.');
      return {
        __typename: 'DropoutCaseNotFound',
        message,
        field: ['input', 'dropoutCase'],
        code: 'DROPOUT_CASE_NOT_FOUND',
      };
    }
    case 'DropoutCaseNotOpen': {
      const message = say(language, '该个案已经了结。', 'The case no longer stands.');
      const { stage } = refusal;
      return {
        __typename: 'DropoutCaseNotOpen',
        message,
        field: ['input', 'dropoutCase'],
        code: 'DROPOUT_CASE_NOT_OPEN',
        stage,
      };
    }
    case 'DropoutCaseChanged': {
      const message = say(
        language,
        '该个案已被他人修改，请核对后重试。',
        'Somebody has changed the case; look at it again.',
      );
      const { version } = refusal;
      return {
        __typename: 'DropoutCaseChanged',
        message,
        field: ['input', 'version'],
        code: 'DROPOUT_CASE_CHANGED',
        version,
      };
    }
    case 'DayInFuture':
      return dayInFuture(refusal.today, 'returnedOn', language);
    case 'DayBeforeSuspicion': {
      const { suspectedOn } = refusal;
      const message = say(
        language,
        `复学日期不能早于登记日期（${suspectedOn}）。`,
        `The day must not be before the suspicion (${suspectedOn}).`,
      );
      return {
        __typename: 'DayBeforeSuspicion',
        message,
        field: ['input', 'returnedOn'],
        code: 'DAY_BEFORE_SUSPICION',
        suspectedOn,
      };
    }
  }
}
