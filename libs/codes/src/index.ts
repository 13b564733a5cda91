export { findCode, findCodeByText, type Code, type CodeTable } from './code-table.ts';
export * from './division.ts';
export * from './office.ts';
export * from './tables.ts';
export * from './yongning.divisions.ts';
export * from './standing.ts';
