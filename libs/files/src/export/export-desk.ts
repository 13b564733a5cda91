import type { Actor, Sealer } from '@bureau/access';
import { dayInBeijing } from '@bureau/calendar';
import { settingsOn } from '@bureau/settings';
import { readerOf, Session } from '@bureau/subgraph';
import type { DataSource, EntityManager } from 'typeorm';
import type { Access } from '../access-log/record-access.ts';
import type { ExportKind } from './export-kind.ts';
import { ExportRequestRepository } from './export-request.repository.ts';
import { exportSettings } from './export-settings.ts';

export interface ExportDeskParts {
  dataSource: DataSource;
  sealer: Sealer;
  now: () => Date;
}

/** The transactions in which exports are read and their requests are written. */
export class ExportDesk {
  readonly now: () => Date;
  readonly sealer: Sealer;
  readonly #dataSource: DataSource;

  constructor({ dataSource, sealer, now }: ExportDeskParts) {
    this.now = now;
    this.sealer = sealer;
    this.#dataSource = dataSource;
  }

  settings({ scope: { county } }: Actor, manager: EntityManager) {
    return settingsOn(readerOf(manager), { county, day: dayInBeijing(this.now()), catalogue: exportSettings });
  }

  /** Everything read in it is of one instant. */
  async reading<T>(actor: Actor, work: (manager: EntityManager) => Promise<T>): Promise<T> {
    const session = new Session(this.#dataSource, actor);
    try {
      return await session.read(work);
    } finally {
      await session.close();
    }
  }

  /** What has expired by now is gone before anything else is done. */
  writing<T>(
    actor: Actor,
    work: (requests: ExportRequestRepository, manager: EntityManager) => Promise<T>,
  ): Promise<T> {
    return new Session(this.#dataSource, actor).transaction(async (manager) => {
      const requests = new ExportRequestRepository(manager);
      await requests.expire(actor.scope.county, this.now());
      return work(requests, manager);
    });
  }
}

/** What the log says of an export. */
export function accessOf(
  kind: ExportKind,
  { isUnmasked, purpose }: { isUnmasked: boolean; purpose: string },
  rowCount: number,
): Access {
  return {
    operation: `files/exports/${kind.kind}`,
    entityType: kind.kind,
    entityId: null,
    fieldClass: isUnmasked ? 'H' : kind.maskedClass,
    rowCount,
    isMasked: !isUnmasked,
    purpose,
  };
}
