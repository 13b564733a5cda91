import { createHash } from 'node:crypto';
import type { Sealer } from '@bureau/access';
import { placeOf, recordAccess } from '@bureau/files';
import { settingsOn } from '@bureau/settings';
import { newId, readerOf, type RequestContext } from '@bureau/subgraph';
import {
  type ActInput,
  type BatchWork,
  change,
  DisbursementActService,
  refuse,
} from '../disbursement/disbursement-act.service.ts';
import type { BatchOutcome } from '../disbursement/disbursement-list.service.ts';
import { bankFileBytes } from './bank-lines.file.ts';
import { BankFileRepository, type PayableLine } from './bank-file.repository.ts';
import { bankSettings, type BankTemplate } from './bank-template.settings.ts';

export interface BankFileInput extends ActInput {
  template: string;
}

const MEDIA_TYPES = {
  XLSX: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'xlsx'],
  CSV: ['text/csv', 'csv'],
  FIXED_WIDTH: ['text/plain', 'txt'],
} as const;

/** Where the library seals a document's content. */
const documentContext = (id: string) => `stored_document.content:${id}`;

/** Makes the file for the bank: once for a batch, and once for each time that payments are sent again. */
export class BankFileService {
  readonly #request: RequestContext;
  readonly #acts: DisbursementActService;
  readonly #sealer: Sealer;

  constructor(request: RequestContext, now: () => Date, sealer: Sealer) {
    this.#request = request;
    this.#acts = new DisbursementActService(request, now);
    this.#sealer = sealer;
  }

  /** The batch goes to the bank. */
  send(input: BankFileInput): Promise<BatchOutcome> {
    return this.#acts.do(['send', 'disbursementBatchSend'], input, (work) => this.#make(work, input));
  }

  /** Corrected payments go to the bank again. */
  resend(input: BankFileInput): Promise<BatchOutcome> {
    return this.#acts.do(['resend', 'disbursementBatchResend'], input, (work) => this.#make(work, input));
  }

  async #make(work: BatchWork, input: BankFileInput) {
    const { manager, batch, by, today } = work;
    if (batch.paymentKind === 'WAIVER') return refuse({ kind: 'DisbursementIsWaived' });
    const scope = { county: batch.countyCode, day: today, catalogue: bankSettings };
    const templates = (await settingsOn(readerOf(manager), scope))['bank.fileTemplates'];
    const template = templates.find(({ code }) => code === input.template);
    if (!template) return refuse({ kind: 'BankTemplateUnknown', known: templates.map(({ code }) => code) });

    const files = new BankFileRepository(manager);
    const [counted, content] = await this.#write(files, work, template);
    if (counted.lines === 0) return refuse({ kind: 'BankFileEmpty' });
    if (counted.withoutAccount > 0) return refuse({ kind: 'PayeeAccountsMissing', payments: counted.withoutAccount });
    await files.markSent(batch);

    const [documentId, number] = [newId(), (await files.countOf(batch)) + 1];
    const [mediaType, extension] = MEDIA_TYPES[template.format];
    const contentHash = createHash('sha256').update(content).digest();
    const { recordedBy: madeBy, recordedAt: madeAt } = by;
    const document = {
      countyCode: batch.countyCode,
      id: documentId,
      kind: 'bank-file',
      name: `${batch.number}-${number}.${extension}`,
      mediaType,
      bytes: content.length,
      contentHash,
      content: this.#sealer.sealBytes(content, documentContext(documentId)),
      storedBy: madeBy,
      ...placeOf(this.#request.actor),
      storedAt: madeAt,
    };
    const { countyCode, id: batchId } = batch;
    const totals = { lineCount: counted.lines, amountFen: String(counted.amountFen) };
    const file = { countyCode, id: newId(), batchId, number, templateCode: template.code, ...totals };
    await files.insert({ ...file, contentHash, documentId, madeBy, madeAt }, document);
    const access = {
      operation: 'bank-file',
      entityType: 'DisbursementBatch',
      entityId: batchId,
      purpose: batch.number,
    };
    const look = { ...access, fieldClass: 'H', rowCount: counted.lines, isMasked: false } as const;
    await recordAccess(manager, this.#request.actor, look, madeAt);
    return change();
  }

  async #write(files: BankFileRepository, { batch }: BatchWork, template: BankTemplate) {
    const counted = { lines: 0, withoutAccount: 0, amountFen: 0n };
    async function* lines(): AsyncGenerator<PayableLine> {
      for await (const page of files.pages(batch)) {
        for (const line of page) {
          counted.lines += 1;
          counted.amountFen += BigInt(line.amountFen);
          if (line.accountId === null) counted.withoutAccount += 1;
          yield line;
        }
      }
    }
    const heading = { purpose: batch.programmeCode, batchNumber: batch.number };
    const content = await bankFileBytes(lines(), template, { heading, sealer: this.#sealer });
    return [counted, content] as const;
  }
}
