import { createOfficeDatabase, type OfficeDatabase, type OfficeDesk, openDesk } from '@bureau/testing';
import { tables } from '../data-source.ts';
import { studentAidOffice } from '../office.ts';
import { AidSeed } from './aid.seed.ts';

export interface Bench {
  database: OfficeDatabase;
  desk: OfficeDesk;
  seed: AidSeed;
  close: () => Promise<void>;
}

/** This office on a fresh database. */
export async function openBench(): Promise<Bench> {
  const database = await createOfficeDatabase('student-aid', tables);
  const desk = await openDesk(studentAidOffice, database.dataSource);
  return {
    database,
    desk,
    seed: new AidSeed(database),
    close: async () => {
      await desk.close();
      await database.drop();
    },
  };
}
