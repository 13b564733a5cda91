import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RowFault } from '@bureau/files';
import { formatYuan } from '@bureau/money';
import { writeCsv, writeFixedWidth, writeWorkbook } from '@bureau/spreadsheet';
import { Session } from '@bureau/subgraph';
import { actorOf } from '@bureau/testing';
import { bankSettings, type BankTemplate, type ReturnField } from '../bank-file/bank-template.settings.ts';
import { bankReturnImport } from '../bank-return/bank-return.file.ts';
import type { Bench } from './bench.seed.ts';

export type BankLine = Record<ReturnField, string>;

export const templateOf = (code: string): BankTemplate => {
  const found = bankSettings['bank.fileTemplates'].fallback.find((template) => template.code === code);
  if (!found) throw new Error(`no template ${code}`);
  return found;
};

/** The bank: reads what was sent to it, and answers. */
export class BankSeed {
  readonly #bench: Bench;

  constructor(bench: Bench) {
    this.#bench = bench;
  }

  /** What went out with the batch last, each line answered as paid. */
  async answers(batchNumber: string): Promise<BankLine[]> {
    const rows = (await this.#bench.database.arrange(
      `SELECT sequence, amount_fen, account.id, account.account_number, holder_name FROM payment
       JOIN payee_account account ON account.id = payee_account_id
       JOIN disbursement_batch batch ON batch.id = batch_id WHERE number = $1 AND payment.state IN ('SENT', 'RESENT') ORDER BY sequence`,
      [batchNumber],
    )) as { sequence: number; amount_fen: string; id: string; account_number: Buffer; holder_name: string }[];
    return rows.map((row) => ({
      sequence: String(row.sequence),
      batchNumber,
      account: this.#bench.sealer.open(row.account_number, `payee_account.account_number:${row.id}`),
      payeeName: row.holder_name,
      amount: formatYuan(BigInt(row.amount_fen)),
      result: '成功',
      reason: '',
      paidOn: '20240410',
      bankSerial: `S${row.sequence}`,
    }));
  }

  async file(lines: readonly BankLine[], template = templateOf('BANK_CSV')): Promise<Buffer> {
    const columns = template.returnColumns.map(({ field, title, width }) => ({
      title,
      width,
      align: 'LEFT' as const,
      value: (line: BankLine) => line[field],
    }));
    const stream = {
      XLSX: () => writeWorkbook(lines, { name: 'return', columns }),
      CSV: () => writeCsv(lines, { columns, encoding: template.encoding }),
      FIXED_WIDTH: () => writeFixedWidth(lines, { fields: columns, unit: 'GBK_BYTE' }),
    }[template.format]();
    const chunks: Buffer[] = [];
    for await (const chunk of stream as AsyncIterable<Uint8Array>) chunks.push(Buffer.from(chunk));
    return Buffer.concat(chunks);
  }

  /** Hands the file in, as the office's import does; answers its refusals and what changed. */
  async take(
    bytes: Buffer,
    named: { batch: string; count: number; amount: string; template?: string },
  ): Promise<{ refusals: string[]; changed: number }> {
    const folder = mkdtempSync(join(tmpdir(), 'bank-'));
    const path = join(folder, createHash('sha1').update(bytes).digest('hex'));
    writeFileSync(path, bytes);
    const actor = actorOf({ sub: 'clerk', roles: ['student-aid-office'] });
    const now = () => new Date('2024-04-15T12:00:00+08:00');
    const refusals: RowFault[] = [];
    try {
      const counts = await new Session(this.#bench.database.dataSource, actor).transaction((manager) =>
        bankReturnImport(this.#bench.sealer, now).run(
          path,
          {
            manager,
            actor,
            today: '2024-04-15',
            arguments: { ...named, count: String(named.count), template: named.template ?? 'BANK_CSV' },
            runId: crypto.randomUUID(),
            refuse: (fault) => refusals.push(fault),
            signal: new AbortController().signal,
          },
          { onTotal: () => undefined, onRows: () => undefined },
        ),
      );
      return { refusals: refusals.map(({ code }) => code), changed: counts.changed };
    } finally {
      rmSync(folder, { recursive: true });
    }
  }
}
