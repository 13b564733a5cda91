import { createOfficeDatabase, type OfficeDatabase, type OfficeDesk, openDesk } from '@bureau/testing';
import { tables } from '../data-source.ts';
import { internetPlusOffice } from '../office.ts';
import { CampusSeed } from './campus.seed.ts';

export const TODAY = '2024-12-05';

export interface Bench {
  database: OfficeDatabase;
  desk: OfficeDesk;
  seed: CampusSeed;
  close: () => Promise<void>;
}

/** This office on a fresh database, at noon of 5 December 2024 in Beijing. */
export async function openBench(): Promise<Bench> {
  const database = await createOfficeDatabase('internet-plus', tables);
  const office = internetPlusOffice({ now: () => new Date(`${TODAY}T12:00:00+08:00`) });
  const desk = await openDesk(office, database.dataSource);
  return {
    database,
    desk,
    seed: new CampusSeed(database),
    close: async () => {
      await desk.close();
      await database.drop();
    },
  };
}
