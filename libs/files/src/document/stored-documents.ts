import type { Actor, Sealer } from '@bureau/access';
import { newId, type Reader, Session } from '@bureau/subgraph';
import { Any, type DataSource, type EntityManager } from 'typeorm';
import { type Place, placeOf } from '../place.ts';
import type { DocumentKind, MediaType } from './document-kind.ts';
import { type StoredDocument, StoredDocumentEntity } from './stored-document.entity.ts';

export interface DocumentToStore {
  kind: DocumentKind;
  name: string;
  mediaType: MediaType;
  content: Buffer;
  hash: Buffer;
}

const sealContext = (id: string) => `stored_document.content:${id}`;

/** The documents of an office, sealed in its database. */
export class StoredDocuments {
  readonly #dataSource: DataSource;
  readonly #sealer: Sealer;
  readonly #now: () => Date;

  constructor(dataSource: DataSource, sealer: Sealer, now: () => Date) {
    this.#dataSource = dataSource;
    this.#sealer = sealer;
    this.#now = now;
  }

  async store(actor: Actor, { kind, name, mediaType, content, hash }: DocumentToStore): Promise<StoredDocument> {
    const id = newId();
    const document: StoredDocument = {
      countyCode: actor.scope.county,
      id,
      kind: kind.kind,
      name,
      mediaType,
      bytes: content.length,
      contentHash: hash,
      content: this.#sealer.sealBytes(content, sealContext(id)),
      storedBy: actor.subject,
      ...placeOf(actor),
      storedAt: this.#now(),
    };
    await new Session(this.#dataSource, actor).transaction((manager) => manager.insert(StoredDocumentEntity, document));
    return document;
  }

  /** The document with its content open; null when there is none that the caller may see. */
  async read(actor: Actor, id: string): Promise<{ document: StoredDocument; content: Buffer } | null> {
    const session = new Session(this.#dataSource, actor);
    try {
      const document = await session.read((manager) =>
        manager
          .createQueryBuilder(StoredDocumentEntity, 'document')
          .addSelect('document.content')
          .where('document.countyCode = :county AND document.id = :id', { county: actor.scope.county, id })
          .getOne(),
      );
      return document && { document, content: this.#sealer.openBytes(document.content, sealContext(id)) };
    } finally {
      await session.close();
    }
  }
}

/** Documents by their ids, as far as the caller may see them; their content is not read. */
export function listStoredDocuments(reader: Reader, countyCode: string, ids: string[]): Promise<StoredDocument[]> {
  return reader.read((manager) => manager.findBy(StoredDocumentEntity, { countyCode, id: Any(ids) }));
}

/**
 * Moves documents that a mutation refers to where its object stands, so that whoever reaches the object reads them, too.
 * Answers how many of them there are that the caller may see and that are of these kinds.
 */
export async function placeDocuments(
  manager: EntityManager,
  countyCode: string,
  { ids, kinds, place }: { ids: readonly string[]; kinds: readonly string[]; place: Place },
): Promise<number> {
  if (ids.length === 0) return 0;
  const { affected } = await manager
    .createQueryBuilder()
    .update(StoredDocumentEntity)
    .set(place)
    .where('countyCode = :countyCode AND id = ANY(:ids) AND kind = ANY(:kinds)', { countyCode, ids, kinds })
    .execute();
  return affected ?? 0;
}
