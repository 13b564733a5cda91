import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

interface Service {
  command?: string | string[];
  environment?: Record<string, string | number>;
  depends_on?: Record<string, { condition: string }>;
  networks?: string[];
  ports?: string[];
  volumes?: string[];
  healthcheck?: object;
  restart?: string;
}

const repository = join(import.meta.dirname, '../../..');
const text = readFileSync(join(repository, 'docker-compose.yml'), 'utf8');
const compose = parse(text, { merge: true }) as {
  services: Record<string, Service>;
  networks: object;
  volumes: object;
};
const services = Object.entries(compose.services);
const offices = ['enrollment', 'special-education', 'student-aid', 'internet-plus'];

/** Variables that must be given, `${NAME:?…}`. */
const demanded = new Set([...text.matchAll(/\$\{(\w+):\?/g)].map(([, name]) => name));

test('runs PostgreSQL, the four services and two gateways behind a proxy, each restarted and watched', () => {
  const lasting = ['postgres', ...offices, 'gateway-1', 'gateway-2', 'proxy'];
  for (const name of lasting)
    expect(compose.services[name]).toMatchObject({
      restart: 'unless-stopped',
      healthcheck: expect.any(Object) as object,
    });
  expect(services.map(([name]) => name)).toEqual([
    'postgres',
    'databases',
    ...offices.map((office) => `${office}-migrations`),
    ...offices,
    'gateway-1',
    'gateway-2',
    'proxy',
    'demonstration',
  ]);
});

test('starts each thing after what it needs, and nothing refers to what is not there', () => {
  for (const [name, { depends_on = {}, networks = [], volumes = [] }] of services) {
    for (const [needed, { condition }] of Object.entries(depends_on)) {
      const isTask = compose.services[needed]?.restart === 'on-failure';
      expect([name, needed, condition]).toEqual([
        name,
        needed,
        isTask ? 'service_completed_successfully' : 'service_healthy',
      ]);
    }
    for (const network of networks) expect(Object.keys(compose.networks)).toContain(network);
    for (const volume of volumes.map((entry) => entry.split(':')[0] ?? '')) {
      expect([
        ...Object.keys(compose.volumes),
        volume.startsWith('./') && existsSync(join(repository, volume)) ? volume : '',
      ]).toContain(volume);
    }
  }
  for (const office of offices)
    expect(Object.keys(compose.services[office]?.depends_on ?? {})).toEqual([`${office}-migrations`]);
});

test('shows the world one port, on this machine unless told otherwise', () => {
  expect(services.filter(([, { ports }]) => ports).map(([name, { ports }]) => [name, ports])).toEqual([
    ['proxy', ['${LISTEN:-127.0.0.1:4000}:8080']],
  ]);
});

test('holds no secret', () => {
  const secretVariables = services
    .flatMap(([, { environment = {} }]) => Object.entries(environment))
    .filter(([name]) => /PASSWORD|KEY|DATABASE_URL/.test(name));
  expect(secretVariables.length).toBeGreaterThan(20);
  for (const [name, value] of secretVariables) {
    const literal = String(value).replaceAll(/\$\{\w+:\?[^}]+\}/g, '');
    expect([name, literal]).toEqual([
      name,
      expect.stringMatching(
        /^$|^postgres:\/\/\w+:@postgres:5432\/\w+$|^special-education=,student-aid=,internet-plus=$|^enrollment=$/,
      ),
    ]);
  }
});

test('tells a service its own database and nobody else’s', () => {
  for (const office of offices) {
    const urls = Object.keys(compose.services[office]?.environment ?? {}).filter((name) =>
      name.endsWith('DATABASE_URL'),
    );
    expect(urls).toEqual([`${office.toUpperCase().replaceAll('-', '_')}_DATABASE_URL`]);
  }
});

test('gives the keys of ID numbers to who keeps some, and to nobody else', () => {
  for (const key of ['DATA_KEY', 'INDEX_KEY']) {
    const holders = services.filter(([, { environment = {} }]) => key in environment).map(([name]) => name);
    expect(holders).toEqual(['enrollment', 'special-education', 'student-aid', 'demonstration']);
  }
});

test('every secret it demands is in the environment that is printed for it', () => {
  const { stdout } = spawnSync(
    process.execPath,
    [join(repository, 'tools/platform/src/print-compose-environment.ts')],
    { encoding: 'utf8' },
  );
  const printed = stdout.split('\n').flatMap((line) => /^(\w+)=/.exec(line)?.[1] ?? []);
  expect(printed.sort()).toEqual([...demanded].sort());
  for (const name of ['DATA_KEY', 'INDEX_KEY']) {
    expect(Buffer.from(new RegExp(`^${name}=(.*)$`, 'm').exec(stdout)?.[1] ?? '', 'base64')).toHaveLength(32);
  }
});
