import type { Scope } from '@bureau/access';

export type MediaType =
  | 'image/jpeg'
  | 'image/png'
  | 'application/pdf'
  | 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
  | 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  | 'application/vnd.openxmlformats-officedocument.presentationml.presentation'
  | 'application/zip'
  | 'video/mp4';

/** A kind of document that an office keeps, such as evidence or a signed letter. */
export interface DocumentKind {
  /** In the address: kebab-case. */
  kind: string;
  mediaTypes: readonly MediaType[];
  maxBytes: number;
  /** The caller must hold all of them to store one, and to read one. */
  writeScopes: readonly Scope[];
  readScopes: readonly Scope[];
}

const OOXML = 'application/vnd.openxmlformats-officedocument';
const starts = (bytes: Buffer, ...head: number[]) => head.every((byte, at) => bytes[at] === byte);

/** What a file is by its bytes; null when it is nothing that anybody here keeps. Its name may say anything. */
export function mediaTypeOf(bytes: Buffer): MediaType | null {
  if (starts(bytes, 0xff, 0xd8, 0xff)) return 'image/jpeg';
  if (starts(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'image/png';
  if (bytes.subarray(0, 5).equals(Buffer.from('%PDF-'))) return 'application/pdf';
  if (bytes.subarray(4, 8).equals(Buffer.from('ftyp'))) return 'video/mp4';
  return starts(bytes, 0x50, 0x4b, 0x03, 0x04) ? zipKind(bytes) : null;
}

function zipKind(bytes: Buffer): MediaType {
  if (bytes.includes('word/document.xml')) return `${OOXML}.wordprocessingml.document`;
  if (bytes.includes('xl/workbook.xml')) return `${OOXML}.spreadsheetml.sheet`;
  if (bytes.includes('ppt/presentation.xml')) return `${OOXML}.presentationml.presentation`;
  return 'application/zip';
}
