import { isDay } from '@bureau/calendar';
import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';

function refusal(name: string, value: unknown, wanted: string): GraphQLError {
  const shown = typeof value === 'string' ? `"${value.slice(0, 40)}"` : typeof value;
  return new GraphQLError(`${name} wants ${wanted}, not ${shown}.`, { extensions: { code: 'BAD_USER_INPUT' } });
}

function textScalar(name: string, description: string, wanted: string, isValid: (text: string) => boolean) {
  const parse = (value: unknown): string => {
    if (typeof value !== 'string' || !isValid(value)) throw refusal(name, value, wanted);
    return value;
  };
  return new GraphQLScalarType<string, string>({
    name,
    description,
    serialize: (value) => {
      const text = typeof value === 'bigint' ? String(value) : value;
      if (typeof text === 'string' && isValid(text)) return text;
      throw new Error(`A row holds what is no ${name}.`);
    },
    parseValue: parse,
    parseLiteral: (node) => parse(node.kind === Kind.STRING ? node.value : undefined),
  });
}

const INT64_MAX = 2n ** 63n - 1n;

function isFen(text: string): boolean {
  if (!/^-?(0|[1-9]\d{0,18})$/.test(text)) return false;
  const fen = BigInt(text);
  return fen <= INT64_MAX && fen >= -INT64_MAX - 1n;
}

const DATE_TIME = /^\d{4}-\d{2}-\d{2}[Tt]\d{2}:\d{2}:\d{2}(\.\d+)?([Zz]|[+-]\d{2}:\d{2})$/;

function instantOf(value: unknown): Date {
  const instant =
    typeof value === 'string' && DATE_TIME.test(value) && isDay(value.slice(0, 10)) ? new Date(value) : value;
  if (instant instanceof Date && !Number.isNaN(instant.getTime())) return instant;
  throw refusal('DateTime', value, 'an RFC 3339 instant such as "2024-12-05T09:30:00+08:00"');
}

const DateTime = new GraphQLScalarType<Date, string>({
  name: 'DateTime',
  description: 'An instant, RFC 3339.',
  serialize: (value) => {
    if (value instanceof Date) return value.toISOString();
    throw new Error('A row holds what is no DateTime.');
  },
  parseValue: instantOf,
  parseLiteral: (node) => instantOf(node.kind === Kind.STRING ? node.value : undefined),
});

/** The scalars of the schema guide; every office declares those that it uses. */
export const scalars = {
  Date: textScalar('Date', 'A day, `YYYY-MM-DD`.', 'a day such as "2024-09-01"', isDay),
  DateTime,
  YearMonth: textScalar('YearMonth', 'A month, `YYYY-MM`.', 'a month such as "2024-09"', (text) =>
    /^\d{4}-(0[1-9]|1[0-2])$/.test(text),
  ),
  Fen: textScalar('Fen', 'Integer fen, 64-bit, as a string.', 'whole fen as a string such as "125000"', isFen),
  Yuan: textScalar('Yuan', 'Yuan with two decimals, as a string.', 'yuan with two decimals such as "1250.00"', (text) =>
    /^-?(0|[1-9]\d{0,16})\.\d{2}$/.test(text),
  ),
} as const;
