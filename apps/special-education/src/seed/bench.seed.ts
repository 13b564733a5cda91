import { randomBytes } from 'node:crypto';
import { createSealer } from '@bureau/access';
import { createOfficeDatabase, type OfficeDatabase, type OfficeDesk, openDesk } from '@bureau/testing';
import { tables } from '../data-source.ts';
import { specialEducationOffice } from '../office.ts';
import { LedgerSeed } from './ledger.seed.ts';

export const TODAY = '2024-12-05';

export interface Bench {
  database: OfficeDatabase;
  desk: OfficeDesk;
  seed: LedgerSeed;
  close: () => Promise<void>;
}

/** This office on a fresh database, at noon of 5 December 2024 in Beijing. */
export async function openBench(): Promise<Bench> {
  const database = await createOfficeDatabase('special-education', tables);
  const sealer = createSealer({ dataKey: randomBytes(32), indexKey: randomBytes(32) });
  const office = specialEducationOffice({ sealer, now: () => new Date(`${TODAY}T12:00:00+08:00`) });
  const desk = await openDesk(office, database.dataSource);
  return {
    database,
    desk,
    seed: new LedgerSeed(database, sealer),
    close: async () => {
      await desk.close();
      await database.drop();
    },
  };
}
