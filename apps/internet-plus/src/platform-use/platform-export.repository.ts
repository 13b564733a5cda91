import { newId } from '@bureau/subgraph';
import type { EntityManager } from 'typeorm';
import type { SectionRow, UseRow } from './platform-export.rules.ts';

interface ExportPlace {
  countyCode: string;
  exportId: string;
  platform: string;
  month: string;
}

const USES = `
  INSERT INTO platform_use (county_code, id, school_id, township_code, export_id, platform, month, role, people, registered, active, visits, uploads)
  SELECT $1, row.id, school.id, school.township_code, $2, $3, $4, row.role, row.people, row.registered, row.active, row.visits, row.uploads
  FROM jsonb_to_recordset($5) AS row (id uuid, "schoolCode" text, role text, people integer, registered integer, active integer, visits integer, uploads integer)
  JOIN school_roster school ON school.county_code = $1 AND school.code = row."schoolCode"`;

const SECTIONS = `
  INSERT INTO platform_section_use (county_code, id, school_id, township_code, export_id, platform, month, section, views)
  SELECT $1, row.id, school.id, school.township_code, $2, $3, $4, row.section, row.views
  FROM jsonb_to_recordset($5) AS row (id uuid, "schoolCode" text, section text, views integer)
  JOIN school_roster school ON school.county_code = $1 AND school.code = row."schoolCode"`;

/** The rows of monthly exports; one statement a table, however many rows. */
export class PlatformExportRepository {
  readonly #manager: EntityManager;

  constructor(manager: EntityManager) {
    this.#manager = manager;
  }

  async listSchoolCodes(countyCode: string): Promise<Set<string>> {
    const rows: { code: string }[] = await this.#manager.query(
      'SELECT code FROM school_roster WHERE county_code = $1',
      [countyCode],
    );
    return new Set(rows.map(({ code }) => code));
  }

  async clear({ countyCode, exportId }: ExportPlace): Promise<void> {
    for (const table of ['platform_use', 'platform_section_use'])
      await this.#manager.query(`DELETE FROM ${table} WHERE county_code = $1 AND export_id = $2`, [
        countyCode,
        exportId,
      ]);
  }

  async insert(place: ExportPlace, uses: readonly UseRow[], sections: readonly SectionRow[]): Promise<void> {
    const { countyCode, exportId, platform, month } = place;
    const place4 = [countyCode, exportId, platform, month];
    await this.#manager.query(USES, [...place4, JSON.stringify(uses.map((row) => ({ ...row, id: newId() })))]);
    await this.#manager.query(SECTIONS, [...place4, JSON.stringify(sections.map((row) => ({ ...row, id: newId() })))]);
  }
}
