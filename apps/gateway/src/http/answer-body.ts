import type { FormattedExecutionResult } from 'graphql';
import { AnswerText } from '../plan/answer-text.ts';

const end = '}\n';

/**
 * An answer as JSON. Data that is long stays where it is and comes last: this is what stands before it, and
 * `withLongData` puts the two together.
 */
export function answerStart({ data, ...rest }: FormattedExecutionResult): string {
  if (!(data instanceof AnswerText)) return `${JSON.stringify({ ...rest, ...(data === undefined ? {} : { data }) })}\n`;
  const others = JSON.stringify(rest);
  const start = others === '{}' ? '{"data":' : `${others.slice(0, -1)},"data":`;
  return data.pieces.length > 0 ? start : start + data.text + end;
}

export function isLong(data: unknown): data is AnswerText {
  return data instanceof AnswerText && data.pieces.length > 0;
}

export function withLongData(start: string, { pieces, text }: AnswerText): Buffer {
  return Buffer.concat([Buffer.from(start), ...pieces, Buffer.from(text + end)]);
}
