import { once, type RequestContext } from '@bureau/subgraph';
import type { Catalogue } from './catalogue.ts';
import { CountySettingEntity } from './county-setting.entity.ts';
import { changeSetting, type SettingChange, type SettingRefusal } from './setting-change.ts';

/** A setting as it is in force on a day. */
export interface SettingInForce {
  key: string;
  meaning: string;
  source: string;
  value: unknown;
  /** The first day of the value, and what set it; null while the fallback holds. */
  validFrom: string | null;
  document: string | null;
}

interface StoredSetting {
  key: string;
  value: unknown;
  validFrom: string;
  document: string;
}

/** What a county has decided for one office, and the deciding of it. */
export class SettingService {
  readonly #request: RequestContext;
  readonly #catalogue: Catalogue;
  readonly #now: () => Date;

  constructor(request: RequestContext, catalogue: Catalogue, now: () => Date) {
    this.#request = request;
    this.#catalogue = catalogue;
    this.#now = now;
  }

  /** Every setting of the office, in the catalogue's order. */
  async listOn(day: string): Promise<SettingInForce[]> {
    const { county } = this.#request.actor.scope;
    const rows: StoredSetting[] = await this.#request.session.read((manager) =>
      manager
        .createQueryBuilder(CountySettingEntity, 'setting')
        .distinctOn(['setting.key'])
        .where('setting.countyCode = :county AND setting.validFrom <= :day', { county, day })
        .orderBy('setting.key')
        .addOrderBy('setting.validFrom', 'DESC')
        .getMany(),
    );
    const stored = new Map(rows.map((row) => [row.key, row]));
    return Object.entries(this.#catalogue).map(([key, { meaning, source, fallback }]) => {
      const { value, validFrom, document } = stored.get(key) ?? { value: fallback, validFrom: null, document: null };
      return { key, meaning, source, value, validFrom, document };
    });
  }

  /** Sets a value from a day on. */
  change(operation: string, change: SettingChange, key?: string | null): Promise<SettingRefusal[]> {
    const { actor, session } = this.#request;
    const { county } = actor.scope;
    return session.transaction((manager) =>
      once(manager, actor, { operation, key, input: change }, () =>
        changeSetting(manager, this.#catalogue, { county, by: actor.subject, at: this.#now(), change }),
      ),
    );
  }
}
