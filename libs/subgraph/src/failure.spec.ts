import { GraphQLError } from 'graphql';
import { QueryFailedError } from 'typeorm';
import { badUserInput, isDatabaseAway, languageOf, presentFailure } from './failure.ts';

const context = { service: 'student-aid', language: 'en', traceId: 'abc123' } as const;
const coded = (code: string, message = 'x') => Object.assign(new Error(message), { code });

it.each([
  ['server stopped', new QueryFailedError('select 1', [], coded('57P01'))],
  ['connection refused', coded('ECONNREFUSED')],
  ['every address refused', new AggregateError([coded('ECONNREFUSED')])],
  ['too many connections', coded('53300')],
  ['pool timed out', new Error('timeout exceeded when trying to connect')],
  ['cut in mid-query', new QueryFailedError('select 1', [], new Error('Connection terminated unexpectedly'))],
])('a database that is away: %s', (_, error) => {
  expect(isDatabaseAway(error)).toBe(true);
  expect(
    presentFailure({ message: 'x', path: ['county'] }, new GraphQLError('x', { originalError: error }), context),
  ).toEqual({
    answer: {
      message: 'The database of the student aid office is away; try again in a moment.',
      path: ['county'],
      extensions: { code: 'SERVICE_UNAVAILABLE', service: 'student-aid' },
    },
  });
});

it('tells a fault by its trace id and nothing else', () => {
  const fault = new QueryFailedError('select secret', ['张三'], coded('42P01', 'relation "secret" does not exist'));
  const { answer, fault: logged } = presentFailure(
    { message: fault.message, extensions: { code: 'INTERNAL_SERVER_ERROR', stacktrace: ['at …'] } },
    new GraphQLError(fault.message, { originalError: fault }),
    context,
  );
  expect(answer).toEqual({
    message: 'Something went wrong on our side; tell the IT desk the number abc123.',
    extensions: { code: 'INTERNAL_SERVER_ERROR', service: 'student-aid', traceId: 'abc123' },
  });
  expect(logged).toBe(fault);
});

it.each(['22P02', '22021', '22008'])('tells that a value is at fault when PostgreSQL cannot read it: %s', (code) => {
  const error = new QueryFailedError('select $1', ['张三'], coded(code, 'invalid input syntax'));
  expect(presentFailure({ message: 'x' }, new GraphQLError('x', { originalError: error }), context)).toEqual({
    answer: { message: 'A value is none that can be stored; check the input.', extensions: { code: 'BAD_USER_INPUT' } },
  });
});

it('passes a refusal on as it is', () => {
  const refusal = badUserInput('first must be at most 200, not 201.', 'first');
  expect(presentFailure(refusal.toJSON(), refusal, context)).toEqual({ answer: refusal.toJSON() });
});

it.each([
  [undefined, 'zh'],
  ['zh-CN,zh;q=0.9,en;q=0.8', 'zh'],
  ['en-GB,en;q=0.9', 'en'],
])('answers %s in %s', (header, language) => {
  expect(languageOf(header)).toBe(language);
});
