import type { Sealer } from '@bureau/access';
import type { ExportKind, ImportKind } from '@bureau/files';
import { STUDENT_ROSTER, studentRosterImport } from '../student-roster/student-roster.file.ts';

/** What it takes to bring in each kind of file. */
export const IMPORTS = [STUDENT_ROSTER];

/** The files that this office takes in. */
export const importsOf = (sealer: Sealer): ImportKind[] => [studentRosterImport(sealer)];

/** The files that leave it. */
export const exportsOf = (_: Sealer): ExportKind[] => [];
