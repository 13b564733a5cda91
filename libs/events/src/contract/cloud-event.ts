import { z } from 'zod';
import { countyCode, type FeedEvent } from './event.ts';

export const BATCH_MEDIA_TYPE = 'application/cloudevents-batch+json';

/** CloudEvents 1.0, JSON format; `countycode` and `position` are extension attributes (lower case, strings: its integers end at 2³¹). */
export const cloudEvent = z
  .object({
    specversion: z.literal('1.0'),
    id: z.uuid(),
    source: z.string().min(1),
    type: z.string().min(1),
    subject: z.string().regex(/^\d{6}\.[0-9a-f-]{36}$/),
    time: z.iso.datetime({ offset: true }),
    datacontenttype: z.literal('application/json'),
    dataschema: z.string().min(1),
    countycode: countyCode,
    position: z.string().regex(/^[1-9]\d{0,14}$/),
    data: z.unknown(),
  })
  .refine(({ subject, countycode }) => subject.startsWith(`${countycode}.`), 'the subject is in another county')
  .transform(({ id, source, type, subject, time, dataschema, countycode, position, data }): FeedEvent => ({
    id,
    source,
    type,
    subject,
    countyCode: countycode,
    occurredAt: new Date(time),
    dataschema,
    position: Number(position),
    data,
  }));

export interface WrittenEvent extends Omit<FeedEvent, 'data'> {
  /** The payload as JSON text: the feed passes it on without parsing it. */
  dataJson: string;
}

export function cloudEventJson(event: WrittenEvent): string {
  const attributes = {
    specversion: '1.0',
    id: event.id,
    source: event.source,
    type: event.type,
    subject: event.subject,
    time: event.occurredAt.toISOString(),
    datacontenttype: 'application/json',
    dataschema: event.dataschema,
    countycode: event.countyCode,
    position: String(event.position),
  };
  return `${JSON.stringify(attributes).slice(0, -1)},"data":${event.dataJson}}`;
}
