import { connect, type Connection } from './connection.ts';
import { errorCode, Fault } from './fault.ts';

/** Whether the server takes connections; false while it starts, recovers or shuts down. */
export async function isReady(superuser: Connection): Promise<boolean> {
  try {
    await using client = await connect(superuser, 2_000);
    await client.query('SELECT 1');
    return true;
  } catch (error) {
    if (errorCode(error) === '28P01') {
      throw new Fault(
        `PostgreSQL on port ${superuser.port} refuses the password kept beside its data: put the file password back, or move the data folder away.`,
      );
    }
    return false;
  }
}

/** The databases that every cluster has are open to every role; the offices' roles have no business there. */
export async function closeToOffices(superuser: Connection): Promise<void> {
  await using client = await connect(superuser);
  await client.query('REVOKE CONNECT, TEMPORARY ON DATABASE postgres, template1 FROM PUBLIC');
}
