import { formatYuan } from '@bureau/money';
import type { Sentence } from '@bureau/subgraph';
import type { BatchRefusal, CreationRefusal } from './disbursement.rules.ts';

export type DisbursementRefusal = BatchRefusal | CreationRefusal;
type Kind = DisbursementRefusal['kind'];

const yuan = (fen: string) => formatYuan(BigInt(fen));

/** What is said of each refusal, and where in the input it is. */
const PLAIN: Record<Kind, Sentence & { field: string }> = {
  DisbursementBatchNotFound: { field: 'batch', zh: '找不到该批次。', en: 'There is no such batch.' },
  DisbursementBatchChanged: {
    field: 'version',
    zh: '该批次已被他人修改，请核对后重试。',
    en: 'Somebody has changed the batch; look at it again.',
  },
  DisbursementBatchStateUnfit: {
    field: 'batch',
    zh: '批次当前状态不能办理此操作。',
    en: 'The act does not lead on from the state of the batch.',
  },
  DisbursementReasonMissing: { field: 'reason', zh: '请说明理由。', en: 'Give the reason.' },
  DisbursementProgrammeUnknown: { field: 'programme', zh: '本县没有这个资助项目。', en: 'There is no such programme.' },
  DisbursementProgrammeUnpayable: {
    field: 'programme',
    zh: '该项目不发放给学生或学校。',
    en: 'The programme pays neither children nor schools.',
  },
  DisbursementTermUnset: { field: 'term', zh: '该学期尚未安排发放期限。', en: 'The term has not been arranged.' },
  DisbursementEmpty: { field: 'term', zh: '没有可以发放的资助。', en: 'Nothing may be paid.' },
  DeclaredTotalsDiffer: { field: 'declaredCount', zh: '申报的人次和金额与名单不符', en: 'The list holds other totals' },
  FundNotOfProgramme: { field: 'funding', zh: '资金不属于该项目。', en: 'A fund is for another programme.' },
  FundSharesUnfit: {
    field: 'funding',
    zh: '资金分担比例应为 1 至 1000 的整数，每笔资金只列一次。',
    en: 'Name each fund once, with a whole share from 1 to 1000.',
  },
  DisbursementOutdated: {
    field: 'batch',
    zh: '名单锁定前后资助已有变动，请更新名单',
    en: 'Awards have changed since the list was made; refresh it',
  },
  DisbursementBlocked: { field: 'batch', zh: '审核发现阻断问题', en: 'The audit found what stops the batch' },
  ApproverMadeBatch: {
    field: 'batch',
    zh: '经办人不得审批自己编制或锁定的批次。',
    en: 'Who made or locked a batch does not approve it.',
  },
  FundsInsufficient: { field: 'batch', zh: '资金不足', en: 'The funds do not suffice' },
  SchoolNotInBatch: {
    field: 'batch',
    zh: '贵校不在该批次内，或已经确认。',
    en: 'The school has no part in the batch, or has confirmed it.',
  },
  SchoolTotalsDiffer: {
    field: 'paymentCount',
    zh: '本校人次和金额与名单不符',
    en: 'The school’s part holds other totals',
  },
  TreasuryDocumentMissing: {
    field: 'treasuryDocument',
    zh: '请填写财政拨款文号。',
    en: 'Give the treasury’s document.',
  },
  DisbursementNotWaived: { field: 'batch', zh: '该批次由银行发放。', en: 'The batch is paid by the bank.' },
  DisbursementIsWaived: { field: 'batch', zh: '免学费批次不经银行发放。', en: 'Waivers do not go to the bank.' },
  BankTemplateUnknown: { field: 'template', zh: '没有这个银行模板。', en: 'There is no such template.' },
  BankFileEmpty: { field: 'batch', zh: '没有需要报送的发放。', en: 'Nothing is to be sent.' },
  PayeeAccountsMissing: { field: 'batch', zh: '有学生没有收款账户', en: 'Children have no account' },
  DisbursementNotReconciled: {
    field: 'batch',
    zh: '资助、批次、银行、账目不一致',
    en: 'Entitlement, batch, bank and ledger differ',
  },
  DisbursementPaidInFuture: { field: 'paidOn', zh: '日期不能晚于今天', en: 'The day must not be after today' },
};

/** The figure of a refusal that has one. */
function detailOf(refusal: DisbursementRefusal): string | null {
  if ('count' in refusal) return `${refusal.count} · ${yuan(refusal.amountFen)}`;
  if ('payments' in refusal) return String(refusal.payments);
  if ('witnesses' in refusal) return String(refusal.witnesses);
  if ('findings' in refusal) return String(refusal.findings);
  if ('shortfallFen' in refusal) return yuan(refusal.shortfallFen);
  return 'today' in refusal ? refusal.today : null;
}

export interface Said {
  field: string;
  sentence: Sentence;
}

/** The sentence of a refusal in both languages, with its figures. */
export function said(refusal: DisbursementRefusal): Said {
  const { field, zh, en } = PLAIN[refusal.kind];
  const detail = detailOf(refusal);
  if (detail === null) return { field, sentence: { zh, en } };
  return { field, sentence: { zh: `${zh}（${detail}）。`, en: `${en} (${detail}).` } };
}
