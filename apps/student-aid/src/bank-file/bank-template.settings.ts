import { setting, z } from '@bureau/settings';

/** What a line for the bank may hold. */
const FIELDS = [
  'sequence',
  'payeeName',
  'account',
  'bankName',
  'amount',
  'purpose',
  'batchNumber',
  'township',
  'reference',
] as const;
/** What a line that comes back may hold. */
const RETURN_FIELDS = [
  'sequence',
  'batchNumber',
  'account',
  'payeeName',
  'amount',
  'result',
  'reason',
  'paidOn',
  'bankSerial',
] as const;

const column = z.object({
  field: z.enum(FIELDS),
  title: z.string(),
  /** Of a file of fixed width, in bytes of GBK. */
  width: z.number().int().min(1).max(200).default(20),
  align: z.enum(['LEFT', 'RIGHT']).default('LEFT'),
});
const returnColumn = z.object({
  field: z.enum(RETURN_FIELDS),
  title: z.string(),
  width: z.number().int().min(1).max(200).default(20),
});

const template = z.object({
  code: z.string().regex(/^[A-Z][A-Z0-9_]{1,31}$/),
  name: z.string().min(1),
  format: z.enum(['XLSX', 'CSV', 'FIXED_WIDTH']),
  encoding: z.enum(['utf-8', 'gbk']),
  columns: z.array(column).min(3),
  returnColumns: z.array(returnColumn).min(5),
  /** The words for each result (处理结果). */
  results: z.object({ paid: z.array(z.string()), failed: z.array(z.string()), reversed: z.array(z.string()) }),
  /** The bank's reasons, and the office's code for each. */
  failures: z.record(z.string(), z.string().regex(/^[A-Z_]{3,40}$/)),
});

export type BankTemplate = z.infer<typeof template>;
export type SendField = (typeof FIELDS)[number];
export type ReturnField = (typeof RETURN_FIELDS)[number];

const results = { paid: ['成功', '处理成功'], failed: ['失败', '处理失败'], reversed: ['退汇', '冲正'] };
const failures = {
  账号户名不符: 'ACCOUNT_NAME_DIFFERS',
  账号不存在: 'ACCOUNT_UNKNOWN',
  账户冻结: 'ACCOUNT_BLOCKED',
  账户挂失: 'ACCOUNT_LOST',
  账户销户: 'ACCOUNT_CLOSED',
  未激活: 'ACCOUNT_NOT_ACTIVATED',
  身份证不符: 'IDENTITY_DIFFERS',
  银行超时: 'BANK_TIMEOUT',
  重复: 'DUPLICATE',
};
const columns: BankTemplate['columns'] = [
  { field: 'sequence', title: '序号', width: 6, align: 'RIGHT' },
  { field: 'payeeName', title: '收款人姓名', width: 60, align: 'LEFT' },
  { field: 'account', title: '银行账号', width: 32, align: 'LEFT' },
  { field: 'bankName', title: '开户行', width: 60, align: 'LEFT' },
  { field: 'amount', title: '金额', width: 16, align: 'RIGHT' },
  { field: 'purpose', title: '用途', width: 60, align: 'LEFT' },
  { field: 'batchNumber', title: '批次号', width: 12, align: 'LEFT' },
  { field: 'reference', title: '备注', width: 36, align: 'LEFT' },
];
const returnColumns: BankTemplate['returnColumns'] = [
  { field: 'sequence', title: '序号', width: 6 },
  { field: 'batchNumber', title: '批次号', width: 12 },
  { field: 'account', title: '账号', width: 32 },
  { field: 'payeeName', title: '姓名', width: 60 },
  { field: 'amount', title: '金额', width: 16 },
  { field: 'result', title: '处理结果', width: 12 },
  { field: 'reason', title: '失败原因', width: 40 },
  { field: 'paidOn', title: '入账日期', width: 10 },
  { field: 'bankSerial', title: '流水号', width: 32 },
];
const shared = { columns, returnColumns, results, failures };

/** How the files for the bank look, and those that come back (docs/rules/student-aid.md#bank-files). */
export const bankSettings = {
  'bank.fileTemplates': setting<BankTemplate[]>({
    schema: z.array(template).min(1),
    fallback: [
      { code: 'ONE_CARD_XLSX', name: '一卡通平台（.xlsx）', format: 'XLSX', encoding: 'utf-8', ...shared },
      { code: 'BANK_CSV', name: '代发文件（GBK .csv）', format: 'CSV', encoding: 'gbk', ...shared },
      { code: 'BANK_TXT', name: '代发文件（定长 .txt）', format: 'FIXED_WIDTH', encoding: 'gbk', ...shared },
    ],
    meaning: 'How the file for the bank and the one that comes back are laid out, one template a bank.',
    source: 'docs/rules/student-aid.md#bank-files',
  }),
};
