import type { Context } from '../context.ts';
import type { Listed, RecordList } from '../record/record-list.repository.ts';
import type { Outcome } from '../record/record.service.ts';
import { userErrors } from './refusal.resolvers.ts';
import type { Refusal } from './refusal.rules.ts';

/** The record as an act left it, and why the act was refused, if it was. */
export async function done<
  Row extends Listed,
  Condition extends string,
  Order extends string,
  Grouping extends string,
  Sum extends string,
  Refused extends Refusal,
>(
  { records, language }: Pick<Context, 'records' | 'language'>,
  list: RecordList<Row, Condition, Order, Grouping, Sum>,
  acting: Promise<Outcome<Refused>>,
) {
  const { id, refusals } = await acting;
  return { record: await records.of(list).find(id), userErrors: userErrors(refusals, language) };
}
