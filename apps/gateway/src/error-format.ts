import type { GraphQLFormattedError } from 'graphql';
import type { Language } from './language.ts';

const faultMessages: Record<Language, string> = {
  zh: '服务器内部错误，请凭追踪编号联系管理员。',
  en: 'Internal server error; please give the trace id to an administrator.',
};

/** Left out of every answer: stack traces, where a service is, and what only this process needs. */
const hiddenExtensions = new Set(['stacktrace', 'exception', 'http', 'url', 'serviceName']);

/** What a caller is told. A fault keeps its place in the answer and the trace id by which it is found in the logs, nothing else. */
export function formatForCaller(
  error: GraphQLFormattedError,
  { language, traceId }: { language: Language; traceId: string },
): GraphQLFormattedError {
  const { extensions = {} } = error;
  if (extensions['code'] === 'INTERNAL_SERVER_ERROR') {
    const place = error.path ? { path: error.path } : {};
    return { message: faultMessages[language], ...place, extensions: { code: 'INTERNAL_SERVER_ERROR', traceId } };
  }
  const shown = Object.entries(extensions).filter(([name]) => !hiddenExtensions.has(name));
  const service = extensions['serviceName'] ?? extensions['service'];
  return { ...error, extensions: { ...Object.fromEntries(shown), ...(service === undefined ? {} : { service }) } };
}
