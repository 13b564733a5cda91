import { EntitySchema } from 'typeorm';
import { type Place, PLACE_COLUMNS } from '../place.ts';

/** A document as it is kept (附件): evidence, a signed letter, a photograph, a work. */
export interface StoredDocument extends Place {
  countyCode: string;
  id: string;
  kind: string;
  /** What its bringer called it. */
  name: string;
  mediaType: string;
  bytes: number;
  /** SHA-256 of the document, not of its sealed form. */
  contentHash: Buffer;
  /** Sealed. */
  content: Buffer;
  storedBy: string;
  storedAt: Date;
}

const primary = { primary: true, primaryKeyConstraintName: 'stored_document_pkey' } as const;

export const StoredDocumentEntity = new EntitySchema<StoredDocument>({
  name: 'StoredDocument',
  columns: {
    countyCode: { type: 'varchar', length: 6, ...primary },
    id: { type: 'uuid', ...primary },
    kind: { type: 'text' },
    name: { type: 'text' },
    mediaType: { type: 'text' },
    bytes: { type: 'integer' },
    contentHash: { type: 'bytea' },
    content: { type: 'bytea', select: false },
    storedBy: { type: 'text' },
    ...PLACE_COLUMNS,
    storedAt: { type: 'timestamptz' },
  },
});
