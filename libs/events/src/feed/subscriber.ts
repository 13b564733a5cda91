import { createHash, timingSafeEqual } from 'node:crypto';

export interface Subscriber {
  name: string;
  /** The only events that exist for it. */
  types: string[];
}

const digest = (text: string) => createHash('sha256').update(text).digest();

/** Looks a feed key up in a time that tells nothing about the keys there are. */
export function subscriberFinder(
  subscribers: ReadonlyMap<string, Subscriber>,
): (authorization: string | undefined) => Subscriber | null {
  const known = [...subscribers].map(([key, subscriber]) => ({ digest: digest(key), subscriber }));
  return (authorization) => {
    const [, key] = /^Bearer ([^\s]+)$/i.exec(authorization ?? '') ?? [];
    const presented = digest(key ?? '');
    const matching = known.filter((each) => timingSafeEqual(each.digest, presented));
    return key === undefined ? null : (matching[0]?.subscriber ?? null);
  };
}

const KEY_LENGTH_LEAST = 16;

/**
 * The subscribers of `<name>=<key>,<name>=<key>`, each with the types it may read.
 *
 * @throws with one sentence that quotes no key
 */
export function subscribersOf(keys: string, permitted: Readonly<Record<string, string[]>>): Map<string, Subscriber> {
  const subscribers = new Map<string, Subscriber>();
  for (const entry of keys.split(',').filter((text) => text.trim() !== '')) {
    const [, name = '', key = ''] = /^([^=]*)=(.*)$/.exec(entry.trim()) ?? [];
    const types = Object.hasOwn(permitted, name) ? permitted[name] : undefined;
    if (!types)
      throw new Error(
        `feed keys: each entry is <subscriber>=<key>, with a subscriber of ${Object.keys(permitted).join(', ')}`,
      );
    if (key.length < KEY_LENGTH_LEAST || /\s/.test(key)) {
      throw new Error(`feed keys: the key of ${name} must have at least ${KEY_LENGTH_LEAST} characters and no space`);
    }
    if (subscribers.has(key)) throw new Error(`feed keys: ${name} has the key of another subscriber`);
    subscribers.set(key, { name, types });
  }
  return subscribers;
}
