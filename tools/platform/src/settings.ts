import { resolve } from 'node:path';
import { z } from 'zod';
import { Fault } from '@bureau/postgres';
import { offices, prefixOf, type Office } from './office.ts';

export interface OfficeSettings {
  office: Office;
  host: string;
  port: number;
  /** Of an outside PostgreSQL; both or none. */
  outside?: DatabaseUrls;
}

export interface DatabaseUrls {
  service: string;
  /** Of the role that owns the tables. */
  owner: string;
}

export interface Settings {
  dataDir: string;
  port: number;
  host: string;
  /** Not given: the development issuer. */
  issuer?: string;
  issuerPort: number;
  audience: string;
  hasDemonstration: boolean;
  offices: OfficeSettings[];
}

const port = (fallback: number) =>
  z.coerce
    .number({ error: 'a number is needed' })
    .int('a whole number is needed')
    .min(1, 'at least 1')
    .max(65_535, 'at most 65535')
    .default(fallback);
const url = (protocol: RegExp, form: string) =>
  z.url({ protocol, error: `a URL that begins with ${form} is needed` }).optional();
const database = url(/^postgres(ql)?$/, 'postgres://');

const common = z.object({
  NODE_ENV: z.string().optional(),
  BUREAU_DATA: z.string().optional(),
  BUREAU_DEMO: z.enum(['on', 'off'], { error: '"on" or "off" is needed' }).optional(),
  PORT: port(4000),
  HOST: z.string().default('127.0.0.1'),
  OIDC_ISSUER: url(/^https?$/, 'http:// or https://'),
  OIDC_AUDIENCE: z.string().default('bureau-graph'),
  DEV_ISSUER_PORT: port(4010),
});

/** The settings of `npm start`, or one line that says which is wrong and what it wants. */
export function readSettings(environment: NodeJS.ProcessEnv, repository: string): Settings {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const values = checked(common.safeParse(given));
  if (values.NODE_ENV === 'production' && !values.OIDC_ISSUER) {
    throw new Fault(
      'OIDC_ISSUER: with NODE_ENV=production the address of the sign-in is needed; the development issuer is for trying out.',
    );
  }
  const settings = offices.map((office, index) => officeSettings(office, 4001 + index, given));
  return {
    dataDir: resolve(repository, values.BUREAU_DATA ?? '.data'),
    port: values.PORT,
    host: values.HOST,
    ...(values.OIDC_ISSUER && { issuer: values.OIDC_ISSUER }),
    issuerPort: values.DEV_ISSUER_PORT,
    audience: values.OIDC_AUDIENCE,
    // Nobody wants fictional children in a database of their own unless they say so.
    hasDemonstration: values.BUREAU_DEMO ? values.BUREAU_DEMO === 'on' : settings.every(({ outside }) => !outside),
    offices: settings,
  };
}

function officeSettings(
  office: Office,
  defaultPort: number,
  environment: Record<string, string | undefined>,
): OfficeSettings {
  const prefix = prefixOf(office);
  const names = {
    port: `${prefix}PORT`,
    host: `${prefix}HOST`,
    service: `${prefix}DATABASE_URL`,
    owner: `${prefix}OWNER_DATABASE_URL`,
  };
  const shape = z.object({ [names.port]: port(defaultPort) });
  const texts = z.object({ [names.host]: z.string().default('127.0.0.1') });
  const urls = z.object({ [names.service]: database, [names.owner]: database });

  const { [names.service]: service, [names.owner]: owner } = checked(urls.safeParse(environment));
  if (!service !== !owner) {
    const [given, missing] = service ? [names.service, names.owner] : [names.owner, names.service];
    throw new Fault(
      `${missing}: needed beside ${given}; migrations run as the owner of the tables, the service under a role that owns nothing.`,
    );
  }
  return {
    office,
    port: checked(shape.safeParse(environment))[names.port] ?? defaultPort,
    host: checked(texts.safeParse(environment))[names.host] ?? '127.0.0.1',
    ...(service && owner && { outside: { service, owner } }),
  };
}

function checked<Value>(result: z.ZodSafeParseResult<Value>): Value {
  if (result.success) return result.data;
  const problems = result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  throw new Fault(`Bad settings in the environment: ${problems.join('; ')}`);
}
