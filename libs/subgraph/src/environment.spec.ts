import { readEnvironment, setting } from './environment.ts';

it('reads a port and its default', () => {
  expect(readEnvironment({ PORT: setting.port(4000) }, { PORT: '4100' })).toEqual({ PORT: 4100 });
  expect(readEnvironment({ PORT: setting.port(4000) }, {})).toEqual({ PORT: 4000 });
});

it('decodes a key of 32 bytes', () => {
  const key = Buffer.alloc(32, 7);
  expect(readEnvironment({ DATA_KEY: setting.key }, { DATA_KEY: key.toString('base64') })).toEqual({ DATA_KEY: key });
});

it.each([
  ['PORT', { PORT: setting.port(1) }, 'seventy'],
  ['PORT', { PORT: setting.port(1) }, '65536'],
  ['DATA_KEY', { DATA_KEY: setting.key }, Buffer.alloc(31).toString('base64')],
  ['DATA_KEY', { DATA_KEY: setting.key }, 'not base64!'],
  ['URL', { URL: setting.databaseUrl }, 'http://127.0.0.1'],
])('names %s in one line when it is wrong', (name, shape, value) => {
  let message = '';
  try {
    readEnvironment(shape, { [name]: value });
  } catch (error) {
    message = error instanceof Error ? error.message : '';
  }
  expect(message).toMatch(new RegExp(`^Bad settings in the environment: ${name}: .`));
  expect(message).not.toContain('\n');
  expect(message).not.toContain(value);
});
