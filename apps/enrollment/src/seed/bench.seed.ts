import { randomBytes } from 'node:crypto';
import { createSealer, type Sealer } from '@bureau/access';
import { createOfficeDatabase, type OfficeDatabase, type OfficeDesk, openDesk } from '@bureau/testing';
import { tables } from '../data-source.ts';
import { enrollmentOffice } from '../office.ts';
import { Seed } from './county.seed.ts';

export const TODAY = '2024-12-05';

export interface Bench {
  database: OfficeDatabase;
  desk: OfficeDesk;
  seed: Seed;
  sealer: Sealer;
  close: () => Promise<void>;
}

/** This office on a fresh database, at noon in Beijing; of 5 December 2024 unless the clock says another day. */
export async function openBench(clock: { today: string } = { today: TODAY }): Promise<Bench> {
  const database = await createOfficeDatabase('enrollment', tables);
  const sealer = createSealer({ dataKey: randomBytes(32), indexKey: randomBytes(32) });
  const desk = await openDesk(
    enrollmentOffice({ sealer, now: () => new Date(`${clock.today}T12:00:00+08:00`) }),
    database.dataSource,
  );
  return {
    database,
    desk,
    seed: new Seed(database),
    sealer,
    close: async () => {
      await desk.close();
      await database.drop();
    },
  };
}
