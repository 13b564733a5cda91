import { Client } from 'pg';

export interface Break {
  /** Counted over all clients of the class. */
  atStatement: number;
  /** Whether the server still gets the statement. */
  isSent: boolean;
}

type Query = (...args: unknown[]) => unknown;

/** Clients that count their statements, and break off at one of them. */
export function breakingClient({ atStatement, isSent }: Break, breakOff: (client: Client) => void): typeof Client {
  let statements = 0;
  const query = Reflect.get(Client.prototype, 'query') as Query;
  class BreakingClient extends Client {}
  BreakingClient.prototype.query = function breaking(this: Client, ...args: unknown[]) {
    statements += 1;
    const isLast = statements === atStatement;
    if (isLast && !isSent) breakOff(this);
    const answer = query.apply(this, args);
    if (isLast && isSent) setImmediate(() => breakOff(this));
    return answer;
  } as typeof Client.prototype.query;
  return BreakingClient;
}

/** As when the network or the server goes. */
export const hangUp = (client: Client): void => void client.connection.stream.destroy();
