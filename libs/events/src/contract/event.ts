import { z } from 'zod';

export const countyCode = z.string().regex(/^\d{6}$/);

/** What has happened, before the feed has given it a place. */
export interface NewEvent {
  type: string;
  /** The GraphQL id of what changed, `<county>.<uuid>`. */
  subject: string;
  countyCode: string;
  dataschema: string;
  data: unknown;
}

/** An event as a subscriber receives it. */
export interface FeedEvent extends NewEvent {
  id: string;
  source: string;
  occurredAt: Date;
  /** Its place in the producer's feed: larger is later. */
  position: number;
}

/** One kind of event: what the producer promises and a subscriber may rely on. */
export interface EventType<Data> {
  type: string;
  /** Names the meaning of `data`; additions keep it, anything else is a new one. */
  dataschema: string;
  data: z.ZodType<Data>;
  idOf: (data: Data) => string;
}

export function newEvent<Data>(eventType: EventType<Data>, county: string, data: Data): NewEvent {
  const { type, dataschema } = eventType;
  const checked = eventType.data.parse(data);
  const subject = `${countyCode.parse(county)}.${eventType.idOf(checked)}`;
  return { type, dataschema, subject, countyCode: county, data: checked };
}

/** The payload of an event, or a throw when it is not what the contract promises. */
export function dataOf<Data>(eventType: EventType<Data>, event: NewEvent): Data {
  if (event.dataschema !== eventType.dataschema) throw new Error(`${event.type} has an unknown dataschema`);
  const data = eventType.data.parse(event.data);
  if (event.subject !== `${event.countyCode}.${eventType.idOf(data)}`)
    throw new Error(`${event.type} is about another subject`);
  return data;
}
