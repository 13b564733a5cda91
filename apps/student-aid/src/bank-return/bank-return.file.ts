import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Sealer } from '@bureau/access';
import type { ImportContext, ImportKind } from '@bureau/files';
import { parseYuan } from '@bureau/money';
import { settingsOn } from '@bureau/settings';
import { rawRows, type Sentence, writeTemplate } from '@bureau/spreadsheet';
import { parseGlobalId, readerOf } from '@bureau/subgraph';
import { bankSettings, type BankTemplate } from '../bank-file/bank-template.settings.ts';
import type { ReturnRefusal } from './bank-return.rules.ts';
import { BankReturnService, type ReturnLine } from './bank-return.service.ts';
import { isEncodedAs, LineFault, lineOf, type Titles, titlesOf } from './return-line.file.ts';

const SENTENCES: Record<ReturnRefusal['kind'], Sentence> = {
  RETURN_BATCH_NOT_FOUND: { zh: '找不到该批次。', en: 'There is no such batch.' },
  RETURN_BATCH_NOT_SENT: { zh: '该批次没有报送银行。', en: 'The batch is not at the bank.' },
  RETURN_ALREADY_TAKEN: { zh: '该回盘文件已经处理过。', en: 'This file was taken before.' },
  RETURN_OF_ANOTHER_BATCH: { zh: '该文件属于另一个批次。', en: 'The file is for another batch.' },
  RETURN_TRUNCATED: {
    zh: '文件行数与银行所报不符，可能不完整。',
    en: 'The file has other lines than the bank named; it may be cut short.',
  },
  RETURN_AMOUNT_DIFFERS: { zh: '文件金额与银行所报不符。', en: 'The amounts are not what the bank named.' },
  RETURN_ENCODING_WRONG: {
    zh: '文件格式或编码与模板不符。',
    en: 'The file is not in the form or encoding of its template.',
  },
  RETURN_TEMPLATE_UNKNOWN: { zh: '没有这个模板。', en: 'There is no such template.' },
};

const NOTHING = { created: 0, changed: 0, unchanged: 0 };

function refuse({ refuse: tell }: ImportContext, refusals: readonly ReturnRefusal[]) {
  for (const { kind } of refusals) tell({ row: 0, code: kind, message: SENTENCES[kind] });
  return NOTHING;
}

/** Lines of the file, chunk by chunk; a line that cannot be read is told and ends nothing but itself. */
async function* linesOf(path: string, template: BankTemplate, context: ImportContext): AsyncGenerator<ReturnLine[]> {
  const widths = template.returnColumns.map(({ width }) => width);
  const fixedWidths = { encoding: 'gb18030', unit: 'GBK_BYTE', widths } as const;
  const options = { signal: context.signal, ...(template.format === 'FIXED_WIDTH' && { fixedWidths }) };
  let titles: Titles | null =
    template.format === 'FIXED_WIDTH' ? new Map(template.returnColumns.map(({ field }, at) => [field, at])) : null;
  for await (const rows of rawRows(path, options)) {
    const lines: ReturnLine[] = [];
    for (const row of rows) {
      if (titles === null) {
        titles = titlesOf(row, template);
        continue;
      }
      const line = lineOf(row, titles, template);
      if (line instanceof LineFault) context.refuse(line.fault);
      else lines.push(line);
    }
    if (lines.length > 0) yield lines;
  }
}

/** 回盘文件: what the bank did with each payment of a batch, in any of the county's templates. */
export function bankReturnImport(sealer: Sealer, now: () => Date): ImportKind {
  const service = new BankReturnService(sealer, now);
  return {
    kind: 'bank-return',
    title: '银行回盘文件',
    scopes: ['disbursements:write'],
    arguments: {
      batch: /^\d{6}\.[0-9a-f-]{36}$/,
      template: /^[A-Z0-9_]+$/,
      count: /^\d{1,7}$/,
      amount: /^\d+\.\d{2}$/,
    },
    template: () => writeTemplate({ name: '银行回盘文件', columns: {}, notes: [] }),
    async run(path, context, progress) {
      const { manager, actor, today } = context;
      const scope = { county: actor.scope.county, day: today, catalogue: bankSettings };
      const templates = (await settingsOn(readerOf(manager), scope))['bank.fileTemplates'];
      const template = templates.find(({ code }) => code === context.arguments['template']);
      if (!template)
        return refuse(context, [{ kind: 'RETURN_TEMPLATE_UNKNOWN', known: templates.map(({ code }) => code) }]);
      const bytes = await readFile(path);
      if (!isEncodedAs(bytes, template)) return refuse(context, [{ kind: 'RETURN_ENCODING_WRONG' }]);

      const amount = parseYuan(context.arguments['amount'] ?? '');
      const totals = {
        count: Number(context.arguments['count']),
        amountFen: 'fen' in amount ? amount.fen : -1n,
      };
      const batchId = parseGlobalId(context.arguments['batch'] ?? '')?.id ?? '';
      const contentHash = createHash('sha256').update(bytes).digest();
      const counted = async function* () {
        progress.onTotal(totals.count + 1);
        for await (const lines of linesOf(path, template, context)) {
          progress.onRows(lines.length, []);
          yield lines;
        }
      };
      const taken = await service.take(manager, actor, { batchId, contentHash, totals }, counted());
      if ('refusals' in taken) return refuse(context, taken.refusals);
      const { PAID, FAILED, REVERSED, ...rest } = taken.counts;
      const unchanged = Object.values(rest).reduce((sum, count) => sum + count, 0);
      return { created: 0, changed: PAID + FAILED + REVERSED, unchanged };
    },
  };
}
