import type { CellStyle } from 'hucre';

/** Text, so that a spreadsheet neither cuts numbers nor reads formulas. */
export const TEXT_STYLE: CellStyle = { numFmt: '@' };

export const HEADER_STYLE: CellStyle = {
  numFmt: '@',
  font: { bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'DDEBF7' } },
  alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
};

export const REQUIRED_HEADER_STYLE: CellStyle = { ...HEADER_STYLE, font: { bold: true, color: { rgb: 'C00000' } } };
