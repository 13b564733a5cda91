import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { QueryFailedError } from 'typeorm';

export type Language = 'zh' | 'en';

/** The office's name as its users say it. */
export const OFFICE_NAMES: Record<string, Record<Language, string>> = {
  enrollment: { zh: '学籍与控辍保学', en: 'enrollment' },
  'special-education': { zh: '特殊教育', en: 'special education' },
  'student-aid': { zh: '学生资助', en: 'student aid' },
  'internet-plus': { zh: '互联网+教育', en: 'internet-plus education' },
};

export function languageOf(acceptLanguage: string | undefined): Language {
  return /^en\b/i.test(acceptLanguage ?? '') ? 'en' : 'zh';
}

/** Bad input, with the argument or field it was found in. */
export function badUserInput(message: string, argument: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT', argument } });
}

const CONNECTION_STATES = /^(08|57P0|53300|25P03)/;
const CONNECTION_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
]);
const CONNECTION_MESSAGES =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Cannot use a pool after|Client was closed|Driver not Connected)/;

/** Whether the database was away, as opposed to having refused the statement. */
export function isDatabaseAway(error: unknown): boolean {
  if (error instanceof AggregateError) return error.errors.some(isDatabaseAway);
  if (!(error instanceof Error)) return false;
  if (error instanceof QueryFailedError && isDatabaseAway(error.driverError)) return true;
  const code = codeOf(error);
  return CONNECTION_STATES.test(code) || CONNECTION_CODES.has(code) || CONNECTION_MESSAGES.test(error.message);
}

/** Values that PostgreSQL cannot read or hold: classes 22001 to 22P02. */
const UNREADABLE_STATES = new Set(['22001', '22003', '22007', '22008', '22021', '22P02', '22P05']);

function isUnreadableValue(error: unknown): boolean {
  return error instanceof QueryFailedError && UNREADABLE_STATES.has(codeOf(error.driverError as object));
}

const codeOf = (error: object): string => ('code' in error ? String(error.code) : '');

export interface FailureContext {
  service: string;
  language: Language;
  traceId: string;
}

const MESSAGES = {
  away: {
    zh: (office: string) => `${office}服务的数据库暂时无法访问，请稍后重试。`,
    en: (office: string) => `The database of the ${office} office is away; try again in a moment.`,
  },
  unreadable: {
    zh: () => '有一个值超出了可以存储的范围，请检查输入。',
    en: () => 'A value is none that can be stored; check the input.',
  },
  fault: {
    zh: (_office: string, traceId: string) => `服务内部错误，请把编号 ${traceId} 告诉信息中心。`,
    en: (_office: string, traceId: string) =>
      `Something went wrong on our side; tell the IT desk the number ${traceId}.`,
  },
};

export interface Failure {
  answer: GraphQLFormattedError;
  /** Set when it is a fault of ours, to be logged under the trace id. */
  fault?: Error;
}

/** What the caller is told: refusals as they are, a database that is away as such, a fault by its trace id and nothing else. */
export function presentFailure(
  formatted: GraphQLFormattedError,
  error: GraphQLError | undefined,
  context: FailureContext,
): Failure {
  const original = error?.originalError ?? error;
  const office = OFFICE_NAMES[context.service]?.[context.language] ?? context.service;
  const where = formatted.path ? { path: formatted.path } : {};
  if (isDatabaseAway(original)) {
    const extensions = { code: 'SERVICE_UNAVAILABLE', service: context.service };
    return { answer: { message: MESSAGES.away[context.language](office), ...where, extensions } };
  }
  if (isUnreadableValue(original)) {
    return {
      answer: { message: MESSAGES.unreadable[context.language](), ...where, extensions: { code: 'BAD_USER_INPUT' } },
    };
  }
  const code = formatted.extensions?.code;
  if (code && code !== 'INTERNAL_SERVER_ERROR') return { answer: formatted };
  const extensions = { code: 'INTERNAL_SERVER_ERROR', service: context.service, traceId: context.traceId };
  const answer = { message: MESSAGES.fault[context.language](office, context.traceId), ...where, extensions };
  return { answer, fault: original ?? new Error(formatted.message) };
}

/** A fault for the log: where it happened, without the values that it happened on. */
export function faultOf(fault: Error): { kind: string; code: string | undefined; stack: string | undefined } {
  const code = 'code' in fault ? String(fault.code) : undefined;
  const isDatabases = fault.constructor.name === 'QueryFailedError';
  return { kind: fault.constructor.name, code, stack: isDatabases ? frames(fault.stack) : fault.stack };
}

const frames = (stack: string | undefined) =>
  stack
    ?.split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n');
