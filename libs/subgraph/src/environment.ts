import { z } from 'zod';

/** The environment of a process, or one line that says which setting is wrong and what it wants. */
export function readEnvironment<Shape extends z.ZodRawShape>(
  shape: Shape,
  variables: NodeJS.ProcessEnv,
): z.infer<z.ZodObject<Shape>> {
  const result = z.object(shape).safeParse(variables);
  if (result.success) return result.data;
  const problems = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`Bad settings in the environment: ${problems.join('; ')}`);
}

export const setting = {
  port: (fallback: number) => z.coerce.number().int().min(0).max(65_535).default(fallback),
  host: z.string().default('127.0.0.1'),
  databaseUrl: z.url({ protocol: /^postgres(ql)?$/, error: 'a postgres:// URL is needed' }),
  httpUrl: z.url({ protocol: /^https?$/, error: 'an http(s) URL is needed' }),
  key: z
    .base64({ error: '32 bytes in base64 are needed' })
    .transform((text) => Buffer.from(text, 'base64'))
    .refine((key) => key.length === 32, '32 bytes in base64 are needed'),
  text: z.string().min(1),
  audience: z.string().min(1).default('bureau-graph'),
  logLevel: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
};
