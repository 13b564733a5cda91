export * from './credit-code.ts';
export * from './disability-certificate.ts';
export * from './resident-number.ts';
export * from './roll-number.ts';
export * from './school-code.ts';
