import type { DocumentKind } from '@bureau/files';

/** 代发文件: made by the office itself, and read by whoever may make it. */
export const DOCUMENTS: readonly DocumentKind[] = [
  {
    kind: 'bank-file',
    mediaTypes: [],
    maxBytes: 64 * 1024 * 1024,
    writeScopes: ['bank-files:write'],
    readScopes: ['bank-files:write'],
  },
];
