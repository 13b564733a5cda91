import { formatGlobalId, type Language, refused, type Sentence } from '@bureau/subgraph';
import type { ResolversTypes } from '../__generated__/graphql.ts';
import type { AidRefusal, RowOutcome, UnfitReason } from './refusal.rules.ts';

const UNFIT: Record<UnfitReason, Sentence> = {
  BLANK: { zh: '不能为空', en: 'must not be blank' },
  DAYS_REVERSED: { zh: '结束日期早于开始日期', en: 'ends before it begins' },
  DAY_IN_FUTURE: { zh: '日期不能晚于今天', en: 'must not be after today' },
  CATEGORY_UNKNOWN: { zh: '没有该困难类型', en: 'is no category of the county' },
  CATEGORY_OF_ANOTHER_SOURCE: { zh: '该类型由其他部门认定', en: 'is attested by another department' },
  CATEGORY_WITHDRAWN: { zh: '该类型已退出', en: 'was withdrawn' },
  PROGRAMME_UNKNOWN: { zh: '没有该资助项目', en: 'is no programme of the county' },
  STAGE_NOT_COVERED: { zh: '该项目不适用于该学段', en: 'is not for children of this stage' },
  STATION_UNKNOWN: { zh: '没有该服务站', en: 'is no service station' },
  TERM_NOT_ARRANGED: { zh: '该学期尚未安排', en: 'is a term that was not arranged' },
  TOO_MANY: { zh: '数量超过上限', en: 'are too many at once' },
  NOT_AN_AMOUNT: { zh: '不是金额', en: 'is no amount' },
  FRACTION_OF_FEN: { zh: '金额最多两位小数', en: 'has a fraction of a fen' },
  NOT_POSITIVE: { zh: '金额必须大于零', en: 'must be more than nothing' },
  TOO_LARGE: { zh: '金额过大', en: 'is too large' },
  NOT_AN_ACCOUNT: { zh: '账号应为10至30位数字', en: 'is no account of 10 to 30 digits' },
  DOCUMENT_MISSING: { zh: '须注明证明材料', en: 'needs a document' },
  NOT_AN_IDENTITY_NUMBER: { zh: '身份证件号码有误', en: 'is no valid identity number' },
  NOT_A_MULTIPLE: { zh: '金额须为一百元的整数倍', en: 'must be a multiple of 100 yuan' },
  ABOVE_CEILING: { zh: '超过贷款上限', en: 'is above the ceiling' },
  PERIOD_UNFIT: { zh: '期限不符合规定', en: 'is no period that the rules allow' },
  NOT_A_CANDIDATE: { zh: '不是本县在册学生', en: 'is no child of the roster' },
};

function sentence(refusal: AidRefusal): Sentence {
  switch (refusal.kind) {
    case 'AidSubjectNotFound':
      return { zh: '找不到该记录，或不在您的管辖范围内。', en: 'There is no such thing in your reach.' };
    case 'AidSubjectChanged':
      return { zh: '该记录已被他人修改，请核对后重试。', en: 'Somebody has changed it; look at it again.' };
    case 'AidStepNotOpen':
      return {
        zh: `当前环节（${refusal.state}）不能办理此步骤。`,
        en: `The step does not lead on from ${refusal.state}.`,
      };
    case 'AidNoteMissing':
      return { zh: '不通过须说明理由。', en: 'A refusal needs its reason.' };
    case 'AidPublicityNotOver':
      return refusal.endsOn
        ? { zh: `公示至${refusal.endsOn}，期满后方可办理。`, en: `The notice hangs until ${refusal.endsOn}.` }
        : { zh: '尚未公示。', en: 'No notice was posted.' };
    case 'AidObjectionStands':
      return { zh: `有${refusal.objections}件异议未处理或成立。`, en: `${refusal.objections} objections stand.` };
    case 'AidChildNotOnRoll':
      return { zh: '该学生不在本县在籍。', en: 'The child is on no roll here.' };
    case 'AidAlreadyFiled':
      return { zh: '该学生已有同一申请。', en: 'The same was filed for the child before.' };
    case 'AidValueUnfit':
      return { zh: `${UNFIT[refusal.reason].zh}。`, en: `The value ${UNFIT[refusal.reason].en}.` };
    case 'AidWaived':
      return { zh: `家庭已于${refusal.declaredOn}自愿放弃。`, en: `The family gave it up on ${refusal.declaredOn}.` };
    case 'AidRowsRefused':
      return {
        zh: `有${refusal.rows}行未通过，全部未办理。`,
        en: `${refusal.rows} rows were refused, so none was done.`,
      };
    case 'AidStillInUse':
      return { zh: `尚有${refusal.count}项未了结。`, en: `${refusal.count} things still rest on it.` };
    case 'AidDetailForbidden':
      return { zh: '公示内容含有不得公开的个人信息。', en: 'The notice shows what must not be shown of a child.' };
  }
}

type AidError = Awaited<ResolversTypes['AidRefusal']>;

/** Why the act was refused, in the caller's language. */
export function aidError(refusal: AidRefusal, language: Language, county: string): AidError {
  const message = sentence(refusal)[language];
  switch (refusal.kind) {
    case 'AidSubjectNotFound':
    case 'AidNoteMissing':
      return refused(refusal.kind, 'id', message);
    case 'AidSubjectChanged':
      return { ...refused(refusal.kind, 'version', message), version: refusal.version };
    case 'AidStepNotOpen':
      return { ...refused(refusal.kind, 'act', message), state: refusal.state, steps: refusal.steps };
    case 'AidPublicityNotOver':
      return { ...refused(refusal.kind, 'act', message), endsOn: refusal.endsOn };
    case 'AidObjectionStands':
      return { ...refused(refusal.kind, 'act', message), objections: refusal.objections };
    case 'AidChildNotOnRoll':
      return { ...refused(refusal.kind, 'student', message), rollStatus: refusal.rollStatus };
    case 'AidAlreadyFiled':
      return { ...refused(refusal.kind, 'student', message), id: formatGlobalId({ county, id: refusal.id }) };
    case 'AidValueUnfit':
      return { ...refused(refusal.kind, refusal.field, message), reason: refusal.reason };
    case 'AidWaived':
      return { ...refused(refusal.kind, 'student', message), declaredOn: refusal.declaredOn };
    case 'AidRowsRefused':
      return { ...refused(refusal.kind, 'onError', message), rows: refusal.rows };
    case 'AidStillInUse':
      return { ...refused(refusal.kind, 'act', message), count: refusal.count };
    case 'AidDetailForbidden':
      return { ...refused(refusal.kind, 'body', message), details: refusal.details };
  }
}

interface Told {
  language: Language;
  actor: { scope: { county: string } };
}

/** All that stood in the way, as the caller is told it. */
export const aidErrors = (refusals: readonly AidRefusal[], { language, actor }: Told): AidError[] =>
  refusals.map((refusal) => aidError(refusal, language, actor.scope.county));

/** The rows of a bulk act, as the caller is told of them. */
export const rowAnswers = (outcomes: readonly RowOutcome[], told: Told) =>
  outcomes.map(({ index, isDone, refusals }) => ({ index, isDone, userErrors: aidErrors(refusals, told) }));
