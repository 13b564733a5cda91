import { addDays } from '@bureau/calendar';

interface Days {
  from: string;
  to: string;
}

/** The days of a multirange as PostgreSQL writes it: `{[2024-02-26,2024-04-16),[2024-05-01,2024-07-06)}`. */
export function daysOfMultirange(text: string): Days[] {
  return [...text.matchAll(/\[(\d{4}-\d{2}-\d{2}),(\d{4}-\d{2}-\d{2})\)/g)].map(([, from = '', end = '']) => ({
    from,
    to: addDays(end, -1),
  }));
}

/** The same, as PostgreSQL reads it. */
export function multirangeOfDays(days: readonly Days[]): string {
  return `{${days.map(({ from, to }) => `[${from},${to}]`).join(',')}}`;
}
