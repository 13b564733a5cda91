import { join } from 'node:path';
import type { PlatformPlan } from '../src/plan.ts';
import { run } from '../src/run.ts';
import type { Circumstances } from '../src/variables.ts';

const program = (name: string) => join(import.meta.dirname, name);

function service(name: string, port: number, environment: NodeJS.ProcessEnv) {
  return {
    name,
    program: program('fake-service.ts'),
    environment: { ...environment, FAKE_PORT: String(port) },
    readyUrl: `http://127.0.0.1:${port}/`,
  };
}

/** The real supervisor with one small service in place of four, and a gateway that is no gateway. */
function fakePlan({ settings, superuser, environment }: Circumstances): PlatformPlan {
  const { FAKE_FAULT, ...rest } = environment;
  const database = superuser && `postgres://postgres:${superuser.password}@127.0.0.1:${superuser.port}/postgres`;
  return {
    migrations: [{ name: 'fake migrations', program: program('fake-task.ts'), environment: rest }],
    demonstration: [],
    services: settings.offices
      .slice(0, 1)
      .map(({ office, port }) => service(office, port, { ...rest, FAKE_DATABASE_URL: database })),
    gateway: service('gateway', settings.port, FAKE_FAULT ? { ...rest, FAKE_FAULT } : rest),
  };
}

await run(join(import.meta.dirname, '..'), fakePlan);
