export type Settings = Record<string, string | number>;

const common = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: 100,
  shared_buffers: '128MB',
  jit: 'off',
  max_parallel_workers_per_gather: 0,
  // The data lie in memory or on a solid-state disk: an index costs no more than reading all.
  random_page_cost: 1.1,
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_checkpoints: 'off',
  // Errors of statements stay out of the log: they quote values, and values here are children's data.
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
};

const durable = { fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on' };

/** For data that nobody will miss: a test database. */
const careless = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

export function settingArguments(isDurable: boolean, port: number): string[] {
  const settings: Settings = { ...common, ...(isDurable ? durable : careless), port };
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}
