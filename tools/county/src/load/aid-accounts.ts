import type { Sealer } from '@bureau/access';
import { yongning } from '@bureau/codes';
import type { Child } from '../rows.ts';
import type { Row } from './rows.ts';
import { sealedColumns } from './sealed.ts';

const county_code = yongning.code;

/** No bank issues cards that begin with 9900. */
export function accountRow(sealer: Sealer, { id, child, index }: { id: string; child: Child; index: number }): Row {
  const number = `9900${String(index + 1).padStart(15, '0')}`;
  return {
    county_code,
    id,
    student_id: child.id,
    holder_name: child.name,
    relation: 'SELF',
    relation_document: null,
    bank_name: '永宁县演示银行',
    card_kind: 'SOCIAL_SECURITY_CARD',
    ...sealedColumns(sealer, ['payee_account', 'account_number'], { id, value: number }),
    account_last4: number.slice(-4),
    siblings_document: null,
    valid_from: '2023-09-01',
    valid_to: null,
    version: 1,
  };
}
