export interface FeedRequest {
  /** The last position the subscriber has; 0 for everything from the start. */
  after: number;
  /** Events at most. */
  limit: number;
  /** How long to wait for an event when there is none yet. */
  waitSeconds: number;
}

const parameters = {
  after: { least: 0, most: Number.MAX_SAFE_INTEGER, unless: 0 },
  limit: { least: 1, most: 2_000, unless: 500 },
  wait: { least: 0, most: 30, unless: 0 },
};
type Name = keyof typeof parameters;

/** What a query string asks of the feed, or the sentence that says what is wrong with it. */
export function feedRequest(query: string): FeedRequest | string {
  const given = [...new URLSearchParams(query)];
  const unknown = given.find(([name]) => !Object.hasOwn(parameters, name));
  if (unknown) return 'the parameters are after, limit and wait';

  const values = { after: 0, limit: 0, wait: 0 };
  for (const name of Object.keys(parameters) as Name[]) {
    const { least, most, unless } = parameters[name];
    const [text, ...repeated] = given.filter(([key]) => key === name).map(([, value]) => value);
    values[name] = text === undefined ? unless : Number(text);
    const isWhole = text === undefined || /^\d{1,16}$/.test(text);
    if (repeated.length > 0 || !isWhole || values[name] < least || values[name] > most) {
      return `${name} must be one whole number from ${least} to ${most}`;
    }
  }
  return { after: values.after, limit: values.limit, waitSeconds: values.wait };
}
