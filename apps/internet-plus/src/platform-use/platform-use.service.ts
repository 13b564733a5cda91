import { hash } from 'node:crypto';
import type { Desk } from '../record/desk.repository.ts';
import type { Outcome, RecordService } from '../record/record.service.ts';
import type { Refusal } from '../refusal/refusal.rules.ts';
import { PlatformExportRepository } from './platform-export.repository.ts';
import { type ExportAsked, exportRefusals } from './platform-export.rules.ts';
import { type PlatformExport, PlatformExportEntity } from './platform-export.entity.ts';
import type { PlatformName } from './platform-use-terms.rules.ts';

export interface ExportInput extends ExportAsked {
  platform: PlatformName;
  dryRun: boolean;
  idempotencyKey?: string | null;
}

/** Monthly exports of the platforms. */
export class PlatformUseService {
  readonly #records: RecordService;

  constructor(records: RecordService) {
    this.#records = records;
  }

  /** Imports an export whole or not at all; a correction takes the place of what was imported before. */
  importExport(
    input: ExportInput,
  ): Promise<Outcome<Refusal<'ExportMonthWrong' | 'ExportRepeated' | 'RowsUnfit' | 'DayTooLate'>>> {
    return this.#records.act('platformExportImport', input, async (desk) => {
      const { platform, month, uses, sections } = input;
      await desk.lock(`platform export ${desk.county} ${platform} ${month}`);
      const repository = new PlatformExportRepository(desk.manager);
      const known = await desk.findBy(PlatformExportEntity, { platform, month });
      const contentHash = hash('sha256', JSON.stringify([platform, month, uses, sections]));
      const refusals = exportRefusals(input, {
        thisMonth: desk.today.slice(0, 7),
        schoolCodes: await repository.listSchoolCodes(desk.county),
        known: known && { contentHash: known.contentHash, importedAt: known.importedAt.toISOString() },
        contentHash,
      });
      if (refusals.length > 0 || input.dryRun) return { id: known?.id ?? null, refusals };

      const schools = new Set(uses.map(({ schoolCode }) => schoolCode)).size;
      const exportId = await keep(desk, known, { platform, month, contentHash, schools, importedAt: desk.now });
      const place = { countyCode: desk.county, exportId, platform, month };
      if (known) await repository.clear(place);
      await repository.insert(place, uses, sections);
      return { id: exportId, refusals };
    });
  }
}

type Kept = Pick<PlatformExport, 'platform' | 'month' | 'contentHash' | 'schools' | 'importedAt'>;

async function keep(desk: Desk, known: PlatformExport | null, kept: Kept): Promise<string> {
  if (known) await desk.change(PlatformExportEntity, known, kept);
  const fresh = { countyCode: desk.county, id: known?.id ?? desk.newId(), ...kept, version: 1 };
  if (!known) await desk.insert(PlatformExportEntity, fresh);
  return fresh.id;
}
