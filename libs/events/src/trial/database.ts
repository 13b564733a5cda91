import { Client } from 'pg';
import { DataSource, type EntityManager } from 'typeorm';

export function openDatabase(url: string, client: typeof Client = Client): Promise<DataSource> {
  const extra = { Client: client };
  return new DataSource({
    type: 'postgres',
    url,
    poolSize: 20,
    installExtensions: false,
    entities: [],
    extra,
  }).initialize();
}

/** A transaction of somebody who acts for a county. */
export function inCounty<T>(
  dataSource: DataSource,
  county: string,
  act: (manager: EntityManager) => Promise<T>,
  scope: { township?: string; school?: string; class?: string } = {},
): Promise<T> {
  return dataSource.transaction(async (manager) => {
    await manager.query(
      `SELECT set_config('bureau.county', $1, true), set_config('bureau.township', $2, true),
         set_config('bureau.school', $3, true), set_config('bureau.class', $4, true)`,
      [county, scope.township ?? '', scope.school ?? '', scope.class ?? ''],
    );
    return act(manager);
  });
}
