import { type AidRefusal, unfit } from '../refusal/refusal.rules.ts';

export interface AskedAccount {
  holderName: string;
  relation: string;
  relationDocument: string | null;
  bankName: string;
  accountNumber: string;
}

/** The digits of an account as people write it: in groups, or with full-width digits. */
export const accountDigits = (text: string): string => text.normalize('NFKC').replace(/[\s-]/g, '');

/** Every reason not to pay a child's aid to an account (docs/rules/student-aid.md#payee-accounts). */
export function accountRefusals(account: AskedAccount): AidRefusal[] {
  const refusals: AidRefusal[] = [];
  if (account.holderName.trim() === '') refusals.push(unfit('holderName', 'BLANK'));
  if (account.bankName.trim() === '') refusals.push(unfit('bankName', 'BLANK'));
  if (!/^\d{10,30}$/.test(accountDigits(account.accountNumber)))
    refusals.push(unfit('accountNumber', 'NOT_AN_ACCOUNT'));
  if (account.relation !== 'SELF' && !account.relationDocument?.trim())
    refusals.push(unfit('relationDocument', 'DOCUMENT_MISSING'));
  return refusals;
}
