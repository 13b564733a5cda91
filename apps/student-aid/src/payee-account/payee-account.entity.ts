import { EntitySchema } from 'typeorm';

export const HOLDER_RELATIONS = ['SELF', 'FATHER', 'MOTHER', 'GRANDPARENT', 'OTHER_GUARDIAN'] as const;
/** Who the account belongs to, seen from the child (与学生关系). */
export type HolderRelation = (typeof HOLDER_RELATIONS)[number];

export const CARD_KINDS = ['SOCIAL_SECURITY_CARD', 'BANK_CARD'] as const;
export type CardKind = (typeof CARD_KINDS)[number];

/** The account to which a child's aid is paid (收款账户), from one day to another; a child has one at a time. */
export interface PayeeAccount {
  countyCode: string;
  id: string;
  studentId: string;
  /** 开户人: must equal the name that the bank has. */
  holderName: string;
  relation: HolderRelation;
  /** What shows the relation, of an account that is not the child's own (监护关系证明). */
  relationDocument: string | null;
  /** 开户行. */
  bankName: string;
  cardKind: CardKind;
  /** Sealed. */
  accountNumber: Buffer;
  /** Blind index of the account number. */
  accountNumberIndex: Buffer;
  /** What an answer may show. */
  accountLast4: string;
  /** Why several children are paid to this account: they are brothers and sisters, and who has seen it (兄弟姐妹证明). */
  siblingsDocument: string | null;
  validFrom: string;
  /** The first day on which it is no longer used; null while it is. */
  validTo: string | null;
  version: number;
}

/** Where a sealed account number belongs; it opens nowhere else. */
export const accountContext = (id: string) => `payee_account.account_number:${id}`;

export const PayeeAccountEntity = new EntitySchema<PayeeAccount>({
  name: 'PayeeAccount',
  columns: {
    countyCode: { type: 'varchar', length: 6, primary: true, primaryKeyConstraintName: 'payee_account_pkey' },
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'payee_account_pkey' },
    studentId: { type: 'uuid' },
    holderName: { type: 'text' },
    relation: { type: 'text' },
    relationDocument: { type: 'text', nullable: true },
    bankName: { type: 'text' },
    cardKind: { type: 'text' },
    accountNumber: { type: 'bytea' },
    accountNumberIndex: { type: 'bytea' },
    accountLast4: { type: 'varchar', length: 4 },
    siblingsDocument: { type: 'text', nullable: true },
    validFrom: { type: 'date' },
    validTo: { type: 'date', nullable: true },
    version: { type: 'integer', default: 1 },
  },
  indices: [
    { name: 'payee_account_live_key', columns: ['countyCode', 'studentId'], unique: true, where: `valid_to IS NULL` },
    { name: 'payee_account_number_idx', columns: ['countyCode', 'accountNumberIndex'] },
  ],
  checks: [
    {
      name: 'payee_account_relation_check',
      expression: `relation IN ('SELF', 'FATHER', 'MOTHER', 'GRANDPARENT', 'OTHER_GUARDIAN')`,
    },
    { name: 'payee_account_document_check', expression: `relation = 'SELF' OR relation_document IS NOT NULL` },
    { name: 'payee_account_card_kind_check', expression: `card_kind IN ('SOCIAL_SECURITY_CARD', 'BANK_CARD')` },
    { name: 'payee_account_last4_check', expression: `account_last4 ~ '^[0-9]{4}$'` },
    { name: 'payee_account_days_check', expression: `valid_to >= valid_from` },
  ],
});
