import { type Columns, dayColumn, identityNumberColumn, textColumn } from '@bureau/spreadsheet';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { exportKind } from '../export/export-kind.ts';
import { sqlRows } from '../export/rows-of.ts';
import { importKind } from '../import/import-kind.ts';
import { rowSecurity } from '@bureau/access';

/** The one table of the trial's own. */
export const PERSON_TABLE = `
  CREATE TABLE person (
    county_code varchar(6) NOT NULL, number text NOT NULL, name text NOT NULL, born_on date NOT NULL, school_id uuid,
    PRIMARY KEY (county_code, number)
  );${rowSecurity('person', { school: 'school_id' }, 'enrollment')}`;

export const columnsOf = (today: string) =>
  ({
    name: textColumn('姓名', { required: true, personal: true }),
    number: identityNumberColumn('身份证件号', { required: true, today }),
    bornOn: dayColumn('出生日期', { required: true, notAfter: today }),
  }) satisfies Columns;

const INSERT = `
  INSERT INTO person (county_code, number, name, born_on, school_id)
  SELECT $1, number, name, born_on, $5 FROM unnest($2::text[], $3::text[], $4::date[]) AS given (number, name, born_on)
  ON CONFLICT DO NOTHING RETURNING number`;

/** A list of people. A person who is there already is not taken; `pause` makes each batch last. */
export const personImport = importKind({
  kind: 'people',
  title: '人员名单',
  scopes: ['students:read'],
  columns: columnsOf,
  arguments: { pause: /^\d{0,5}$/ },
  async load({ manager, actor, refuse, arguments: { pause = '' }, signal }, batches) {
    let created = 0;
    for await (const batch of batches) {
      const { county, school } = actor.scope;
      const inserted: { number: string }[] = await manager.query(INSERT, [
        county,
        batch.map(({ values }) => values.number),
        batch.map(({ values }) => values.name),
        batch.map(({ values }) => values.bornOn),
        school ?? null,
      ]);
      const taken = new Set(inserted.map(({ number }) => number));
      for (const { row, values } of batch)
        if (!taken.delete(values.number))
          refuse({ row, column: '身份证件号', code: 'TWICE', message: { zh: '重复', en: 'There already.' } });
      created += inserted.length;
      if (pause !== '') await sleep(Number(pause), undefined, { signal });
    }
    return { created, changed: 0, unchanged: 0 };
  },
});

interface Person {
  number: string;
  name: string;
}

export const personExport = exportKind({
  kind: 'people',
  title: '人员名单',
  scopes: ['students:read'],
  unmaskedScopes: ['students:read'],
  maskedClass: 'M',
  filter: z.strictObject({ bornFrom: z.iso.date().default('1900-01-01') }),
  select({ manager, actor }, { bornFrom }) {
    const [where, values] = ['WHERE county_code = $1 AND born_on >= $2', [actor.scope.county, bornFrom]];
    return {
      async count() {
        const [{ count = 0 } = {}]: { count?: number }[] = await manager.query(
          `SELECT count(*)::int AS count FROM person ${where}`,
          values,
        );
        return count;
      },
      rows: () => sqlRows<Person>(manager, `SELECT number, name FROM person ${where} ORDER BY number`, values),
    };
  },
  columns: ({ isMasked }) => [
    { title: '姓名', value: ({ name }: Person) => name },
    { title: '身份证件号', value: ({ number }: Person) => (isMasked ? `${number.slice(0, 6)}********` : number) },
  ],
});
