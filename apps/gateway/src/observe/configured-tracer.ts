import type { Tracer } from './tracer.ts';

export interface TracingSettings {
  OTEL_EXPORTER_OTLP_ENDPOINT?: string | undefined;
  OTEL_EXPORTER_OTLP_TRACES_ENDPOINT?: string | undefined;
  OTEL_EXPORTER_OTLP_HEADERS: string;
  OTEL_SERVICE_NAME: string;
}

/** Traces as the variables of OpenTelemetry say; nothing is loaded when they say nothing. */
export async function configuredTracer(
  settings: TracingSettings,
  onProblem: (problem: string) => void,
): Promise<Tracer | undefined> {
  const base = settings.OTEL_EXPORTER_OTLP_ENDPOINT?.replace(/\/$/, '');
  const endpoint =
    settings.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT ?? (base === undefined ? undefined : `${base}/v1/traces`);
  if (endpoint === undefined) return undefined;
  const { otlpTracer } = await import('./otlp-tracer.ts');
  const headers = Object.fromEntries(
    settings.OTEL_EXPORTER_OTLP_HEADERS.split(',').flatMap((pair) => {
      const [name = '', ...value] = pair.split('=');
      return name.trim() === '' ? [] : [[name.trim(), decodeURIComponent(value.join('=').trim())]];
    }),
  );
  return otlpTracer({ endpoint, headers, serviceName: settings.OTEL_SERVICE_NAME, onProblem });
}
