import type { ExportKind, ImportKind } from '@bureau/files';

/** The files that this office takes in. */
export const IMPORTS: readonly ImportKind[] = [];

/** The files that leave it. */
export const EXPORTS: readonly ExportKind[] = [];
