/** An object out of a service's answer. It is parsed JSON: any name may be missing, and every name may be there. */
export interface Data {
  [name: string]: unknown;
}

export const isData = (value: unknown): value is Data =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A member that is really there; `constructor` and its like are not, unless a service sent them. */
export function member(data: Data, name: string): unknown {
  return Object.hasOwn(data, name) ? data[name] : undefined;
}

/** Sets a member under any name: assigning to `__proto__` would change the object instead. */
export function setMember(data: Data, name: string, value: unknown): void {
  if (name !== '__proto__') data[name] = value;
  else Object.defineProperty(data, name, { value, writable: true, enumerable: true, configurable: true });
}

/** Adds what a service said to what is known already. Objects and lists of equal length grow together; else the new value stands. */
export function merge(target: Data, source: Data): void {
  for (const name of Object.keys(source)) {
    const value = source[name];
    if (value === undefined) continue;
    if (typeof value !== 'object' || value === null) {
      setMember(target, name, value);
      continue;
    }
    setMember(target, name, merged(member(target, name), value));
  }
}

function merged(known: unknown, value: unknown): unknown {
  if (known === value) return value;
  if (isData(known) && isData(value)) {
    merge(known, value);
    return known;
  }
  if (Array.isArray(known) && Array.isArray(value) && known.length === value.length) {
    for (let i = 0; i < value.length; i += 1) known[i] = merged(known[i], value[i]);
    return known;
  }
  return value;
}

/** The same for an entity, whose type may be known better than the service knows it. */
export function mergeEntity(target: Data, entity: Data, isTypeKnown: boolean): void {
  for (const name in entity) {
    if (isTypeKnown && name === '__typename') continue;
    const value = entity[name];
    if (typeof value === 'object' && value !== null) setMember(target, name, merged(member(target, name), value));
    else if (value !== undefined) setMember(target, name, value);
  }
}

/** Adds what is not known yet, and leaves the rest as it is. Lists of other lengths are other lists. */
export function addMissing(target: Data, source: Data): void {
  for (const name of Object.keys(source)) {
    const known = member(target, name);
    if (known === undefined) setMember(target, name, source[name]);
    else addMissingIn(known, source[name]);
  }
}

function addMissingIn(known: unknown, value: unknown): void {
  if (isData(known) && isData(value)) addMissing(known, value);
  if (!Array.isArray(known) || !Array.isArray(value) || known.length !== value.length) return;
  for (let i = 0; i < value.length; i += 1) addMissingIn(known[i], value[i]);
}
