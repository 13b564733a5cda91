export * from './allocate.ts';
export * from './ratio.ts';
export * from './yuan.ts';
