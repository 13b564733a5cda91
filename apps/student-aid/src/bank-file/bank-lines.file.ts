import type { Sealer } from '@bureau/access';
import { formatYuan } from '@bureau/money';
import { type ExportCell, writeCsv, writeFixedWidth, writeWorkbook } from '@bureau/spreadsheet';
import { accountContext } from '../payee-account/payee-account.entity.ts';
import type { PayableLine } from './bank-file.repository.ts';
import type { BankTemplate, SendField } from './bank-template.settings.ts';

/** What all lines of a file have in common. */
export interface Heading {
  purpose: string;
  batchNumber: string;
}

/** The only place where account numbers are opened. */
function valueOf(
  field: SendField,
  line: PayableLine,
  { heading, sealer }: { heading: Heading; sealer: Sealer },
): ExportCell {
  switch (field) {
    case 'sequence':
      return line.sequence;
    case 'payeeName':
      return line.payeeName;
    case 'account':
      return line.accountNumber && line.accountId
        ? sealer.open(line.accountNumber, accountContext(line.accountId))
        : null;
    case 'bankName':
      return line.bankName;
    case 'amount':
      return formatYuan(BigInt(line.amountFen));
    case 'purpose':
      return heading.purpose;
    case 'batchNumber':
      return heading.batchNumber;
    case 'township':
      return line.townshipCode;
    case 'reference':
      return line.reference;
  }
}

/** The file for the bank, laid out as its template says. */
export async function bankFileBytes(
  lines: AsyncIterable<PayableLine>,
  template: BankTemplate,
  surroundings: { heading: Heading; sealer: Sealer },
): Promise<Buffer> {
  const columns = template.columns.map(({ field, title, width, align }) => ({
    title,
    width,
    align,
    value: (line: PayableLine) => valueOf(field, line, surroundings),
  }));
  const { format, encoding, name } = template;
  const stream =
    format === 'XLSX'
      ? writeWorkbook(lines, { name, columns })
      : format === 'CSV'
        ? writeCsv(lines, { columns, encoding })
        : writeFixedWidth(lines, { fields: columns, encoding, unit: 'GBK_BYTE' });
  const chunks: Buffer[] = [];
  for await (const chunk of stream as AsyncIterable<Uint8Array>) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}
