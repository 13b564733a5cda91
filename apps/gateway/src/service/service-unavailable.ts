import { GraphQLError } from 'graphql';
import type { Language } from '../language.ts';
import { officeName } from './office-names.ts';

export type FailureReason = 'unreachable' | 'timeout' | 'oversize' | 'garbage' | 'busy' | 'resting' | 'cancelled';

/** Why a service gave no usable answer. It stays in logs and metrics: the caller learns only which office is silent. */
export class ServiceFailure extends Error {
  readonly service: string;
  readonly reason: FailureReason;

  constructor(service: string, reason: FailureReason, detail: string) {
    super(`${service}: ${reason}: ${detail}`);
    this.service = service;
    this.reason = reason;
  }
}

export function serviceUnavailable(
  service: string,
  language: Language,
  path?: readonly (string | number)[],
): GraphQLError {
  const office = officeName(service, language);
  const message =
    language === 'en'
      ? `The ${office} office does not answer at the moment; its part of the answer is missing. Please try again later.`
      : `${office}服务暂时没有应答，本次结果缺少它的部分，请稍后再试。`;
  return new GraphQLError(message, {
    extensions: { code: 'SERVICE_UNAVAILABLE', service },
    ...(path ? { path } : {}),
  });
}
