import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createSecretKey,
  type KeyObject,
  randomBytes,
} from 'node:crypto';

export interface SealerKeys {
  /** 32 bytes: seals what is written from now on. */
  dataKey: Uint8Array;
  /** Former data keys, still needed to open what they sealed. */
  retiredDataKeys?: readonly Uint8Array[];
  /** 32 bytes: makes sealed values findable without opening them. */
  indexKey: Uint8Array;
}

export interface Sealer {
  /** `context` says where the value belongs, e.g. `student.identity_number:<id>`; it opens nowhere else. */
  seal(plain: string, context: string): Buffer;
  open(sealed: Uint8Array, context: string): string;
  /** The same for what is no text, such as a document. */
  sealBytes(plain: Uint8Array, context: string): Buffer;
  openBytes(sealed: Uint8Array, context: string): Buffer;
  /** Blind index: equal for values that differ only in case, width or blanks. */
  index(plain: string): Buffer;
}

const keyBytes = 32;
const nonceBytes = 12;
const tagBytes = 16;
const headerBytes = 1 + nonceBytes;

/** AES-256-GCM. A sealed value is: key id (1 byte), nonce (12), tag (16), cipher text. */
export function createSealer({ dataKey, retiredDataKeys = [], indexKey }: SealerKeys): Sealer {
  requireKeyLength(indexKey, 'index key');
  const currentId = keyIdOf(dataKey);
  const dataKeys = new Map<number, KeyObject>();
  for (const key of [dataKey, ...retiredDataKeys]) {
    requireKeyLength(key, 'data key');
    if (dataKeys.has(keyIdOf(key))) throw new Error('Two data keys have the same key id: make another new key.');
    dataKeys.set(keyIdOf(key), createSecretKey(key));
  }
  const [sealing, indexing] = [createSecretKey(dataKey), createSecretKey(indexKey)];

  function sealBytes(plain: Uint8Array, context: string): Buffer {
    const nonce = nextNonce();
    const cipher = createCipheriv('aes-256-gcm', sealing, nonce).setAAD(Buffer.from(context));
    const cipherText = Buffer.concat([cipher.update(plain), cipher.final()]);
    return Buffer.concat([Buffer.of(currentId), nonce, cipher.getAuthTag(), cipherText]);
  }

  function openBytes(sealed: Uint8Array, context: string): Buffer {
    const key = dataKeys.get(sealed[0] ?? -1);
    if (!key || sealed.length < headerBytes + tagBytes) throw new Error(`No data key opens the value of ${context}.`);
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, headerBytes), {
      authTagLength: tagBytes,
    })
      .setAAD(Buffer.from(context))
      .setAuthTag(sealed.subarray(headerBytes, headerBytes + tagBytes));
    return Buffer.concat([decipher.update(sealed.subarray(headerBytes + tagBytes)), decipher.final()]);
  }

  return {
    seal: (plain, context) => sealBytes(Buffer.from(plain), context),
    open: (sealed, context) => openBytes(sealed, context).toString(),
    sealBytes,
    openBytes,
    index: (plain) => createHmac('sha256', indexing).update(normalised(plain)).digest(),
  };
}

/** Random bytes are cheap by the thousand and dear by the dozen. */
const nonces = { bytes: Buffer.alloc(0), at: 0 };

function nextNonce(): Buffer {
  if (nonces.at >= nonces.bytes.length) Object.assign(nonces, { bytes: randomBytes(nonceBytes * 1_024), at: 0 });
  nonces.at += nonceBytes;
  return nonces.bytes.subarray(nonces.at - nonceBytes, nonces.at);
}

function normalised(plain: string): string {
  return plain.normalize('NFKC').replace(/\s+/g, '').toUpperCase();
}

function keyIdOf(key: Uint8Array): number {
  return createHash('sha256').update('key id').update(key).digest().readUInt8();
}

function requireKeyLength(key: Uint8Array, name: string): void {
  if (key.length !== keyBytes) throw new Error(`The ${name} must have ${keyBytes} bytes, it has ${key.length}.`);
}
