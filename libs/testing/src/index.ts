export { type Grant, type Issuer, issuerOf, newSigningKey, type TokenOptions } from './issuer.ts';
export { offices, type Office, testPasswords } from './offices.ts';
export { createTestDatabase, dropTestDatabase, type TestDatabase } from './test-database.ts';
export { testIssuer, type TestIssuer } from './test-issuer.ts';
export { testServer } from './test-server.ts';
export { createOfficeDatabase, driftFromEntities, type OfficeDatabase } from './office-database.ts';
export { type Answer, type Ask, actorOf, type OfficeDesk, openDesk } from './office-desk.ts';
export { memoryMb, platformEnvironment, type PlatformRun, processOf, startPlatform } from './platform-run.ts';
export { type Graph, openGraph } from './graph.ts';
