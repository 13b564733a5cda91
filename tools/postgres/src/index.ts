export { serverAccount, type Account } from './account.ts';
export { closeToOffices } from './readiness.ts';
export { type Connection, connectionUrl, connect, connectionOf } from './connection.ts';
export { databaseOf, prepareDatabase, prepareDatabases, prepareRoles, type RolePasswords } from './databases.ts';
export { Fault, folderFault, orDiskFull } from './fault.ts';
export { freePort } from './free-port.ts';
export { tryLock, type FileLock } from './file-lock.ts';
export { startPostgres, type PostgresOptions, type RunningPostgres } from './start.ts';
