import { connect, connectionOf, Fault } from '@bureau/postgres';
import { yongning } from '@bureau/codes';

/** The offices, each with the table that is filled first: a row of the county there says that all of it is loaded. */
export const firstTables = {
  enrollment: 'county',
  'special-education': 'age_band',
  'student-aid': 'aid_programme',
  'internet-plus': 'bandwidth_target',
} as const;

export type OfficeName = keyof typeof firstTables;

export interface OfficeDatabase {
  office: OfficeName;
  /** As the service's own role sees it. */
  url: string;
}

/** The databases that the environment names, one an office. */
export function officeDatabases(environment: NodeJS.ProcessEnv): OfficeDatabase[] {
  return (Object.keys(firstTables) as OfficeName[]).map((office) => {
    const variable = `${office.toUpperCase().replaceAll('-', '_')}_DATABASE_URL`;
    const url = environment[variable];
    if (!url) throw new Fault(`${variable}: the address of the office's database is needed, postgres://…`);
    return { office, url };
  });
}

/** Those that do not have the county yet. */
export async function withoutCounty(databases: readonly OfficeDatabase[]): Promise<OfficeDatabase[]> {
  const loaded = await Promise.all(databases.map(hasCounty));
  return databases.filter((_, index) => !loaded[index]);
}

async function hasCounty({ office, url }: OfficeDatabase): Promise<boolean> {
  await using client = await connect(connectionOf(url));
  await client.query('BEGIN READ ONLY');
  await client.query(`SELECT set_config('bureau.county', $1, true)`, [yongning.code]);
  const { rowCount } = await client.query(`SELECT FROM ${firstTables[office]} LIMIT 1`);
  await client.query('ROLLBACK');
  return rowCount !== 0;
}
