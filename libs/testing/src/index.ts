export { offices, type Office } from './offices.ts';
export { createTestDatabase, dropTestDatabase, type TestDatabase } from './test-database.ts';
export { testServer } from './test-server.ts';
