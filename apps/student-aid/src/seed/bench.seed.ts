import { randomBytes } from 'node:crypto';
import { createSealer, type Sealer } from '@bureau/access';
import { createOfficeDatabase, type OfficeDatabase, type OfficeDesk, openDesk } from '@bureau/testing';
import { tables } from '../data-source.ts';
import { studentAidOffice } from '../office.ts';
import { AidSeed } from './aid.seed.ts';

export interface Bench {
  database: OfficeDatabase;
  desk: OfficeDesk;
  seed: AidSeed;
  sealer: Sealer;
  /** Sets the day, at noon in Beijing; it is 15 April 2024 at first. */
  setToday: (day: string) => void;
  close: () => Promise<void>;
}

/** This office on a fresh database. */
export async function openBench(): Promise<Bench> {
  const database = await createOfficeDatabase('student-aid', tables);
  const sealer = createSealer({ dataKey: randomBytes(32), indexKey: randomBytes(32) });
  let today = '2024-04-15';
  const office = studentAidOffice({ sealer, now: () => new Date(`${today}T12:00:00+08:00`) });
  const desk = await openDesk(office, database.dataSource);
  return {
    database,
    desk,
    sealer,
    seed: new AidSeed(database, sealer),
    setToday: (day) => {
      today = day;
    },
    close: async () => {
      await desk.close();
      await database.drop();
    },
  };
}
