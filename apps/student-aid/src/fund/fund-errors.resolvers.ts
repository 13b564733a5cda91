import { formatYuan } from '@bureau/money';
import { type Language, refused, type Sentence } from '@bureau/subgraph';
import type { ResolversTypes } from '../__generated__/graphql.ts';
import type { CarryOverRefusal, ReceiptRefusal } from './fund.rules.ts';

const yuan = (fen: string) => formatYuan(BigInt(fen));

function receiptSentence(refusal: ReceiptRefusal): Sentence {
  switch (refusal.kind) {
    case 'FundProgrammeUnknown':
      return { zh: '本县没有这个资助项目。', en: 'The county has no such programme.' };
    case 'FundAmountNotPositive':
      return { zh: '金额必须大于零。', en: 'The amount must be above zero.' };
    case 'FundAmountTooLarge':
      return { zh: '金额过大，请核对单位是否为分。', en: 'The amount is too large; check that it is in fen.' };
    case 'FundReceiptInFuture':
      return {
        zh: `到账日期不能晚于今天（${refusal.today}）。`,
        en: `The day must not be after today (${refusal.today}).`,
      };
    case 'FundDocumentNumberMissing':
      return { zh: '请填写指标文号。', en: 'Give the number of the document that allots the money.' };
    case 'FundReceiptAlreadyRecorded':
      return {
        zh: `该文号已于${refusal.receivedOn}登记${yuan(refusal.amountFen)}元。`,
        en: `${yuan(refusal.amountFen)} yuan under this document number were recorded on ${refusal.receivedOn}.`,
      };
  }
}

/** Why a receipt was not recorded, in the caller's language. */
export function receiptError(
  refusal: ReceiptRefusal,
  language: Language,
): Awaited<ResolversTypes['FundReceiptRecordError']> {
  const message = receiptSentence(refusal)[language];
  switch (refusal.kind) {
    case 'FundProgrammeUnknown':
      return refused(refusal.kind, 'programme', message);
    case 'FundAmountNotPositive':
    case 'FundAmountTooLarge':
      return refused(refusal.kind, 'amountFen', message);
    case 'FundReceiptInFuture':
      return { ...refused(refusal.kind, 'receivedOn', message), today: refusal.today };
    case 'FundDocumentNumberMissing':
      return refused(refusal.kind, 'documentNo', message);
    case 'FundReceiptAlreadyRecorded': {
      const { receivedOn, amountFen } = refusal;
      return { ...refused(refusal.kind, 'documentNo', message), receivedOn, amountFen };
    }
  }
}

function carryOverSentence(refusal: CarryOverRefusal): Sentence {
  switch (refusal.kind) {
    case 'FundNotFound':
      return { zh: '找不到这笔资金。', en: 'There is no such fund.' };
    case 'FundChanged':
      return { zh: '该资金已有变动，请核对后重试。', en: 'The fund has moved; look at it again.' };
    case 'FundStillPromised':
      return {
        zh: `仍有批次占用资金：预留${yuan(refusal.reservedFen)}元，承诺${yuan(refusal.committedFen)}元。`,
        en: `Batches still hold ${yuan(refusal.reservedFen)} yuan reserved and ${yuan(refusal.committedFen)} committed.`,
      };
    case 'FundEmpty':
      return { zh: '该资金没有结余。', en: 'Nothing is left of the fund.' };
  }
}

/** Why a fund was not carried over, in the caller's language. */
export function carryOverError(
  refusal: CarryOverRefusal,
  language: Language,
): Awaited<ResolversTypes['FundCarryOverError']> {
  const message = carryOverSentence(refusal)[language];
  switch (refusal.kind) {
    case 'FundNotFound':
    case 'FundEmpty':
      return refused(refusal.kind, 'fund', message);
    case 'FundChanged':
      return { ...refused(refusal.kind, 'version', message), version: refusal.version };
    case 'FundStillPromised': {
      const { reservedFen, committedFen } = refusal;
      return { ...refused(refusal.kind, 'fund', message), reservedFen, committedFen };
    }
  }
}
