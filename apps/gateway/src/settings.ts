import { z } from 'zod';
import { addressVariable, type Service } from './supergraph/services.ts';

const count = (fallback: number) => z.coerce.number({ error: 'a number is needed' }).int().min(1).default(fallback);
const httpUrl = z.url({ protocol: /^https?$/, error: 'an http(s) URL is needed' });

const settingsSchema = z
  .object({
    NODE_ENV: z.string().optional(),
    PORT: z.coerce.number({ error: 'a number is needed' }).int().min(0).max(65_535).default(4000),
    HOST: z.string().min(1).default('127.0.0.1'),
    LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
    SUPERGRAPH: z.string().min(1).optional(),
    GATEWAY_AUTH: z.enum(['on', 'off'], { error: '"on" or "off" is needed' }).optional(),
    OIDC_ISSUER: httpUrl.optional(),
    OIDC_AUDIENCE: z.string().min(1).default('bureau-graph'),
    METRICS_TOKEN: z.string().min(16, 'at least 16 characters are needed').optional(),
    OTEL_EXPORTER_OTLP_ENDPOINT: httpUrl.optional(),
    OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: httpUrl.optional(),
    OTEL_EXPORTER_OTLP_HEADERS: z.string().default(''),
    OTEL_SERVICE_NAME: z.string().min(1).default('bureau-gateway'),
    PERSISTED_OPERATIONS: z.string().min(1).optional(),
    GATEWAY_ONLY_PERSISTED: z.enum(['on', 'off'], { error: '"on" or "off" is needed' }).default('off'),
    GATEWAY_MAX_BODY_BYTES: count(1_048_576),
    GATEWAY_MAX_QUERY_SIZE: count(100_000),
    GATEWAY_MAX_TOKENS: count(5_000),
    GATEWAY_MAX_DEPTH: count(20),
    GATEWAY_MAX_ALIASES: count(100),
    GATEWAY_MAX_ROOT_FIELDS: count(50),
    GATEWAY_MAX_FIELDS: count(2_000),
    GATEWAY_MAX_COST: count(100_000),
    GATEWAY_DEFAULT_PAGE_SIZE: count(20),
    GATEWAY_DEFAULT_LIST_SIZE: count(5),
    GATEWAY_PLAN_CACHE_MIB: count(32),
    GATEWAY_HEADERS_TIMEOUT_MS: count(10_000),
    GATEWAY_REQUEST_TIMEOUT_MS: count(60_000),
    GATEWAY_DRAIN_MS: count(15_000),
    FILES_MAX_BYTES: count(67_125_248),
    FILES_MAX_IN_FLIGHT: count(32),
    FILES_TIMEOUT_MS: count(120_000),
    SERVICE_TIMEOUT_MS: count(15_000),
    SERVICE_CONNECTIONS: count(64),
    SERVICE_MAX_IN_FLIGHT: count(2_000),
    SERVICE_FAILURES_BEFORE_PAUSE: count(10),
    SERVICE_PAUSE_MS: count(1_000),
    SERVICE_DOUBT_MS: count(2_000),
    SERVICE_MAX_ANSWER_BYTES: count(33_554_432),
  })
  .superRefine((settings, check) => {
    const refuse = (name: string, message: string) => check.addIssue({ code: 'custom', path: [name], message });
    if (settings.GATEWAY_AUTH === 'off' && settings.NODE_ENV === 'production') {
      refuse('GATEWAY_AUTH', 'authentication cannot be off when NODE_ENV is production');
    }
    if (settings.GATEWAY_ONLY_PERSISTED === 'on' && settings.PERSISTED_OPERATIONS === undefined) {
      refuse('PERSISTED_OPERATIONS', 'the file of operations is needed when nothing else is allowed');
    }
  });

export type Settings = z.infer<typeof settingsSchema>;

/** The settings of the gateway, or one line that says which is wrong and what it wants. */
export function readSettings(environment: NodeJS.ProcessEnv): Settings {
  return checked(settingsSchema.safeParse(withoutEmpty(environment)));
}

/** Where each service is: its own variable, else the address in the supergraph. */
export function readAddresses(environment: NodeJS.ProcessEnv, services: readonly Service[]): Service[] {
  const given = withoutEmpty(environment);
  return services.map(({ name, url }) => {
    const variable = addressVariable(name);
    const shape = z.object({ [variable]: httpUrl });
    return { name, url: checked(shape.safeParse({ [variable]: given[variable] ?? url }))[variable] ?? url };
  });
}

function withoutEmpty(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
}

function checked<Value>(result: z.ZodSafeParseResult<Value>): Value {
  if (result.success) return result.data;
  const problems = result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  throw new Error(`Bad settings in the environment: ${problems.join('; ')}`);
}
